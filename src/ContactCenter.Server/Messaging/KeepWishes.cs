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

/// <summary>
/// The emergency came first; what the caller wished beside it is not lost: unless it was booked in the same call, it stands before the practice as an
/// open message.
/// </summary>
internal sealed class KeepWishes(Store store, Sealer sealer, PatientWishes wishes, CallDesk desk, IClock clock) : IEffectHand
{
    public bool Carries(CallEffect effect) => effect is KeepWish;

    public async Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
    {
        var story = (await desk.Read(call.Id, cancellationToken))!.Story;
        await store.Write((db, token) => Keep(db, call.Id, story, token), Rerun.OnConflictOrTakenKey, cancellationToken);
        return EffectOutcome.Done;
    }

    private async Task<bool> Keep(ContactCenterDb db, CallId id, CallStory story, CancellationToken cancellationToken)
    {
        var call = await db.Set<CallRecord>().SingleAsync(c => c.Id == id, cancellationToken);
        var wish = await wishes.Of(db, call, cancellationToken);
        var message = IdOf(id);
        if (wish.IsEmpty || wish.IsBooked || await db.Set<PracticeMessage>().AnyAsync(m => m.PracticeId == call.PracticeId && m.Id == message, cancellationToken))
            return false;
        db.Add(new PracticeMessage
        {
            PracticeId = call.PracticeId, Id = message, Kind = MessageKind.Wish, TakenAt = clock.GetCurrentInstant(), TakenBy = story.Agent?.Value, CallId = id,
            Urgent = false, Box = sealer.Seal(new SealedRow("PracticeMessages", call.PracticeId, message), new MessageContent(Text(wish), story.CallerNumber)),
        });
        return true;
    }

    // The practice reads French; the words are the caller's or the agent's own.
    private static string Text(PatientWish wish) => string.Join(" ", new[]
    {
        "Appel traité comme une urgence. Le patient souhaitait aussi :",
        wish.Reason is { } reason && reason != "autre" ? $"{reason.Replace('_', ' ')}." : null,
        wish.Words,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    // One call leaves one such message, however often its end is told.
    private static Guid IdOf(CallId call) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"wish:{call}"))[..16]);
}
