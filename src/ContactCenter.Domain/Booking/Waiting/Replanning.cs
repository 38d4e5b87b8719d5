using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>An appointment whose practitioner is not there.</summary>
/// <param name="Request">What was booked, with what is known of the patient; this appointment does not count among her visits.</param>
public sealed record StrandedAppointment(AppointmentId Id, PractitionerId Practitioner, Instant Start, Instant BookedAt, BookingRequest Request)
{
    /// <summary>It was booked into slots that are kept for what cannot wait.</summary>
    public bool IsUrgent => Request.Reason.Pool is not null;
}

/// <param name="Slots">Where it may go, the best first; empty when nothing is free.</param>
public sealed record ReplanProposal(StrandedAppointment Appointment, IReadOnlyList<Slot> Slots);

/// <summary>
/// Where the patients of an absent practitioner may go. Urgent reasons choose first, then whoever comes earliest; what is proposed first to one is
/// not proposed to those after her.
/// </summary>
public static class Replanning
{
    /// <summary>A routine visit rather waits so long for its own practitioner than goes to a colleague.</summary>
    private static readonly Duration Faithful = Duration.FromDays(5);

    private const int MostEach = 40;

    /// <param name="calendar">With the absence in it, over the whole of <paramref name="within"/>.</param>
    /// <param name="shown">Proposals for each patient at most.</param>
    public static IReadOnlyList<ReplanProposal> Propose(
        IEnumerable<StrandedAppointment> stranded, Interval within, int shown, CalendarState calendar, BookingBook book)
    {
        List<ReplanProposal> proposals = [];
        foreach (var one in InOrder(stranded))
        {
            var slots = Slots(one, within, calendar, book).Take(shown).ToList();
            proposals.Add(new ReplanProposal(one, slots));
            if (slots is [var first, ..])
                calendar = calendar.With(first, one.Request.Reason.Id, one.Request.Patient);
        }

        return proposals;
    }

    /// <summary>Who is rung first.</summary>
    public static IEnumerable<StrandedAppointment> InOrder(IEnumerable<StrandedAppointment> stranded) =>
        stranded.OrderByDescending(s => s.IsUrgent).ThenBy(s => s.Start).ThenBy(s => s.BookedAt).ThenBy(s => s.Id.Value);

    /// <summary>Slots that need nobody's leave, the one that costs the patient least first.</summary>
    private static IEnumerable<Slot> Slots(StrandedAppointment one, Interval within, CalendarState calendar, BookingBook book)
    {
        var question = new SlotQuestion { Request = one.Request, Within = within, Most = int.MaxValue, MostEach = MostEach };
        return Apart(SlotFinder.Find(question, calendar, book)
            .Where(s => s.Asks is null)
            .OrderBy(s => Cost(one, s)).ThenBy(s => s.Practitioner != one.Practitioner).ThenBy(s => s.Start).ThenBy(s => s.Practitioner.Value, StringComparer.Ordinal));
    }

    private static Duration Cost(StrandedAppointment one, Slot slot)
    {
        var delay = slot.Start < one.Start ? one.Start - slot.Start : slot.Start - one.Start;
        return slot.Practitioner == one.Practitioner || one.IsUrgent ? delay : delay + Faithful;
    }

    /// <summary>Of slots that overlap each other only the first.</summary>
    private static IEnumerable<Slot> Apart(IEnumerable<Slot> slots)
    {
        List<Slot> taken = [];
        foreach (var slot in slots)
        {
            if (taken.Exists(t => t.Practitioner == slot.Practitioner && t.Start < slot.End && slot.Start < t.End))
                continue;
            taken.Add(slot);
            yield return slot;
        }
    }
}
