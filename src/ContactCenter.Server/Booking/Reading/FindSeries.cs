using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>A series of sessions, solved as one proposal.</summary>
internal sealed class FindSeries(Store store, BookingScenes scenes, PatientFactsReader patients)
{
    private const int MostDaysApart = 366;

    public Task<IResult> Handle(Guid practiceId, [AsParameters] SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, query.CallId, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(query.VisitReason ?? ""), out var reason))
                return Refusals.UnknownReason(scene).Result();
            if (query.Sessions is not (>= 2 and <= SeriesQuestion.MostSessions))
                return BookingReply.Invalid("sessions", SearchWords.SeriesSessions(scene.Culture)).Result();
            if (query.LeastDays is < 1 or > MostDaysApart || query.MostDaysApart is > MostDaysApart || query.MostDaysApart < (query.LeastDays ?? 1))
                return BookingReply.Invalid("leastDays", SearchWords.SeriesSpacing(scene.Culture)).Result();
            var facts = await query.Facts(db, scene, patients, token);
            var question = Question(query, query.Wish(reason, default, default, facts).Request(scene), scene);
            var scope = CalendarScope.For(reason, question.Each.Practitioners, question.Each.Within, scene);
            var answer = SeriesPlanner.Find(question, await CalendarRows.Load(db, scene.Practice, scope, token), scene.Book);
            return TypedResults.Ok(Shown(answer, question, scene));
        },
        cancellationToken);

    // A series runs over months: where no period is given, all that may be booked.
    private static SeriesQuestion Question(SlotQuery query, BookingRequest request, BookingScene scene) => new()
    {
        Each = (query with { Days = query.Days ?? scene.Book.HorizonDays + 1 }).Question(request, scene),
        Sessions = query.Sessions!.Value, LeastDays = query.LeastDays ?? 1, MostDays = query.MostDaysApart,
    };

    private static ProposedSeries Shown(SeriesAnswer answer, SeriesQuestion question, BookingScene scene) => answer.Proposal is { } proposal
        ? new ProposedSeries([.. proposal.Slots.Select(s => SlotViews.Of(s, scene))], proposal.Slots.Count, SearchWords.Series(proposal, scene))
        : new ProposedSeries([], answer.Longest, SearchWords.NoSeries(answer, question.Sessions, scene.Culture));
}
