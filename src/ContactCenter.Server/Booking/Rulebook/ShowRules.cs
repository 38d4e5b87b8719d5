using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The rules in force and the versions before them.</summary>
internal sealed class ShowRules(Store store, Rulebooks rulebooks, RulesView view, RuleChanges changes)
{
    public Task<IResult> Current(Guid practiceId, ClaimsPrincipal user, CancellationToken cancellationToken) => OfStanding(
        practiceId, async (db, standing, token) => TypedResults.Ok(await view.Of(db, standing, user.Culture(), token)), cancellationToken);

    public Task<IResult> History(Guid practiceId, CancellationToken cancellationToken) => OfStanding(
        practiceId,
        async (db, standing, token) =>
        {
            var history = await RulesHistory.Of(db, standing, token);
            var (names, inForce) = (await RulesHistory.Names(db, history, token), RulesHistory.InForce(history, standing));
            return TypedResults.Ok(history.Select(p => new RulesVersion(
                p.Hash, p.Version, p.At.InZone(standing.Book.Zone).ToDateTimeOffset(), p.NameIn(names),
                p.Change is { } change ? changes.Comment(change) : null,
                p == inForce ? RulesVersionState.InForce : p.IsTaken ? RulesVersionState.Past : RulesVersionState.NotTaken)).ToList());
        },
        cancellationToken);

    public Task<IResult> OfHash(Guid practiceId, string hash, CancellationToken cancellationToken) => OfStanding(
        practiceId,
        async (db, standing, token) =>
        {
            if (await RulesHistory.Text(db, standing, hash, token) is not { } text)
                return Problems.NotFound();
            var taken = (await RulesHistory.Of(db, standing, token)).Where(p => p.IsTaken).ToList();
            var earlier = taken.SkipWhile(p => p.Hash != hash).Skip(1).FirstOrDefault(p => p.Hash != hash);
            var before = earlier is null ? null : await RulesHistory.Text(db, standing, earlier.Hash, token);
            return TypedResults.Ok(new RulesVersionText(hash, text, before is null ? [] : Lines(before, text)));
        },
        cancellationToken);

    public static IReadOnlyList<ChangedLine> Lines(string before, string after) =>
        [.. LineDiff.Between(before, after).Select(l => new ChangedLine(l.Before, l.After, l.Text))];

    private Task<IResult> OfStanding(
        Guid practiceId,
        Func<ContactCenterDb, StandingRules, CancellationToken, Task<IResult>> show,
        CancellationToken cancellationToken) => store.Read(
        async (db, token) => await rulebooks.Of(db, new PracticeId(practiceId), token) is { } standing
            ? await show(db, standing, token)
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar),
        cancellationToken);
}
