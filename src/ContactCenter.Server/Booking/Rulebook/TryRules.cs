using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rehearsing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Scripts.Yaml.Editing;
using ContactCenter.Server.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Checks, edits and rehearses a text. Nothing is written.</summary>
internal sealed class TryRules(Store store, Rulebooks rulebooks, RuleCheck check, RehearseRules rehearse, IClock clock)
{
    public Task<IResult> Check(Guid practiceId, CheckRules asked, ClaimsPrincipal user, CancellationToken cancellationToken) => With(
        practiceId, async standing => TypedResults.Ok(await View(standing, asked.Text ?? "", user, cancellationToken)), cancellationToken);

    public Task<IResult> Edit(Guid practiceId, EditRules asked, ClaimsPrincipal user, CancellationToken cancellationToken) => With(
        practiceId,
        async standing =>
        {
            var text = asked.Text ?? "";
            if (asked.Edit is not { } edit || YamlScript.Read(standing.File.Path, text).Value is not { } script
                || RuleEdits.Of(edit, script) is not { } part || YamlEdit.Apply(text, part.Changes) is not { } edited)
                return Problems.Invalid(RulesProblems.NotByForm, RulebookWords.NotByForm(user.Culture()));
            edited = Numbered(edited, standing);
            return TypedResults.Ok(new EditedRules(edited, part.Field, await View(standing, edited, user, cancellationToken)));
        },
        cancellationToken);

    public Task<IResult> Rehearse(Guid practiceId, RehearseMonth asked, ClaimsPrincipal user, CancellationToken cancellationToken) => With(
        practiceId,
        async standing =>
        {
            if (!YearMonthPattern.Iso.Parse(asked.Month ?? "").TryGetValue(default, out var month))
                return BookingReply.Invalid("month", RulebookWords.NotAMonth(user.Culture())).Result();
            var text = check.Of(standing, asked.Text, user.Culture());
            if (text.Book is not { } next || !text.IsClean)
                return Faulty(text, user.Culture()).Result();
            var rehearsal = await rehearse.Do(standing.Practice.Id, month, standing.Book, next, cancellationToken);
            return TypedResults.Ok(RehearsedView.Of(rehearsal, standing, next, user.Culture()));
        },
        cancellationToken);

    public static BookingReply Faulty(CheckedText text, string culture) => BookingReply.Problem(
        StatusCodes.Status422UnprocessableEntity, RulesProblems.Faulty, RulebookWords.Faulty(text.Faults.Count(f => f.IsError), culture),
        (RulesProblems.FaultsField, text.Faults));

    /// <summary>A text that a form has changed bears the next number once.</summary>
    private static string Numbered(string text, StandingRules standing)
    {
        var now = standing.Book.Version.Version;
        var written = (YamlScript.Read("", text).Value?.Find("version") as ScriptScalar)?.Text;
        return text != standing.File.Text && written == $"{now}"
            ? YamlEdit.Apply(text, [new SetKey([], "version", new ScriptScalar(default, $"{now + 1}"))]) ?? text
            : text;
    }

    private async Task<CheckedRules> View(StandingRules standing, string written, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var text = check.Of(standing, written, user.Culture());
        var dropped = text.Book is not { } next ? [] : await store.Read(
            (db, token) => DroppedRules.Of(db, standing, next, clock.GetCurrentInstant(), token), cancellationToken);
        return new CheckedRules(text.Faults, text.Form, written.Length > YamlScript.MaxCharacters ? [] : ShowRules.Lines(standing.File.Text, written), dropped, text.IsHeldUp);
    }

    private async Task<IResult> With(Guid practiceId, Func<StandingRules, Task<IResult>> work, CancellationToken cancellationToken) =>
        await rulebooks.Of(new PracticeId(practiceId), cancellationToken) is { } standing
            ? await work(standing)
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
}
