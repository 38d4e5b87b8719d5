using System.Security.Cryptography;
using System.Text;
using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Messaging;

/// <summary>Lays a caller's spoken message before the practice; its sound follows when the vendor has it ready.</summary>
internal sealed class KeepMessages(Store store, Sealer sealer, CallDesk desk, IClock clock) : IEffectHand
{
    public bool Carries(CallEffect effect) => effect is KeepMessage;

    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        var message = (KeepMessage)effect;
        var number = (await desk.Read(call.Id, cancellationToken))?.Story.CallerNumber;
        await Keep(call.PracticeId, call.Id, message.Recording, message.Length, number, call.Urgency > 0, cancellationToken);
        return EffectOutcome.Done;
    }

    /// <summary>Keeps a recording as a message, once however often it is found. <paramref name="call"/> is null when the call itself never reached us.</summary>
    public async Task Keep(PracticeId practice, CallId? call, string recording, Duration length, string? number, bool urgent, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await store.Write(
            async (db, token) =>
            {
                var id = IdOf(recording);
                if (await db.Set<PracticeMessage>().AnyAsync(m => m.PracticeId == practice && m.Id == id, token))
                    return;
                db.Add(new PracticeMessage
                {
                    PracticeId = practice, Id = id, Kind = MessageKind.Voicemail, TakenAt = now, CallId = call, Urgent = urgent,
                    Box = sealer.Seal(new SealedRow("PracticeMessages", practice, id), new MessageContent("", number)),
                    Recording = recording, RecordingSeconds = (int)length.TotalSeconds, FetchDueAt = now,
                });
            },
            cancellationToken);
    }

    // The same recording is the same message.
    private static Guid IdOf(string recording) => new(SHA256.HashData(Encoding.UTF8.GetBytes(recording))[..16]);
}
