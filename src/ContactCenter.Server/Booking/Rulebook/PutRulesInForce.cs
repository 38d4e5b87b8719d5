using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using NodaTime;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>
/// Puts a text in force: the row that tells who and why, then the file, then the snapshot, then the row is completed. Whatever stops in between is
/// told by the hash in force: with the old one nothing was done, with the new one only the completion is missing, and sending it again completes it.
/// </summary>
internal sealed class PutRulesInForce(Rulebooks rulebooks, RuleCheck check, RuleChanges changes, RuleWriter writer, RulesView view)
{
    public const int LongestComment = 300;

    public async Task<IResult> Handle(Guid practiceId, PutRules asked, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(asked.Comment) || asked.Comment.Length > LongestComment)
            return BookingReply.Invalid("comment", RulebookWords.CommentNeeded(user.Culture())).Result();
        var practice = new PracticeId(practiceId);
        return await writer.InTurn(() => Put(practice, asked, key, user, cancellationToken), cancellationToken);
    }

    private async Task<IResult> Put(
        PracticeId practice, PutRules asked, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (last, culture) = (await changes.LastNumber(practice, cancellationToken), user.Culture());
        if (await rulebooks.Of(practice, cancellationToken) is not { } known)
            return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
        if (!await writer.CatchUp(known.File.Path))
            return BookingReply.Conflict(RulesProblems.ChangedByHand, RulebookWords.ChangedByHand(culture)).Result();
        var standing = (await rulebooks.Of(practice, cancellationToken))!;
        var text = check.Of(standing, asked.Text, culture);
        if (!text.IsClean)
            return TryRules.Faulty(text, culture).Result();
        if (text.IsHeldUp)
            return NotWritten(RulebookWords.HeldUp(culture));
        var begun = await changes.Begin(new AskedChange(standing, asked, text, key, user, last), cancellationToken);
        if (begun.Refusal is { } refusal)
            return refusal.Result();
        return begun.Number is { } number && await changes.Find(practice, number, CancellationToken.None) is { } change
            ? await Carry(change, standing, text, key, culture)
            : await Outdated(practice, culture);
    }

    /// <summary>From here on nobody's hanging up stops it half-way.</summary>
    private async Task<IResult> Carry(RuleChange change, StandingRules standing, CheckedText text, IdempotencyKey key, string culture)
    {
        if (change.TakenAt is null && standing.Hash != change.HashAfter)
        {
            if (standing.Hash != change.HashBefore)
                return await Outdated(change.PracticeId, culture);
            if (!await writer.Take(standing.File, text.Bundle.Own))
            {
                await changes.Withdraw(change, key, CancellationToken.None);
                return NotWritten(RulebookWords.NotWritten(culture));
            }
        }

        var taken = change.TakenAt is null ? await changes.Complete(change, CancellationToken.None) : change;
        return TypedResults.Ok(new RulesTaken(taken.HashAfter, taken.TakenAt!.Value.InZone(standing.Book.Zone).ToDateTimeOffset()));
    }

    private async Task<IResult> Outdated(PracticeId practice, string culture)
    {
        var current = await view.Now(practice, culture, CancellationToken.None);
        return BookingReply.Conflict(
            RulesProblems.Outdated, RulebookWords.Outdated(current, culture), (RulesProblems.CurrentField, current)).Result();
    }

    private static IResult NotWritten(string sentence) =>
        BookingReply.Problem(StatusCodes.Status503ServiceUnavailable, RulesProblems.NotWritten, sentence).Result();
}
