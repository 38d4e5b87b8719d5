using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;

namespace ContactCenter.Server.Storage;

/// <summary>
/// Does a request once however often it is sent. The answer is remembered in the transaction of the work itself; two sent
/// at the same time meet at the key, and the loser's unit is undone, runs again and finds the answer.
/// </summary>
internal sealed class OnceOnly(Store store, Sealer sealer, SearchTokens tokens, IClock clock)
{
    /// <summary>For how long a key is remembered.</summary>
    public static readonly Duration Memory = Duration.FromDays(7);

    private static readonly HotQuery<PracticeId, Guid, RememberedRequest?> Remembered = new((db, practice, key, _) =>
        db.Set<RememberedRequest>().SingleOrDefault(r => r.PracticeId == practice && r.Key == key));

    /// <param name="request">What was asked, as sent: its JSON tells a repetition from another request.</param>
    /// <param name="isDone">Whether the answer is remembered. One that changed nothing and may be otherwise the next time need not be.</param>
    /// <exception cref="KeyReusedException">The key was used for another request.</exception>
    public Task<T> Do<T>(
        PracticeId practice,
        Guid key,
        object request,
        Func<ContactCenterDb, CancellationToken, Task<T>> work,
        Func<T, bool> isDone,
        CancellationToken cancellationToken)
    {
        var asked = tokens.Of(practice, "request", $"{request.GetType().Name}\n{JsonSerializer.Serialize(request, request.GetType())}");
        var row = new SealedRow("RememberedRequests", practice, key);
        // Nearly every key is new: whether it was used is asked only when it is found taken.
        var mayBeKnown = false;
        return store.Write(
            async (db, token) =>
            {
                if (mayBeKnown && await Remembered.Run(db, practice, key, token) is { } before)
                    return before.Asked == asked ? sealer.Open<T>(row, before.Answer) : throw new KeyReusedException();
                mayBeKnown = true;
                var answer = await work(db, token);
                // Saved with what the work wrote: the key decides which of several did it.
                if (isDone(answer))
                    db.Add(new RememberedRequest { PracticeId = practice, Key = key, Asked = asked, Answer = sealer.Seal(row, answer), At = clock.GetCurrentInstant() });
                else if (await Remembered.Run(db, practice, key, token) is { } done)
                    return done.Asked == asked ? sealer.Open<T>(row, done.Answer) : throw new KeyReusedException();
                return answer;
            },
            Rerun.OnConflictOrTakenKey,
            cancellationToken);
    }
}

/// <summary>An idempotency key came back with another request: the client has a fault.</summary>
internal sealed class KeyReusedException() : Exception($"{RequestProblems.IdempotencyKey} was used for another request.");
