using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>A booking in search of its case.</summary>
/// <param name="Open">The patient's open cases.</param>
/// <param name="Asked">The case that was named, if one was.</param>
/// <param name="Last">When the last of the sessions begins.</param>
internal sealed record CaseWish(IReadOnlyList<PatientCase> Open, VisitReasonId Reason, Guid? Asked, int Sessions, Instant Last, bool IsJustified);

/// <summary>Says on which case a booking hangs, and whether its plan covers it.</summary>
internal static class CasesOfBookings
{
    /// <summary>Call it in the booking's transaction before any calendar is taken: until the commit no other booking counts the same case.</summary>
    /// <returns>The case, or null for none; or why it may not be booked.</returns>
    public static async Task<(CaseId? Case, BookingReply? Refusal)> Choose(ContactCenterDb db, BookingScene scene, CaseWish wish, CancellationToken cancellationToken)
    {
        var chosen = wish.Asked is { } asked
            ? wish.Open.FirstOrDefault(c => c.Id.Value == asked)
            : wish.Open.Where(c => c.SessionReason == wish.Reason && c.Plan is not null).ToList() is [var only] ? only : null;
        if (chosen is null)
            return wish.Asked is null ? (null, null) : (null, BookingReply.Invalid("caseId", CaseSentences.UnknownCase(scene.Culture)));
        if (chosen.Plan is null || !chosen.Counts(wish.Reason) || wish.IsJustified)
            return (chosen.Id, null);
        await AgendaLocks.Take(db, scene.Practice, [$"case:{chosen.Id.Value:N}"], cancellationToken);
        var sessions = (await SessionsOfCases.Count(db, scene.Practice, [chosen], cancellationToken))[chosen.Id];
        return chosen.Plan.Against(sessions, wish.Sessions, scene.DateOf(wish.Last)) is { } objection
            ? (null, Uncovered(CaseSentences.Of(objection, chosen.Plan, sessions, scene.Culture)))
            : (chosen.Id, null);
    }

    /// <summary>Why a session may not be moved out of what its plan covers; null when it may.</summary>
    public static async Task<BookingReply?> RefuseMove(
        ContactCenterDb db, BookingScene scene, Appointment appointment, Instant to, bool isJustified, CancellationToken cancellationToken)
    {
        if (appointment.CaseId is not { } id || isJustified)
            return null;
        var hers = await db.Set<PatientCase>().AsNoTracking().SingleAsync(c => c.PracticeId == scene.Practice && c.Id == id, cancellationToken);
        return hers.Plan is { } plan && hers.Counts(appointment.ReasonId) && plan.AgainstMove(scene.DateOf(appointment.Start), scene.DateOf(to)) is { } objection
            ? Uncovered(CaseSentences.Of(objection, plan, default, scene.Culture))
            : null;
    }

    private static BookingReply Uncovered(string sentence) =>
        BookingReply.Problem(StatusCodes.Status422UnprocessableEntity, BookingProblems.PlanDoesNotCover, sentence);
}
