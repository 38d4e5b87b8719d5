using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What becomes of an appointment on its day, and what became of it before.</summary>
internal sealed class AppointmentActs(ConsoleApi api, BookingDesk bookings, PatientDesk patients, AgendaDesk agenda)
{
    /// <summary>Those that make sense now, by the practice's own clock.</summary>
    public IReadOnlyList<AppointmentMark> Possible(AppointmentView appointment) => appointment.State switch
    {
        AppointmentState.Booked when appointment.Start <= agenda.LocalNow => [AppointmentMark.Arrived, AppointmentMark.Seen, AppointmentMark.Missed],
        AppointmentState.Booked when appointment.Start.Date <= agenda.LocalNow.Date => [AppointmentMark.Arrived],
        AppointmentState.Arrived when appointment.Start <= agenda.LocalNow => [AppointmentMark.Seen],
        _ => [],
    };

    public async Task<Answer<AppointmentView>> Mark(AppointmentView appointment, AppointmentMark mark, Guid once)
    {
        var verb = mark switch { AppointmentMark.Arrived => "arrive", AppointmentMark.Seen => "fulfil", AppointmentMark.Missed => "no-show" };
        var answer = await api.Post<AppointmentView>($"{AddressOf(appointment)}/{verb}", new MarkAppointment(appointment.Version), once);
        if (answer.Succeeded)
            await Task.WhenAll(agenda.Load(), patients.LoadAppointments());
        return answer;
    }

    public Task<Answer<AppointmentHistory>> History(AppointmentView appointment) =>
        api.Get<AppointmentHistory>($"{AddressOf(appointment)}/history{(bookings.CallId is { } call ? $"?callId={call}" : "")}");

    private string AddressOf(AppointmentView appointment) => $"{bookings.Root}/appointments/{appointment.AppointmentId}";
}

internal enum AppointmentMark { Arrived, Seen, Missed }
