using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Booking;

/// <summary>What became of a request to book, hold, move or cancel. Exactly one of them is set.</summary>
internal sealed record BookingOutcome(
    AppointmentView? Appointment = null, HeldSlot? Held = null, IReadOnlyList<SlotView>? Alternatives = null, MayNotBook? Refused = null, string? Problem = null, int? ProblemStatus = null)
{
    public bool IsDone => Appointment is not null || Held is not null;

    public static BookingOutcome NotFound { get; } = new(Problem: Contracts.Identity.AccessProblems.NotFound, ProblemStatus: StatusCodes.Status404NotFound);

    public IResult Answer(string culture, int success = StatusCodes.Status200OK) => this switch
    {
        { Appointment: { } appointment } => Results.Json(appointment, statusCode: success),
        { Held: { } held } => Results.Json(held, statusCode: success),
        { Alternatives: { } alternatives } => Problems.Conflict(BookingProblems.SlotTaken, BookingProblems.AlternativesField, alternatives),
        { Refused: { } refused } => Problems.Invalid(BookingProblems.NotAllowed, BookingWords.Of(refused, culture)),
        _ => Problems.Of(ProblemStatus!.Value, Problem!),
    };
}

/// <summary>Why a booking is refused, in a sentence that names the rule.</summary>
internal static class BookingWords
{
    public static string Of(MayNotBook refused, string culture)
    {
        var english = culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        return refused.Refusal switch
        {
            BookingRefusal.UnknownReason => english ? "The practice does not know this visit reason." : "Ce motif n'existe pas dans ce cabinet.",
            BookingRefusal.UnknownPractitioner => english ? "The practice does not know this practitioner." : "Ce praticien n'existe pas dans ce cabinet.",
            BookingRefusal.NotOfferedByPractitioner => english ? "This practitioner does not offer this visit reason." : "Ce praticien ne propose pas ce motif.",
            BookingRefusal.PracticeOnly => english ? "Only the practice itself books this visit reason." : "Seul le cabinet prend ce motif lui-même.",
            BookingRefusal.OffGrid => english ? "Appointments begin on full five minutes." : "Les rendez-vous commencent par tranches de cinq minutes.",
            BookingRefusal.TooSoon => english ? "This is in the past, or too soon to be booked." : "Cette heure est passée, ou trop proche pour être prise.",
            BookingRefusal.TooFar => english ? "The practice does not open its calendar that far ahead." : "Le cabinet n'ouvre pas son agenda aussi loin.",
            BookingRefusal.Closed => refused.Why is { } why
                ? english ? $"The practice is closed that day: {why}." : $"Le cabinet est fermé ce jour-là : {why}."
                : english ? "The practice is closed on that public holiday." : "Le cabinet est fermé ce jour férié.",
            BookingRefusal.OutsideOpenings => english ? "The practitioner does not consult at that time." : "Le praticien ne consulte pas à cette heure.",
            BookingRefusal.NotInThisOpening => english ? "This consulting time is kept for other visit reasons." : "Cette plage est réservée à d'autres motifs.",
        };
    }
}
