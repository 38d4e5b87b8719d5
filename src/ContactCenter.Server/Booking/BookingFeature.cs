using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Reading.Neighbours;
using ContactCenter.Server.Booking.Reading.ProtocolBook;
using ContactCenter.Server.Booking.Reading.Replaying;
using ContactCenter.Server.Booking.Rehearsing;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Booking;

internal static class BookingFeature
{
    public static WebApplicationBuilder AddBooking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BookingScenes>().AddSingleton<AgendaSignals>().AddSingleton<AppointmentViews>();
        builder.Services.AddSingleton<CalendarWrites>().AddSingleton<ChangeAppointment>().AddSingleton<PatientFactsReader>().AddSingleton<AppointmentEntry>();
        builder.Services.AddSingleton<FindSeries>().AddSingleton<BookSeriesOfSessions>();
        builder.Services.AddSingleton<Book>().AddSingleton<Move>().AddSingleton<Cancel>().AddSingleton<Mark>().AddSingleton<Approvals>().AddSingleton<Absences>();
        builder.Services.AddSingleton<Holds>().AddSingleton<HoldEndpoints>();
        builder.Services.AddSingleton<SlotAskings>().AddSingleton<NeighbourPractices>().AddSingleton<FindNeighbourSlots>();
        builder.Services.AddSingleton<FindSlots>().AddSingleton<ExplainSlot>().AddSingleton<ShowAgenda>().AddSingleton<AgendaNews>().AddSingleton<AppointmentsOfPatient>().AddSingleton<ShowHistory>();
        builder.Services.AddSingleton<ShowProtocolBook>().AddSingleton<ReplayAgenda>().AddSingleton<RulesOfThen>().AddSingleton<ReplayedEntries>().AddSingleton<RehearseRules>();
        builder.Services.AddRulebook();
        builder.Services.AddSingleton<IEffectHand>(provider => provider.GetRequiredService<Holds>());
        builder.Services.AddSingleton<SettleCalendars>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SettleCalendars>());
        return builder;
    }

    public static void MapBooking(this IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/api/practices/{practiceId:guid}").RequirePractice();
        var readers = practice.MapGroup("").RequireAuthorization(Policies.PatientData);
        MapReading(readers, routes.ServiceProvider);
        MapWriting(readers, routes.ServiceProvider);
        MapPracticeOnly(practice.MapGroup("").RequireAuthorization(Policies.PracticeStaff), routes.ServiceProvider);
        practice.MapRulebook(routes.ServiceProvider);
    }

    private static void MapReading(RouteGroupBuilder practice, IServiceProvider services)
    {
        practice.MapGet("agenda", services.GetRequiredService<ShowAgenda>().Handle);
        practice.MapGet("agenda/days", ShowAgendaDays.Handle);
        practice.MapGet("agenda/news", services.GetRequiredService<AgendaNews>().Handle);
        practice.MapGet("agenda/replay", services.GetRequiredService<ReplayAgenda>().Handle);
        practice.MapGet("slots", services.GetRequiredService<FindSlots>().Handle);
        practice.MapGet("slots/neighbours", services.GetRequiredService<FindNeighbourSlots>().Handle).RequireAuthorization(Policies.AgentAtConsole);
        practice.MapGet("series", services.GetRequiredService<FindSeries>().Handle);
        practice.MapGet("slots/explain", services.GetRequiredService<ExplainSlot>().Handle);
        practice.MapGet("protocol-book", services.GetRequiredService<ShowProtocolBook>().Handle);
        practice.MapGet("visit-reasons", VisitReasons.Handle);
        practice.MapGet("search-terms", ShowSearchTerms.Handle);
        practice.MapGet("resources", CalendarResources.Handle);
        practice.MapGet("patients/{patientId:guid}/appointments", services.GetRequiredService<AppointmentsOfPatient>().Handle);
        practice.MapGet("appointments/{appointmentId:guid}/history", services.GetRequiredService<ShowHistory>().Handle);
        practice.MapGet("absences", services.GetRequiredService<Absences>().List);
    }

    private static void MapWriting(RouteGroupBuilder practice, IServiceProvider services)
    {
        var holds = services.GetRequiredService<HoldEndpoints>();
        practice.MapPost("holds", holds.Hold);
        practice.MapPost("holds/{holdId:guid}/extend", holds.Extend);
        practice.MapDelete("holds/{holdId:guid}", holds.LetGo);
        practice.MapPost("appointments", services.GetRequiredService<Book>().Handle);
        practice.MapPost("series", services.GetRequiredService<BookSeriesOfSessions>().Handle);
        practice.MapPost("appointments/{appointmentId:guid}/move", services.GetRequiredService<Move>().Handle);
        practice.MapPost("appointments/{appointmentId:guid}/cancel", services.GetRequiredService<Cancel>().Handle);
        var mark = services.GetRequiredService<Mark>();
        practice.MapPost("appointments/{appointmentId:guid}/arrive", mark.Arrive);
        practice.MapPost("appointments/{appointmentId:guid}/fulfil", mark.Fulfil);
        practice.MapPost("appointments/{appointmentId:guid}/no-show", mark.NoShow);
    }

    private static void MapPracticeOnly(RouteGroupBuilder staff, IServiceProvider services)
    {
        var approvals = services.GetRequiredService<Approvals>();
        staff.MapGet("approvals", approvals.List);
        staff.MapPost("appointments/{appointmentId:guid}/approve", approvals.Approve);
        staff.MapPost("appointments/{appointmentId:guid}/refuse", approvals.Refuse);
        var absences = services.GetRequiredService<Absences>();
        staff.MapPost("absences", absences.Enter);
        staff.MapDelete("absences/{absenceId:guid}", absences.Withdraw);
    }
}
