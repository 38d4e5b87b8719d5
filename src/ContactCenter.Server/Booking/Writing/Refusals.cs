using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>How a decision against a booking is told.</summary>
internal static class Refusals
{
    /// <param name="session">Which of a series it concerns, from 1; null outside of one.</param>
    public static async Task<BookingReply> Of(
        ContactCenterDb db, BookingScene scene, SlotWish wish, BookingDecision decision, CancellationToken cancellationToken, int? session = null) => decision switch
        {
            SlotTaken taken => BookingReply.Conflict(
                BookingProblems.SlotTaken, Sentence(BookingWords.Of(taken.By, scene).Sentence, session, scene),
                Fields(session, (BookingProblems.AlternativesField, await Alternatives.To(db, scene, wish, cancellationToken)))),
            NeedsReason needs => BookingReply.Problem(
                StatusCodes.Status422UnprocessableEntity, BookingProblems.ReasonNeeded, Sentence(BookingWords.ReasonNeeded(needs.Rules, scene), session, scene),
                Fields(session, (BookingProblems.RulesField, RuleViews.Of(needs.Rules, scene)))),
            NotAllowed not => BookingReply.Problem(
                StatusCodes.Status422UnprocessableEntity, BookingProblems.NotAllowed, Sentence(BookingWords.Of(not.Rule, scene).Sentence, session, scene),
                Fields(session, (BookingProblems.RulesField, RuleViews.Of([not.Rule], scene)))),
            _ => throw new InvalidOperationException($"{decision.GetType().Name} is no refusal."),
        };

    public static BookingReply UnknownReason(BookingScene scene) => BookingReply.Invalid("visitReasonId", BookingWords.UnknownReason(scene.Culture));

    public static BookingReply UnknownPractitioner(BookingScene scene) => BookingReply.Invalid("practitionerId", BookingWords.UnknownPractitioner(scene.Culture));

    public static BookingReply UnknownPatient(BookingScene scene) => BookingReply.Invalid("patientId", BookingWords.UnknownPatient(scene.Culture));

    private static string Sentence(string sentence, int? session, BookingScene scene) =>
        session is { } number ? SearchWords.SessionRefused(number, sentence, scene.Culture) : sentence;

    private static (string, object)[] Fields(int? session, (string, object) field) => session is { } number ? [field, (BookSeries.SessionField, number)] : [field];
}
