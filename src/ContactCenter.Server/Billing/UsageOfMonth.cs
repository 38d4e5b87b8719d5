using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>What a practice used around a month, from the stored measurements; what a contest freed is no longer charged.</summary>
internal static class UsageOfMonth
{
    // Notes may be written for a while after the caller left; only what lies within the month is rated.
    private static readonly Duration NotesReachOver = Duration.FromDays(1);

    public static async Task<MonthUsage> Read(ContactCenterDb db, PracticeId practice, BillingPeriod month, CancellationToken cancellationToken)
    {
        var (from, to) = (month.Instants.Start, month.Instants.End);
        var reach = from - NotesReachOver;
        var calls = await db.Set<MeteredCall>().AsNoTracking().Where(m => m.PracticeId == practice && m.StartedAt < to && m.EndedAt > reach)
            .ToListAsync(cancellationToken);
        var booked = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == practice && a.CallId != null && a.BookedAt >= from && a.BookedAt < to).ToListAsync(cancellationToken);
        var freed = await db.Set<Contest>().AsNoTracking()
            .Where(c => c.PracticeId == practice && c.State == ContestState.Accepted && c.Start < to && c.End > reach).ToListAsync(cancellationToken);
        var usage = new MonthUsage([.. calls.Select(c => c.ReadUsage())], [.. booked.Select(Charged)], []);
        return WaivedStretch.Without(usage, freed.Select(c => c.Waived));
    }

    private static BookedAppointment Charged(Appointment appointment) => new(
        appointment.Id.Value, appointment.CallId!.Value, appointment.BookedAt, appointment.PatientId.Value, appointment.PractitionerId.Value, appointment.Start,
        null, EndOf(appointment));

    private static AppointmentEnd EndOf(Appointment appointment) => appointment.State != AppointmentState.Cancelled ? AppointmentEnd.None
        : appointment.CancelledFor switch
        {
            CancelledFor.Patient => AppointmentEnd.CancelledByPatient,
            CancelledFor.Practice or CancelledFor.NoDecision => AppointmentEnd.CancelledByPractice,
            CancelledFor.Us => AppointmentEnd.CancelledByUs,
            // Nobody's wish is on record: in doubt the practice does not pay for it.
            null => AppointmentEnd.CancelledByUs,
        };
}
