using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Books all sessions of a series in one transaction, or none.</summary>
internal sealed class BookSeriesOfSessions(CalendarWrites writes, PatientFactsReader patients, AppointmentEntry entry, AppointmentViews views)
{
    public Task<IResult> Handle(Guid practiceId, BookSeries form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(new CalendarAsk(practiceId, key, user, form.CallId, "book-series", null, form), (db, scene, token) => Write(db, scene, form, token), cancellationToken);

    private async Task<BookingReply> Write(ContactCenterDb db, BookingScene scene, BookSeries form, CancellationToken cancellationToken)
    {
        if (scene is { Channel: BookingChannel.Agent, Call: null })
            return BookingReply.NotFound();
        if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(form.VisitReasonId ?? ""), out var reason))
            return Refusals.UnknownReason(scene);
        if (!scene.Book.Practitioners.ContainsKey(new PractitionerId(form.PractitionerId ?? "")))
            return Refusals.UnknownPractitioner(scene);
        if (form.Note?.Length > Book.LongestText || form.Justification?.Length > Book.LongestText)
            return BookingReply.Invalid("note", BookingWords.TooLong(scene.Culture));
        if (form.Starts is not { Count: >= 2 and <= SeriesQuestion.MostSessions })
            return BookingReply.Invalid("starts", SearchWords.SeriesSessions(scene.Culture));
        if (form.Starts.Zip(form.Starts.Skip(1)).Any(pair => pair.First >= pair.Second) || form.Starts[^1] - form.Starts[0] > TimeSpan.FromDays(Reading.SlotQuery.MostDays))
            return BookingReply.Invalid("starts", SearchWords.SeriesOrder(scene.Culture));
        var patient = new PatientId(form.PatientId);
        if (await patients.Read(db, scene, patient, form.PatientIsNew, form.HasReferral, null, cancellationToken) is not var (facts, identity, cases))
            return Refusals.UnknownPatient(scene);
        var wish = new SlotWish
        {
            Reason = reason, Practitioner = new PractitionerId(form.PractitionerId!), Start = default, Patient = patient, Facts = facts,
            Pool = form.Pool, IsJustified = !string.IsNullOrWhiteSpace(form.Justification),
        };
        var ask = new CaseWish(cases, reason.Id, form.CaseId, form.Starts.Count, Instant.FromDateTimeOffset(form.Starts[^1]), wish.IsJustified);
        var (chosen, refusal) = await CasesOfBookings.Choose(db, scene, ask, cancellationToken);
        if (refusal is not null)
            return refusal;
        var decided = await SlotClaims.DecideAll(db, scene, [.. form.Starts.Select(s => wish with { Start = Instant.FromDateTimeOffset(s) })], cancellationToken);
        var (asked, decision) = decided[^1];
        if (decision is not (MayBook or NeedsApproval))
            return await Refusals.Of(db, scene, asked, decision, cancellationToken, session: decided.Count);
        var appointments = await Enter(db, scene, decided, chosen, new AppointmentWords(form.Note, form.Justification), cancellationToken);
        return BookingReply.Of(
            new BookedSeries(appointments[0].SeriesId!.Value, [.. appointments.Select(a => views.Of(a, identity.Name.Display, scene))]),
            [.. appointments.Select(a => scene.DateOf(a.Start).ToDateOnly()).Distinct()], StatusCodes.Status201Created);
    }

    private async Task<List<Appointment>> Enter(
        ContactCenterDb db, BookingScene scene, List<(SlotWish Wish, BookingDecision Decision)> decided, CaseId? chosen, AppointmentWords words, CancellationToken cancellationToken)
    {
        var series = Guid.CreateVersion7();
        List<Appointment> entered = [];
        foreach (var (wish, decision) in decided)
        {
            var id = new AppointmentId(Guid.CreateVersion7());
            var booked = decision switch
            {
                MayBook may => new Booked(id, may.Slot, may.Justified, null, series, chosen),
                NeedsApproval needs => new Booked(id, needs.Slot, needs.Rules, needs.DecideBy, series, chosen),
                _ => throw new InvalidOperationException($"{decision.GetType().Name} books nothing."),
            };
            entered.Add(await entry.Enter(db, scene, wish, booked, words, cancellationToken));
        }

        return entered;
    }
}
