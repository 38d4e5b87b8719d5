using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>A slot that somebody wants, now.</summary>
internal sealed record SlotWish
{
    public required VisitReason Reason { get; init; }

    public required PractitionerId Practitioner { get; init; }

    public required Instant Start { get; init; }

    public PatientId? Patient { get; init; }

    public PatientFacts Facts { get; init; } = PatientFacts.Unknown;

    public string? Pool { get; init; }

    public bool Overbook { get; init; }

    public bool IsJustified { get; init; }

    /// <summary>The appointment that is moved there.</summary>
    public Appointment? Moving { get; init; }

    public BookingRequest Request(BookingScene scene) => new()
    {
        Reason = Reason, Channel = scene.Channel, Patient = Facts, Overbook = Overbook, Now = scene.Now,
        Pools = Pool is null ? new HashSet<string>() : new HashSet<string> { Pool },
    };
}

/// <summary>Decides who gets a slot: takes the calendars it depends on, frees what has run out, loads, and asks the rules.</summary>
internal static class SlotClaims
{
    public static async Task<BookingDecision> Decide(ContactCenterDb db, BookingScene scene, SlotWish wish, CancellationToken cancellationToken)
    {
        var scopes = AgendaLocks.For(wish.Reason, wish.Practitioner, wish.Patient, scene.Book);
        if (wish.Moving is { } moving)
            scopes = scopes.Concat(ResourceList.Read(moving.Resources).Select(r => r.Value)).Append(moving.PractitionerId.Value);
        await AgendaLocks.Take(db, scene.Practice, scopes, cancellationToken);
        await ReleaseExpired(db, scene, cancellationToken);
        var calendar = await Load(db, scene, wish, wish.Start, cancellationToken);
        var request = wish.Request(scene) with { IsHeld = IsHeld(scene, wish) };
        return BookingRules.Decide(request, scene.Book.Practitioners[wish.Practitioner], wish.Start, wish.IsJustified, calendar, scene.Book);
    }

    /// <summary>Decides sessions together: each as if those before it were booked, and no further than the first that is refused.</summary>
    /// <param name="wishes">Of one patient, reason and practitioner, in the order of time.</param>
    public static async Task<List<(SlotWish Wish, BookingDecision Decision)>> DecideAll(
        ContactCenterDb db, BookingScene scene, IReadOnlyList<SlotWish> wishes, CancellationToken cancellationToken)
    {
        var (first, last) = (wishes[0], wishes[^1]);
        await AgendaLocks.Take(db, scene.Practice, AgendaLocks.For(first.Reason, first.Practitioner, first.Patient, scene.Book), cancellationToken);
        await ReleaseExpired(db, scene, cancellationToken);
        var calendar = await Load(db, scene, first, last.Start, cancellationToken);
        var patient = first.Facts;
        List<(SlotWish, BookingDecision)> decided = [];
        foreach (var wish in wishes.Select(w => w with { Facts = patient }))
        {
            var request = wish.Request(scene) with { IsHeld = IsHeld(scene, wish) };
            var decision = BookingRules.Decide(request, scene.Book.Practitioners[wish.Practitioner], wish.Start, wish.IsJustified, calendar, scene.Book);
            decided.Add((wish, decision));
            if (SlotOf(decision) is not { } slot)
                break;
            calendar = calendar.With(slot, wish.Reason.Id, patient);
            patient = patient.After(wish.Reason.Id, scene.DateOf(slot.Start));
        }

        return decided;
    }

    /// <summary>Null when it was refused.</summary>
    public static Slot? SlotOf(BookingDecision decision) => (decision as MayBook)?.Slot ?? (decision as NeedsApproval)?.Slot;

    private static bool IsHeld(BookingScene scene, SlotWish wish) => scene.Standing.Exists(
        h => h.PracticeId == scene.Practice && h.Owner == scene.Holder && h.PractitionerId == wish.Practitioner && h.Start == wish.Start && h.ReasonId == wish.Reason.Id);

    /// <summary>
    /// A constraint cannot read the clock: holds that have run out go before their steps are asked for. Those that stand are in the scene from then on.
    /// </summary>
    public static async Task ReleaseExpired(ContactCenterDb db, BookingScene scene, CancellationToken cancellationToken)
    {
        var holds = await CalendarRows.Holds(db, scene.Practice, scene.Call, cancellationToken);
        foreach (var hold in holds.Where(h => h.PracticeId == scene.Practice && h.ExpiresAt <= scene.Now))
        {
            if (!await CalendarRows.Release(db, scene.Practice, hold.Id, cancellationToken))
                continue;
            AgendaEvents.Of(db, AgendaEventKind.HoldReleased, hold, hold.ExpiresAt, null);
            await FreedSlots.Note(db, hold, scene.Now, cancellationToken);
        }

        scene.Standing.Clear();
        scene.Standing.AddRange(holds.Where(h => h.PracticeId != scene.Practice || h.ExpiresAt > scene.Now));
    }

    /// <param name="last">When the last of all slots that are asked for begins.</param>
    private static Task<CalendarState> Load(ContactCenterDb db, BookingScene scene, SlotWish wish, Instant last, CancellationToken cancellationToken)
    {
        var gap = Duration.FromMinutes(scene.Book.LongestGap + Step.Minutes);
        var within = new Interval(wish.Start - gap, last + Duration.FromHours(8) + gap);
        var scope = CalendarScope.For(wish.Reason, [wish.Practitioner], within, scene) with { ExceptAppointment = wish.Moving?.Id };
        return CalendarRows.Load(db, scene.Practice, scope, scene.Standing, cancellationToken);
    }
}
