using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Booking;

internal static class BookingFeature
{
    public static WebApplicationBuilder AddBooking(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BookingDesk>().AddSingleton<AppointmentViews>().AddSingleton<AgendaSignals>().AddSingleton<Holds>();
        builder.Services.AddSingleton<IEffectHand>(provider => provider.GetRequiredService<Holds>());
        return builder;
    }

    public static void MapBooking(this IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/api/practices/{practiceId:guid}").RequireAuthorization(Policies.PatientData).RequirePractice();
        practice.MapGet("agenda", ReadAgenda.Agenda);
        practice.MapGet("slots", ReadAgenda.Slots);
        practice.MapGet("visit-reasons", ReadAgenda.Reasons);
        practice.MapGet("patients/{patientId:guid}/appointments", ReadAgenda.OfPatient);
        practice.MapPost("holds", Holds.Hold);
        practice.MapDelete("holds/{holdId:guid}", Holds.LetGo);
        practice.MapPost("appointments", BookAppointmentHandler.Handle);
        practice.MapPost("appointments/{appointmentId:guid}/move", ChangeAppointment.Move);
        practice.MapPost("appointments/{appointmentId:guid}/cancel", ChangeAppointment.Cancel);
    }
}
