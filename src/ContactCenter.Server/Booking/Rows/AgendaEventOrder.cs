namespace ContactCenter.Server.Booking.Rows;

/// <summary>The order in which the history of calendars is read.</summary>
internal static class AgendaEventOrder
{
    /// <summary>
    /// The oldest first. Lines of one transaction bear one moment, and ids made within a millisecond are in no order: of those, what must have come later is later.
    /// </summary>
    public static IEnumerable<AgendaEvent> InOrder(this IEnumerable<AgendaEvent> events) => events.OrderBy(e => e.At).ThenBy(e => Rank(e.Kind)).ThenBy(e => e.Id);

    private static int Rank(AgendaEventKind kind) => kind switch
    {
        AgendaEventKind.Held or AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.AbsenceEntered => 0,
        AgendaEventKind.MovedOut => 1,
        AgendaEventKind.MovedIn => 2,
        AgendaEventKind.Approved => 3,
        AgendaEventKind.Arrived => 4,
        AgendaEventKind.Fulfilled or AgendaEventKind.NoShow => 5,
        AgendaEventKind.Cancelled or AgendaEventKind.HoldReleased or AgendaEventKind.AbsenceWithdrawn => 6,
    };
}
