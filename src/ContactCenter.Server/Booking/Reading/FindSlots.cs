using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Free slots for a reason, the soonest first.</summary>
internal sealed class FindSlots(Store store, BookingScenes scenes, PatientFactsReader patients)
{
    public Task<IResult> Handle(Guid practiceId, [AsParameters] SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, query.CallId, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(query.VisitReason ?? ""), out var reason))
                return Refusals.UnknownReason(scene).Result();
            var facts = await query.Facts(db, scene, patients, token);
            var question = query.Question(query.Wish(reason, default, default, facts).Request(scene), scene);
            var scope = new CalendarScope(CalendarScope.Whole(question.Within, scene.Book), Whose(question, scene.Book), scene.Now, scene.Call);
            var found = SlotFinder.Find(question, await CalendarRows.Load(db, scene.Practice, scope, token), scene.Book);
            return TypedResults.Ok(new FoundSlots([.. found.Select(s => SlotViews.Of(s, scene))], found.Count > 0 ? null : BookingWords.NoneFound(scene.Culture)));
        },
        cancellationToken);

    private static IReadOnlyCollection<PractitionerId>? Whose(SlotQuestion question, BookingBook book) =>
        question.Practitioners.Count == 0 || book.Quotas.Any(q => q.Together) ? null : question.Practitioners;
}
