using ContactCenter.Server.Booking.Rows;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>Folds the history of calendars up to a moment: of each appointment, hold and absence the line that held then.</summary>
internal static class AgendaThen
{
    /// <param name="events">All of each subject up to the moment, in any order.</param>
    /// <returns>The last line of those that stood in the calendars.</returns>
    public static IEnumerable<AgendaEvent> Standing(IEnumerable<AgendaEvent> events, Instant at) => events
        .Where(e => e.At <= at)
        .GroupBy(e => e.Subject)
        .Select(subject => subject.InOrder().Last())
        .Where(last => Stands(last.Kind));

    private static bool Stands(AgendaEventKind kind) => kind switch
    {
        AgendaEventKind.Held or AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.AbsenceEntered => true,
        AgendaEventKind.MovedIn or AgendaEventKind.Approved or AgendaEventKind.Arrived or AgendaEventKind.Fulfilled or AgendaEventKind.NoShow => true,
        AgendaEventKind.MovedOut or AgendaEventKind.Cancelled or AgendaEventKind.HoldReleased or AgendaEventKind.AbsenceWithdrawn => false,
    };
}
