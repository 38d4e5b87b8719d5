using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Consoles;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>What is said about waiting patients, recalls and re-planning.</summary>
internal static class WaitingWords
{
    public static string KeptForWaiting(string culture) => Either(culture, "liste d’attente", "the waitlist");

    public static string TooLong(string culture) => Either(culture, "La note dépasse 500 caractères.", "The note is longer than 500 characters.");

    public static string Hours(string culture) => Either(
        culture, "La fin doit suivre le début, et laisser une heure où l’on peut appeler.", "The end must follow the start, and leave a time at which one may ring.");

    public static string DayOver(string culture) => Either(culture, "Le dernier jour utile est passé ou précède le premier.", "The last day that helps has passed or comes before the first.");

    public static string Months(string culture) => Either(
        culture, "Un contrôle est prévu dans 0 à 60 mois, à 0 à 90 jours près, et pas dans le passé.", "A recall lies in 0 to 60 months, within 0 to 90 days, and not in the past.");

    public static string NotOffered(string culture) => Either(culture, "Ce praticien ne propose pas ce motif.", "This practitioner does not offer this visit reason.");

    public static string WaitsAlready(string culture) => Either(
        culture, "Ce patient est déjà en liste d’attente pour ce motif.", "This patient is on the waitlist for this visit reason already.");

    public static string NothingStranded(string culture) => Either(
        culture, "Aucun rendez-vous à venir ne tombe dans cette absence.", "No coming appointment lies in this absence.");

    public static string Wishes(WaitlistEntry entry, string culture)
    {
        var info = CultureInfo.GetCultureInfo(culture);
        List<string> said = [];
        var days = entry.Wishes.Days;
        if (days.Count is > 0 and < 7)
            said.Add(string.Join(", ", days.Order().Select(d => info.DateTimeFormat.GetDayName((DayOfWeek)((int)d % 7)))));
        if (entry.Earliest is { } from)
            said.Add(Either(culture, "dès ", "from ") + from.ToString("HH:mm", info));
        if (entry.Before is { } before)
            said.Add(Either(culture, "avant ", "before ") + before.ToString("HH:mm", info));
        if (entry.NotBefore is { } first)
            said.Add(Either(culture, "pas avant le ", "not before ") + first.ToString("d MMMM", info));
        if (entry.Until is { } last)
            said.Add(Either(culture, "jusqu’au ", "until ") + last.ToString("d MMMM", info));
        return said.Count == 0 ? Either(culture, "à tout moment", "at any time") : string.Join(" · ", said);
    }

    /// <summary>Why she and no other was asked first.</summary>
    public static string Because(SlotOffer offer, string culture)
    {
        var days = Either(culture, $"attend depuis {offer.Days} j", $"has waited {offer.Days} d");
        var urgency = offer.Urgency == 0 ? "" : Either(culture, $", avance de {offer.Urgency} j pour l’urgence", $", {offer.Urgency} d ahead for urgency");
        var wishes = offer.Wishes == 0 ? "" : Either(culture, $", souhaits précis (+{offer.Wishes})", $", narrow wishes (+{offer.Wishes})");
        return days + urgency + wishes;
    }

    public static string When(Instant start, BookingScene scene) => scene.Local(start).ToString(
        Either(scene.Culture, "dddd d MMMM 'à' HH:mm", "dddd d MMMM 'at' HH:mm"), CultureInfo.GetCultureInfo(scene.Culture));

    public static string When(RecallTerm term, string culture)
    {
        var info = CultureInfo.GetCultureInfo(culture);
        return Either(culture, "entre le {0} et le {1}", "between {0} and {1}")
            .Replace("{0}", term.Window.Start.ToString("d MMMM", info), StringComparison.Ordinal)
            .Replace("{1}", term.Window.End.ToString("d MMMM yyyy", info), StringComparison.Ordinal);
    }

    public static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
