using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Consoles;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>What is said about bookings: one clear sentence that names the rule, and what would make it possible.</summary>
internal static class BookingWords
{
    public static string EmergencyOpen(string culture) => Either(culture,
        "Une urgence est ouverte sur cet appel : pas de rendez-vous avant qu’elle soit close.", "An emergency is open on this call: no booking before it is closed.");

    public static string UnknownReason(string culture) => Either(culture, "Ce motif n’existe pas dans ce cabinet.", "The practice does not know this visit reason.");

    public static string UnknownPractitioner(string culture) => Either(culture, "Ce praticien n’existe pas dans ce cabinet.", "The practice does not know this practitioner.");

    public static string UnknownPatient(string culture) => Either(culture, "Ce patient n’existe pas dans ce cabinet.", "The practice does not know this patient.");

    public static string TooLong(string culture) => Either(culture, "Le texte est vide ou trop long.", "The text is empty or too long.");

    public static string WrongCanceller(string culture) => Either(
        culture, "Dites si le patient ou le cabinet annule ; seule la secrétaire peut annuler pour une erreur de notre part.",
        "Say whether the patient or the practice cancels; only the agent may cancel for a mistake of ours.");

    public static string ImpossibleTimes(string culture) => Either(culture, "La fin doit suivre le début, de deux ans au plus.", "The end must follow the start, by two years at most.");

    public static string LocalTimes(string culture) => Either(
        culture, "Écrivez l’heure du cabinet, sans décalage, comme 2026-11-27T13:30.", "Write the practice's own time without an offset, such as 2026-11-27T13:30.");

    public static string HoldOver(string culture) => Either(culture, "Ce créneau n’est plus retenu.", "This slot is not held any more.");

    public static string Outdated(string culture) => Either(culture,
        "Le rendez-vous a changé entre-temps : voici son état actuel.", "The appointment was changed meanwhile: this is how it stands now.");

    public static string TooEarly(string culture) => Either(culture, "Ce rendez-vous n’a pas encore eu lieu.", "This appointment has not taken place yet.");

    public static string WrongState(AppointmentState state, string culture) => state switch
    {
        AppointmentState.Pending => Either(culture, "Le cabinet n’a pas encore accepté ce rendez-vous.", "The practice has not accepted this appointment yet."),
        AppointmentState.Booked => Either(culture, "Ce rendez-vous est pris : il n’attend pas de décision.", "This appointment is booked: it awaits no decision."),
        AppointmentState.Arrived => Either(culture, "Le patient est déjà arrivé.", "The patient has arrived already."),
        AppointmentState.Fulfilled => Either(culture, "Ce rendez-vous a eu lieu.", "This appointment has taken place."),
        AppointmentState.Cancelled => Either(culture, "Ce rendez-vous est annulé.", "This appointment is cancelled."),
        AppointmentState.NoShow => Either(culture, "Le patient n’est pas venu à ce rendez-vous.", "The patient did not come to this appointment."),
    };

    public static string Offered(string culture) => Either(culture, "Ce créneau peut être pris.", "This slot can be booked.");

    public static string ReasonNeeded(IReadOnlyList<Finding> rules, BookingScene scene) =>
        $"{string.Join(' ', rules.Select(r => Of(r, scene).Sentence))} {Either(scene.Culture, "Écrivez pourquoi vous prenez ce rendez-vous quand même.", "Write why you book it all the same.")}";

    /// <summary>The rule in a sentence, and what would make the slot possible; no remedy when nothing would.</summary>
    public static (string Sentence, string? Remedy) Of(Finding finding, BookingScene scene)
    {
        var (french, english) = FindingWords.Of(finding, scene);
        var (sentence, remedy) = Culture.IsEnglish(scene.Culture) ? english : french;
        return finding.Until is { } until && finding.Rule is BookingRule.KeptForPool or BookingRule.Horizon
            ? (sentence, Either(scene.Culture, $"Possible à partir du {Moment(finding.Until!.Value, scene)}.", $"Possible from {Moment(finding.Until!.Value, scene)} on."))
            : (sentence, remedy);
    }

    public static string Moment(Instant instant, BookingScene scene) =>
        instant.InZone(scene.Book.Zone).LocalDateTime.ToString(Culture.IsEnglish(scene.Culture) ? "d MMMM 'at' HH:mm" : "d MMMM 'à' HH:mm", CultureInfo.GetCultureInfo(scene.Culture));

    private static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
