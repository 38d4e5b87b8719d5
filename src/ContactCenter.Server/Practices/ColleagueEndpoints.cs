using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Practices;

internal static class ColleagueEndpoints
{
    private const int LongestName = 100;

    public static async Task<List<ColleagueView>> List(Guid practiceId, Store store, Sealer sealer, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var rows = await store.Read((db, token) => db.Set<Colleague>().Where(c => c.PracticeId == practice).ToListAsync(token), cancellationToken);
        return [.. rows.Select(row => View(row.Id, sealer.Open<ColleagueContact>(Row(practice, row.Id), row.Box))).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Naming a number again gives it the new name.</summary>
    public static Task<IResult> Name(
        Guid practiceId, NameColleague named, Store store, Sealer sealer, SearchTokens tokens, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            var region = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Region).SingleAsync(token);
            if (string.IsNullOrWhiteSpace(named.Name) || named.Name.Length > LongestName)
                return Problems.InvalidField(PracticeProblems.Invalid, "name");
            if (!TypedPhoneNumber.TryRead(named.Number, region, out var number))
                return Problems.InvalidField(PracticeProblems.Invalid, "number");
            var numberToken = tokens.Of(practice, Colleague.TokenKind, number.E164);
            await db.Set<Colleague>().Where(c => c.PracticeId == practice && c.Token == numberToken).ExecuteDeleteAsync(token);
            var (id, contact) = (Guid.CreateVersion7(), new ColleagueContact(named.Name.Trim(), number.E164));
            db.Add(new Colleague { PracticeId = practice, Id = id, Token = numberToken, Box = sealer.Seal(Row(practice, id), contact) });
            return TypedResults.Ok(View(id, contact));
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    public static Task<IResult> Forget(Guid practiceId, Guid colleagueId, Store store, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            var gone = await db.Set<Colleague>().Where(c => c.PracticeId == practice && c.Id == colleagueId).ExecuteDeleteAsync(token);
            return gone == 0 ? Problems.NotFound() : TypedResults.NoContent();
        },
        cancellationToken);

    private static ColleagueView View(Guid id, ColleagueContact contact) => new(id, contact.Name, contact.Number);

    private static SealedRow Row(PracticeId practice, Guid id) => new("Colleagues", practice, id);
}
