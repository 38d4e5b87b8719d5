using System.Security.Cryptography;
using System.Text;
using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Calls;
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
        var now = clock.GetCurrentInstant();
        await store.Write(
            async (db, token) =>
            {
                var id = IdOf(call.Id, message.Recording);
                if (await db.Set<PracticeMessage>().AnyAsync(m => m.PracticeId == call.PracticeId && m.Id == id, token))
                    return;
                db.Add(new PracticeMessage
                {
                    PracticeId = call.PracticeId, Id = id, Kind = MessageKind.Voicemail, TakenAt = now, CallId = call.Id, Urgent = call.Urgency > 0,
                    Box = sealer.Seal(new SealedRow("PracticeMessages", call.PracticeId, id), new MessageContent("", number)),
                    Recording = message.Recording, RecordingSeconds = (int)message.Length.TotalSeconds, FetchDueAt = now,
                });
            },
            cancellationToken);
        return EffectOutcome.Done;
    }

    // The same recording is the same message, however often the effect is carried out.
    private static Guid IdOf(CallId call, string recording) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{call}/{recording}"))[..16]);
}
