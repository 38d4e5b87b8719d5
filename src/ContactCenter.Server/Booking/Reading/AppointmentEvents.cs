using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>The history of an appointment as it goes to the screen, oldest first.</summary>
internal static class AppointmentEvents
{
    public static async Task<IReadOnlyList<AppointmentEventView>> Of(
        ContactCenterDb db, BookingScene scene, AppointmentId appointment, CancellationToken cancellationToken)
    {
        var rows = await db.Set<AgendaEvent>().AsNoTracking()
            .Where(e => e.PracticeId == scene.Practice && e.Subject == appointment.Value).ToListAsync(cancellationToken);
        var people = rows.Select(e => e.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. rows.InOrder().Select(e => new AppointmentEventView(
                scene.Local(e.At), $"{e.Kind}", e.State is { } state ? AppointmentViews.StateOf(state) : null, e.ResourceId.Value,
                scene.Local(e.Start), scene.Local(e.End), e.By is { } by ? names.GetValueOrDefault(by) : null, e.CallId?.Value, e.Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    /// <summary>The latest acts, as many as versions have passed; a move is one act in two lines.</summary>
    public static IReadOnlyList<AppointmentEventView> Latest(IReadOnlyList<AppointmentEventView> history, int versions)
    {
        var acts = history.Where(e =>
            e.What is not (nameof(AgendaEventKind.Booked) or nameof(AgendaEventKind.Requested) or nameof(AgendaEventKind.MovedOut)));
        return [.. acts.TakeLast(versions)];
    }
}
