using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>
/// Enters one appointment that the practice had made elsewhere. It was agreed with the patient before: openings, notice and quotas do not refuse it,
/// what is taken does.
/// </summary>
internal sealed class EnterImported(PatientsByName patients, AppointmentEntry entry, SearchTokens tokens)
{
    public async Task<RowOutcome> Try(ContactCenterDb db, BookingScene scene, WantedAppointment wanted, DryCalendar dry, CancellationToken cancellationToken)
    {
        var found = await Decide(db, scene, wanted, dry, cancellationToken);
        if (found is { Slot: { } slot })
            dry.Add(found.Key, slot);
        return found.Outcome;
    }

    public async Task<RowOutcome> Do(ContactCenterDb db, BookingScene scene, WantedAppointment wanted, CancellationToken cancellationToken)
    {
        var draft = wanted.Draft;
        await AgendaLocks.Take(db, scene.Practice, AgendaLocks.For(draft.Reason, draft.Practitioner.Id, null, scene.Book), cancellationToken);
        await SlotClaims.ReleaseExpired(db, scene, cancellationToken);
        var found = await Decide(db, scene, wanted, new DryCalendar(), cancellationToken);
        if (found.Slot is { } slot)
        {
            var wish = new SlotWish
            {
                Reason = draft.Reason, Practitioner = draft.Practitioner.Id, Start = slot.Start, Patient = found.Patient, Facts = new PatientFacts { SaidToBeNew = false },
            };
            await entry.Enter(db, scene, wish, new Booked(wanted.Id, slot, [], null), new AppointmentWords(draft.Note), cancellationToken);
        }

        if (found.IsNewKey)
        {
            db.Add(new ImportedRow
            {
                PracticeId = scene.Practice, Kind = ImportedKind.Appointment, Token = found.Key, Content = wanted.Content, Subject = (found.There ?? wanted.Id).Value, At = scene.Now,
            });
        }

        return found.Outcome;
    }

    private async Task<Found> Decide(ContactCenterDb db, BookingScene scene, WantedAppointment wanted, DryCalendar dry, CancellationToken cancellationToken)
    {
        if (wanted.Key is { } key && await Before(db, scene, wanted, key, cancellationToken) is { } before)
            return new Found(before);
        var (patient, code, why) = await patients.Find(db, scene.Practice, wanted.Draft.Patient, cancellationToken);
        if (code is not null)
            return new Found(wanted.Refused(code, why!));
        // Without an id, practitioner, patient and start stand for one: what was cancelled here since is not brought back.
        var own = wanted.Key ?? tokens.Of(scene.Practice, "imported-appointment", $"\n{wanted.Draft.Practitioner.Id}\n{wanted.Draft.Time.Start}\n{patient}");
        if (wanted.Key is null && (dry.Has(own) ? RowOutcome.AlreadyThere : await Before(db, scene, wanted, own, cancellationToken)) is { } again)
            return new Found(again);
        if (await Same(db, scene, wanted.Draft, patient, cancellationToken) is { } there)
            return new Found(RowOutcome.AlreadyThere, patient, own, There: there);
        return await Slot(db, scene, wanted, dry, cancellationToken) is var (slot, refusal) && slot is not null
            ? new Found(new RowOutcome(RowResult.Imported, Day: scene.DateOf(slot.Start)), patient, own, slot)
            : new Found(refusal!);
    }

    private static async Task<RowOutcome?> Before(ContactCenterDb db, BookingScene scene, WantedAppointment wanted, long key, CancellationToken cancellationToken) =>
        await ImportedRows.Find(db, scene.Practice, ImportedKind.Appointment, key, cancellationToken) is not { } row ? null
        : row.Content == wanted.Content ? RowOutcome.AlreadyThere
        : wanted.Refused(ImportCodes.ChangedSince, ImportWords.ChangedSince);

    /// <summary>The very appointment, entered by hand.</summary>
    private static async Task<AppointmentId?> Same(ContactCenterDb db, BookingScene scene, AppointmentDraft draft, PatientId patient, CancellationToken cancellationToken)
    {
        var (practitioner, start, end) = (draft.Practitioner.Id, draft.Time.Start, draft.Time.End);
        var there = await db.Set<Appointment>()
            .Where(a => a.PracticeId == scene.Practice && a.PractitionerId == practitioner && a.PatientId == patient && a.Start == start && a.End == end && a.State != AppointmentState.Cancelled)
            .Select(a => a.Id).Take(1).ToListAsync(cancellationToken);
        return there is [var one] ? one : null;
    }

    private static async Task<(Slot? Slot, RowOutcome? Refusal)> Slot(
        ContactCenterDb db, BookingScene scene, WantedAppointment wanted, DryCalendar dry, CancellationToken cancellationToken)
    {
        var (draft, practitioner) = (wanted.Draft, wanted.Draft.Practitioner.Id);
        var (from, to) = (Step.At(draft.Time.Start), Step.AtOrAfter(draft.Time.End));
        var scope = new CalendarScope(new Interval(Step.Start(from), Step.Start(to)), [practitioner], scene.Now) { OthersResources = draft.Reason.Needs.Count > 0 };
        var calendar = await CalendarRows.Load(db, scene.Practice, scope, cancellationToken);
        bool IsFree(ResourceId resource) => dry.IsFree(resource, from, to) && !calendar.Of(resource).Any(e => e.Overlaps(from, to));
        if (!dry.IsFree(ResourceId.Of(practitioner), from, to) || calendar.Of(practitioner).Any(e => e.Overlaps(from, to) && (!e.IsBooking || e.Lane == 0)))
            return (null, wanted.Refused(ImportCodes.Taken, ImportWords.Taken));
        List<ResourceId> taken = [];
        foreach (var need in draft.Reason.Needs)
        {
            var free = need.Of.Where(r => !taken.Contains(r) && IsFree(r)).Take(need.Count).ToList();
            if (free.Count < need.Count)
                return (null, wanted.Refused(ImportCodes.NoResource, ImportWords.NoResource));
            taken.AddRange(free);
        }

        return (new Slot(practitioner, draft.Time.Start, draft.Time.End, 0, taken, null), null);
    }

    /// <param name="There">The appointment that was there already, and now bears the id of the file.</param>
    private sealed record Found(RowOutcome Outcome, PatientId Patient = default, long Key = 0, Slot? Slot = null, AppointmentId? There = null)
    {
        public bool IsNewKey => Slot is not null || There is not null;
    }
}
