using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>The rows behind calendars: what is taken, and taking and giving back inside a unit of work.</summary>
internal static class Calendar
{
    public static readonly Duration HoldFor = Duration.FromMinutes(3);

    /// <summary>What takes time between two instants: bookings, holds that live, absences.</summary>
    public static async Task<List<Taken>> Taken(ContactCenterDb db, PracticeId practice, Instant from, Instant to, Instant now, CallId? except, CancellationToken cancellationToken)
    {
        var booked = await db.Set<Appointment>().Where(a => a.PracticeId == practice && a.Start < to && a.End > from && a.State != Contracts.Booking.AppointmentState.Cancelled)
            .Select(a => new { a.PractitionerId, a.Start, a.End }).ToListAsync(cancellationToken);
        var held = await db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.Start < to && h.End > from && h.ExpiresAt > now && h.CallId != except)
            .Select(h => new { h.PractitionerId, h.Start, h.End }).ToListAsync(cancellationToken);
        var away = await db.Set<Absence>().Where(a => a.PracticeId == practice && a.Start < to && a.End > from)
            .Select(a => new { a.PractitionerId, a.Start, a.End }).ToListAsync(cancellationToken);
        return [.. booked.Concat(held).Concat(away).Select(x => new Taken(x.PractitionerId, Step.At(x.Start), Step.AtOrAfter(x.End)))];
    }

    /// <summary>Frees what expired holds still occupy, so that their steps can be taken: a constraint cannot read the clock.</summary>
    public static async Task SweepExpired(ContactCenterDb db, PracticeId practice, PractitionerId practitioner, Instant now, CancellationToken cancellationToken)
    {
        var expired = await db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.PractitionerId == practitioner && h.ExpiresAt <= now).Select(h => h.Id).ToListAsync(cancellationToken);
        foreach (var hold in expired)
            await Release(db, practice, hold, cancellationToken);
    }

    public static async Task Release(ContactCenterDb db, PracticeId practice, HoldId hold, CancellationToken cancellationToken)
    {
        await db.Set<Occupancy>().Where(o => o.PracticeId == practice && o.HoldId == hold).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.Id == hold).ExecuteDeleteAsync(cancellationToken);
    }

    public static Task GiveBack(ContactCenterDb db, PracticeId practice, AppointmentId appointment, CancellationToken cancellationToken) =>
        db.Set<Occupancy>().Where(o => o.PracticeId == practice && o.AppointmentId == appointment).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Whether every step of the slot is free now. Another may still be faster: the key decides on saving.</summary>
    public static async Task<bool> IsFree(ContactCenterDb db, PracticeId practice, Slot slot, CancellationToken cancellationToken)
    {
        var (from, to) = (Step.At(slot.Start), Step.AtOrAfter(slot.End));
        return !await db.Set<Occupancy>().AnyAsync(o => o.PracticeId == practice && o.PractitionerId == slot.Practitioner && o.Lane == 0 && o.Step >= from && o.Step < to, cancellationToken)
            && !await db.Set<Absence>().AnyAsync(a => a.PracticeId == practice && a.PractitionerId == slot.Practitioner && a.Start < slot.End && a.End > slot.Start, cancellationToken);
    }

    /// <summary>Takes the steps of the slot, in ascending order so that two who want several never wait for each other crosswise.</summary>
    public static void Take(ContactCenterDb db, PracticeId practice, Slot slot, AppointmentId? appointment, HoldId? hold)
    {
        for (var step = Step.At(slot.Start); step < Step.AtOrAfter(slot.End); step++)
            db.Add(new Occupancy { PracticeId = practice, PractitionerId = slot.Practitioner, Step = step, AppointmentId = appointment, HoldId = hold });
    }
}
