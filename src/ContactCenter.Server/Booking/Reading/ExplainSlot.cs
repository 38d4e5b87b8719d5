using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Why a moment is offered or not, by which rule of whom, and what would make it possible.</summary>
internal sealed class ExplainSlot(Store store, BookingScenes scenes, PatientFactsReader patients)
{
    public Task<IResult> Handle(Guid practiceId, [AsParameters] SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, query.CallId, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(query.VisitReason ?? ""), out var reason))
                return Refusals.UnknownReason(scene).Result();
            if (!scene.Book.Practitioners.TryGetValue(new PractitionerId(query.Practitioner ?? ""), out var practitioner))
                return Refusals.UnknownPractitioner(scene).Result();
            if (query.Moment(scene) is not { } moment)
                return Problems.InvalidField(BookingProblems.Invalid, "at");
            var wish = query.Wish(reason, practitioner.Id, moment, await query.Facts(db, scene, patients, token));
            return TypedResults.Ok(await Explain(db, scene, wish, practitioner, token));
        },
        cancellationToken);

    private static async Task<SlotExplanation> Explain(ContactCenterDb db, BookingScene scene, SlotWish wish, Practitioner practitioner, CancellationToken cancellationToken)
    {
        var window = CalendarScope.Whole(new Interval(wish.Start - Duration.FromDays(1), wish.Start + Duration.FromDays(1)), scene.Book);
        var calendar = await CalendarRows.Load(db, scene.Practice, new CalendarScope(window, null, scene.Now, scene.Holder), cancellationToken);
        var judgement = BookingRules.Judge(wish.Request(scene), practitioner, wish.Start, calendar, scene.Book);
        var rules = RuleViews.Of(judgement.Findings, scene);
        return new SlotExplanation(
            practitioner.Id.Value, scene.Local(wish.Start), judgement.Slot is { } slot ? scene.Local(slot.End) : null, judgement.Strength is null,
            rules.Count == 0 ? BookingWords.Offered(scene.Culture) : rules[0].Sentence, rules,
            judgement.Strength is null ? [] : await Alternatives.To(db, scene, wish, cancellationToken));
    }
}
