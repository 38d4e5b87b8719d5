using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>How a decision against a booking is told.</summary>
internal static class Refusals
{
    public static async Task<BookingReply> Of(ContactCenterDb db, BookingScene scene, SlotWish wish, BookingDecision decision, CancellationToken cancellationToken) => decision switch
    {
        SlotTaken taken => BookingReply.Conflict(
            BookingProblems.SlotTaken, BookingWords.Of(taken.By, scene).Sentence, (BookingProblems.AlternativesField, await Alternatives.To(db, scene, wish, cancellationToken))),
        NeedsReason needs => BookingReply.Problem(
            StatusCodes.Status422UnprocessableEntity, BookingProblems.ReasonNeeded, BookingWords.ReasonNeeded(needs.Rules, scene), (BookingProblems.RulesField, RuleViews.Of(needs.Rules, scene))),
        NotAllowed not => BookingReply.Problem(
            StatusCodes.Status422UnprocessableEntity, BookingProblems.NotAllowed, BookingWords.Of(not.Rule, scene).Sentence, (BookingProblems.RulesField, RuleViews.Of([not.Rule], scene))),
        _ => throw new InvalidOperationException($"{decision.GetType().Name} is no refusal."),
    };

    public static BookingReply UnknownReason(BookingScene scene) => BookingReply.Invalid("visitReasonId", BookingWords.UnknownReason(scene.Culture));

    public static BookingReply UnknownPractitioner(BookingScene scene) => BookingReply.Invalid("practitionerId", BookingWords.UnknownPractitioner(scene.Culture));

    public static BookingReply UnknownPatient(BookingScene scene) => BookingReply.Invalid("patientId", BookingWords.UnknownPatient(scene.Culture));
}
