using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Free slots for a reason, the soonest first.</summary>
internal sealed class FindSlots(Store store, SlotAskings askings)
{
    private const int ShownOfEach = 3;

    public Task<IResult> Handle(Guid practiceId, [AsParameters] SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            var (asked, refused) = await askings.Read(db, practiceId, query, user, token);
            if (asked is not var (scene, reason, facts))
                return refused!;
            var question = query.Question(query.Wish(reason, default, default, facts).Request(scene), scene);
            var scope = CalendarScope.For(reason, question.Practitioners, question.Within, scene);
            var found = SlotFinder.Find(question, await CalendarRows.Load(db, scene.Practice, scope, token), scene.Book);
            var shown = new FoundSlots([.. found.Select(s => SlotViews.Of(s, scene))], null, Last(question, found, scene));
            return TypedResults.Ok(found.Count > 0 ? shown : shown with { WhyNone = SearchWords.NoneFound(scene.Culture), Wider = await Wider(db, scene, question, token) });
        },
        cancellationToken);

    private static LastPractitioner? Last(SlotQuestion question, IReadOnlyList<Slot> found, BookingScene scene)
    {
        if (question.First is null || question.Request.Patient.Last is not { } last || !scene.Book.Practitioners.TryGetValue(last.Practitioner, out var practitioner))
            return null;
        var isFree = found.Any(s => s.Practitioner == last.Practitioner);
        return new LastPractitioner(practitioner.Id.Value, practitioner.Name, last.Date.ToDateOnly(), SearchWords.SeenLastBy(practitioner, last.Date, isFree, scene.Culture));
    }

    private static async Task<List<WiderSlotsView>> Wider(ContactCenterDb db, BookingScene scene, SlotQuestion question, CancellationToken cancellationToken)
    {
        var horizon = scene.DaysFrom(scene.Today, scene.Today.PlusDays(scene.Book.HorizonDays)).End;
        var within = new Interval(question.Within.Start, Instant.Max(horizon, question.Within.End));
        var scope = CalendarScope.For(question.Request.Reason, [], within, scene);
        var wider = WiderSearch.Find(question, horizon, ShownOfEach, await CalendarRows.Load(db, scene.Practice, scope, cancellationToken), scene.Book);
        return [.. wider.Select(w => new WiderSlotsView($"{w.Wish}", SearchWords.Without(w, scene), [.. w.Slots.Select(s => SlotViews.Of(s, scene))]))];
    }
}
