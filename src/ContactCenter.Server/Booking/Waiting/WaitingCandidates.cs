using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <param name="Slot">Within the freed time, for her reason and by the practice's rules.</param>
internal sealed record Candidate(WaitlistEntry Entry, WaitlistRank Rank, VisitReason Reason, PatientFacts Facts, Slot Slot);

/// <summary>Who of the waiting is asked next about a freed time.</summary>
internal sealed class WaitingCandidates(PatientFactsReader patients, IOptions<WaitingOptions> options)
{
    private const int MostTried = 20;

    /// <summary>The first whom it suits and whom the rules let book it at once; null when there is nobody.</summary>
    public async Task<Candidate?> First(ContactCenterDb db, BookingScene scene, FreedSlot freed, CancellationToken cancellationToken)
    {
        var waiting = await Waiting(db, scene, freed, cancellationToken);
        if (waiting.Count == 0)
            return null;
        var asked = (await db.Set<SlotOffer>().Where(o => o.PracticeId == scene.Practice && o.FreedSlotId == freed.Id).Select(o => o.EntryId).ToListAsync(cancellationToken)).ToHashSet();
        var ranked = WaitlistRanking.Rank(freed.Time, waiting.Select(w => View(w.Entry, w.Flags)), asked, scene.Now, scene.Book.Zone);
        foreach (var rank in ranked.Take(MostTried))
        {
            var entry = waiting.Find(w => w.Entry.Id == rank.Patient.Entry).Entry;
            if (await Try(db, scene, freed, rank, entry, cancellationToken) is { } candidate)
                return candidate;
        }

        return null;
    }

    private static async Task<List<(WaitlistEntry Entry, PatientFlags Flags)>> Waiting(
        ContactCenterDb db, BookingScene scene, FreedSlot freed, CancellationToken cancellationToken)
    {
        var rows = await (
            from entry in db.Set<WaitlistEntry>()
            where entry.PracticeId == scene.Practice && entry.Stage == WaitlistStage.Waiting && (entry.PractitionerId == null || entry.PractitionerId == freed.PractitionerId)
                && !db.Set<SlotOffer>().Any(o => o.OpenForEntry == entry.Id)
            join patient in db.Set<Patient>() on new { entry.PracticeId, Id = entry.PatientId } equals new { patient.PracticeId, patient.Id }
            select new { entry, patient.Flags }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.entry, r.Flags))];
    }

    private WaitingPatient View(WaitlistEntry entry, PatientFlags flags)
    {
        var hours = options.Value.Hours;
        var own = new CallingHours(entry.ReachableFrom ?? hours.From, entry.ReachableUntil ?? hours.To);
        var both = own.Within(hours);
        return new WaitingPatient(
            entry.Id, entry.ReasonId, entry.Wishes, entry.Urgency, entry.EnteredAt, both ?? hours, both is not null && !flags.HasFlag(PatientFlags.DoNotCall));
    }

    private async Task<Candidate?> Try(ContactCenterDb db, BookingScene scene, FreedSlot freed, WaitlistRank rank, WaitlistEntry entry, CancellationToken cancellationToken)
    {
        if (!scene.Book.Reasons.TryGetValue(entry.ReasonId, out var reason) || !reason.Durations.Practitioners.Contains(freed.PractitionerId)
            || await patients.Read(db, scene, entry.PatientId, null, hasReferral: true, null, cancellationToken) is not { Facts: var facts })
            return null;
        var earliest = Instant.Max(freed.Start, scene.Now + Duration.FromMinutes(options.Value.LeastNoticeMinutes));
        if (earliest >= freed.End)
            return null;
        var question = new SlotQuestion
        {
            Request = new BookingRequest { Reason = reason, Channel = BookingChannel.Agent, Patient = facts, Now = scene.Now }, Practitioners = [freed.PractitionerId],
            Within = new Interval(earliest, freed.End), Days = entry.Wishes.Days, From = entry.Earliest, Before = entry.Before, Most = 20,
        };
        var calendar = await CalendarRows.Load(db, scene.Practice, CalendarScope.For(reason, question.Practitioners, question.Within, scene), cancellationToken);
        // Nobody is rung for a slot that the practice would still have to agree to.
        return SlotFinder.Find(question, calendar, scene.Book).FirstOrDefault(s => s.Asks is null) is { } slot ? new Candidate(entry, rank, reason, facts, slot) : null;
    }
}
