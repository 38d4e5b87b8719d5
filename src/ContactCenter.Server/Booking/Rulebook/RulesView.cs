using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The rules in force as the screen shows them, with who put them there.</summary>
internal sealed class RulesView(Store store, Rulebooks rulebooks, RuleCheck check, RuleChanges changes)
{
    public Task<RulesInForce> Now(PracticeId practice, string culture, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await Of(db, (await rulebooks.Of(db, practice, token))!, culture, token), cancellationToken);

    public async Task<RulesInForce> Of(ContactCenterDb db, StandingRules standing, string culture, CancellationToken cancellationToken)
    {
        var history = await RulesHistory.Of(db, standing, cancellationToken);
        var inForce = RulesHistory.InForce(history, standing);
        var text = check.Of(standing, standing.File.Text, culture);
        return new RulesInForce(
            standing.File.Text, standing.Hash, standing.Book.Version.Version, inForce?.At.InZone(standing.Book.Zone).ToDateTimeOffset(),
            inForce?.NameIn(await RulesHistory.Names(db, history, cancellationToken)), inForce?.Change is { } change ? changes.Comment(change) : null,
            new CheckedRules(text.Faults, text.Form, [], [], text.IsHeldUp));
    }
}
