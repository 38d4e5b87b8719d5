using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>The rows behind calendars: what is taken, and taking and giving back inside a unit of work.</summary>
internal static class CalendarRows
{
    // No visit is longer than the rules allow one to be, so that what begins earlier than this does not reach into a window. Without it
    // a search would read the practice's whole past.
    private static readonly Duration LongestReach = Duration.FromMinutes(VisitReason.LongestMinutes);

    private static readonly HotList<PracticeId, PractitionerId, Instant, Instant, BookedTime> OfOne = new((db, practice, practitioner, after, to) => db.Set<Appointment>()
        .AsNoTracking()
        .Where(a => a.PracticeId == practice && a.PractitionerId == practitioner && a.Start >= after && a.Start < to && a.State != AppointmentState.Cancelled)
        .Select(a => new BookedTime(a.Id, a.PractitionerId, a.Lane, a.Start, a.End, a.ReasonId, a.IsNewPatient, a.Resources)));

    private static readonly HotList<PracticeId, SlotHold> HoldsOf = new((db, practice) => db.Set<SlotHold>().AsNoTracking().Where(h => h.PracticeId == practice));

    private static readonly HotList<PracticeId, CallId, SlotHold> HoldsOfPracticeOrCall = new((db, practice, call) => db.Set<SlotHold>()
        .AsNoTracking().Where(h => h.PracticeId == practice || h.CallId == call));

    private static readonly HotList<PracticeId, Instant, AbsentTime> AbsencesFrom = new((db, practice, from) => db.Set<Absence>()
        .AsNoTracking()
        .Where(a => a.PracticeId == practice && a.End > from && a.WithdrawnAt == null)
        .Select(a => new AbsentTime(a.ResourceId, a.Start, a.End)));

    /// <summary>What takes time between two instants.</summary>
    public static async Task<CalendarState> Load(ContactCenterDb db, PracticeId practice, CalendarScope scope, CancellationToken cancellationToken) =>
        await Load(db, practice, scope, await HoldsOf.Run(db, practice, cancellationToken), cancellationToken);

    /// <summary>The same, with the practice's holds read before.</summary>
    public static async Task<CalendarState> Load(
        ContactCenterDb db, PracticeId practice, CalendarScope scope, IReadOnlyList<SlotHold> holds, CancellationToken cancellationToken)
    {
        var (from, to) = (scope.Window.Start, scope.Window.End);
        var booked = (await Booked(db, practice, scope, cancellationToken)).Where(a => a.End > from);
        var held = holds.Where(h => h.PracticeId == practice && h.ExpiresAt > scope.Now && h.Start < to && h.End > from);
        var absent = (await AbsencesFrom.Run(db, practice, from, cancellationToken)).Where(a => a.Start < to);
        return new CalendarState(
        [
            .. booked.Where(a => a.Id != scope.ExceptAppointment).Select(a => new CalendarEntry
            {
                Kind = CalendarEntryKind.Appointment, Practitioner = a.PractitionerId, Lane = a.Lane, From = Step.At(a.Start), To = Step.AtOrAfter(a.End),
                Reason = a.ReasonId, IsNewPatient = a.IsNewPatient, Resources = ResourceList.Read(a.Resources),
            }),
            .. held.Where(h => scope.ExceptHolder is not { } own || own != h.Owner).Select(h => new CalendarEntry
            {
                Kind = CalendarEntryKind.Hold, Practitioner = h.PractitionerId, Lane = h.Lane, From = Step.At(h.Start), To = Step.AtOrAfter(h.End),
                Reason = h.ReasonId, Resources = ResourceList.Read(h.Resources),
            }),
            .. absent.Select(a => new CalendarEntry
            {
                Kind = CalendarEntryKind.Absence, Practitioner = new PractitionerId(a.ResourceId.Value), From = Step.At(a.Start), To = Step.AtOrAfter(a.End), Resources = [a.ResourceId],
            }),
        ]);
    }

    /// <summary>All holds of a practice, those that have run out too, one for each live call at most; and that of a call at another practice.</summary>
    public static ValueTask<List<SlotHold>> Holds(ContactCenterDb db, PracticeId practice, CallId? call, CancellationToken cancellationToken) =>
        call is { } id ? HoldsOfPracticeOrCall.Run(db, practice, id, cancellationToken) : HoldsOf.Run(db, practice, cancellationToken);

    private static async Task<List<BookedTime>> Booked(ContactCenterDb db, PracticeId practice, CalendarScope scope, CancellationToken cancellationToken)
    {
        var (after, to) = (scope.Window.Start - LongestReach, scope.Window.End);
        if (scope is { Practitioners: [var one], OthersResources: false })
            return await OfOne.Run(db, practice, one, after, to, cancellationToken);
        var appointments = db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == practice && a.Start >= after && a.Start < to && a.State != AppointmentState.Cancelled);
        if (scope is { Practitioners: { } only, OthersResources: true })
            appointments = appointments.Where(a => only.Contains(a.PractitionerId) || a.Resources != "");
        else if (scope.Practitioners is { } alone)
            appointments = appointments.Where(a => alone.Contains(a.PractitionerId));
        return await appointments.Select(a => new BookedTime(a.Id, a.PractitionerId, a.Lane, a.Start, a.End, a.ReasonId, a.IsNewPatient, a.Resources))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Takes the steps of a slot: those of the caller's own hold change their name, others are inserted. Another may still be faster: the key
    /// decides on saving.
    /// </summary>
    public static async Task Take(ContactCenterDb db, PracticeId practice, Slot slot, AppointmentId appointment, SlotHold? own, CancellationToken cancellationToken)
    {
        if (own is not null && SameSteps(own.Slot, slot))
        {
            var taken = await db.Set<Occupancy>().Where(o => o.PracticeId == practice && o.HoldId == own.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.AppointmentId, appointment).SetProperty(o => o.HoldId, (HoldId?)null), cancellationToken);
            await db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.Id == own.Id).ExecuteDeleteAsync(cancellationToken);
            // None: the call ended or the hold ran out since it was read, and its steps are anybody's.
            if (taken > 0)
                return;
        }
        else if (own is not null)
        {
            await Release(db, practice, own.Id, cancellationToken);
        }

        db.AddRange(Rows(practice, slot, appointment, null));
    }

    public static void Take(ContactCenterDb db, PracticeId practice, Slot slot, HoldId hold) => db.AddRange(Rows(practice, slot, null, hold));

    public static Task GiveBack(ContactCenterDb db, PracticeId practice, AppointmentId appointment, CancellationToken cancellationToken) =>
        db.Set<Occupancy>().Where(o => o.PracticeId == practice && o.AppointmentId == appointment).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Frees a hold's steps. Returns whether it was still there: of several who release it, one has done it.</summary>
    public static async Task<bool> Release(ContactCenterDb db, PracticeId practice, HoldId hold, CancellationToken cancellationToken)
    {
        await db.Set<Occupancy>().Where(o => o.PracticeId == practice && o.HoldId == hold).ExecuteDeleteAsync(cancellationToken);
        return await db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.Id == hold).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    private static bool SameSteps(Slot one, Slot other) =>
        one.Start == other.Start && one.End == other.End && one.Occupies.SequenceEqual(other.Occupies);

    private static IEnumerable<Occupancy> Rows(PracticeId practice, Slot slot, AppointmentId? appointment, HoldId? hold) =>
        from occupied in slot.Occupies
        from step in Enumerable.Range(Step.At(slot.Start), Step.AtOrAfter(slot.End) - Step.At(slot.Start))
        select new Occupancy { PracticeId = practice, ResourceId = occupied.Resource, Lane = occupied.Lane, Step = step, AppointmentId = appointment, HoldId = hold };

    private sealed record BookedTime(
        AppointmentId Id, PractitionerId PractitionerId, int Lane, Instant Start, Instant End, VisitReasonId ReasonId, bool IsNewPatient, string Resources);

    private sealed record AbsentTime(ResourceId ResourceId, Instant Start, Instant End);
}

/// <summary>What of the calendars is loaded.</summary>
/// <param name="Practitioners">Null: all.</param>
/// <param name="ExceptHolder">Its holds do not count: they make room for its own booking.</param>
/// <param name="ExceptAppointment">The one that is moved.</param>
internal sealed record CalendarScope(Interval Window, IReadOnlyList<PractitionerId>? Practitioners, Instant Now, HoldOwner? ExceptHolder = null, AppointmentId? ExceptAppointment = null)
{
    /// <summary>Whether it matters which rooms, devices and staff the appointments of other practitioners take.</summary>
    public bool OthersResources { get; init; } = true;

    /// <summary>
    /// For slots of one reason. Where it takes no room, device or staff, only the calendars of the practitioners are read, each by its own key.
    /// </summary>
    /// <param name="only">Whose slots are asked for; empty: all who are in the book.</param>
    public static CalendarScope For(VisitReason reason, IEnumerable<PractitionerId> only, Interval within, BookingScene scene)
    {
        IReadOnlyList<PractitionerId> whose = scene.Book.Quotas.Any(q => q.Together) ? [] : [.. only];
        return new CalendarScope(Whole(within, scene.Book), whose.Count > 0 ? whose : [.. scene.Book.Practitioners.Keys], scene.Now, scene.Holder)
        {
            OthersResources = reason.Needs.Count > 0,
        };
    }

    /// <summary>Everything that the rules may count for slots in the interval: its whole days, or weeks where a quota counts by week.</summary>
    public static Interval Whole(Interval interval, BookingBook book)
    {
        var first = interval.Start.InZone(book.Zone).Date;
        var last = interval.End.InZone(book.Zone).Date;
        if (book.Quotas.Any(q => q.Period == QuotaPeriod.Week))
            (first, last) = (first.PlusDays(1 - (int)first.DayOfWeek), last.PlusDays(7 - (int)last.DayOfWeek));
        return new Interval(book.Zone.AtStartOfDay(first).ToInstant(), book.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
    }
}
