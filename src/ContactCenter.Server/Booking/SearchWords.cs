using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Consoles;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>What is said about a search: who knows the patient, what there would be otherwise, how a series came out.</summary>
internal static class SearchWords
{
    public static string NoneFound(string culture) => Either(culture,
        "Aucun créneau libre sur cette période : élargissez-la ou changez de praticien.", "No free slot in this period: widen it, or try another practitioner.");

    public static string SeenLastBy(Practitioner practitioner, LocalDate on, bool isFree, string culture) => isFree
        ? Either(culture, $"{practitioner.Name} a vu le patient le {Day(on, culture)} : ses créneaux d’abord.", $"{practitioner.Name} saw the patient on {Day(on, culture)}: these slots first.")
        : Either(culture, $"{practitioner.Name} a vu le patient le {Day(on, culture)}, mais n’a rien de libre.", $"{practitioner.Name} saw the patient on {Day(on, culture)}, but has nothing free.");

    public static string Without(WiderSlots wider, BookingScene scene)
    {
        var (soonest, culture) = (BookingWords.Moment(wider.Slots[0].Start, scene), scene.Culture);
        return wider.Wish switch
        {
            GivenUp.TimeOfDay => Either(culture, $"À une autre heure : dès le {soonest}.", $"At another time of day: from {soonest}."),
            GivenUp.Weekdays => Either(culture, $"Un autre jour de la semaine : dès le {soonest}.", $"On another weekday: from {soonest}."),
            GivenUp.Place => Either(culture, $"Sur un autre site : dès le {soonest}.", $"At another site: from {soonest}."),
            GivenUp.Practitioner => Either(culture, $"Avec un autre praticien : dès le {soonest}.", $"With another practitioner: from {soonest}."),
            GivenUp.Period => Either(culture, $"Plus tard : dès le {soonest}.", $"Later: from {soonest}."),
        };
    }

    public static string SeriesSessions(string culture) => Either(culture,
        $"Une série compte de 2 à {SeriesQuestion.MostSessions} séances.", $"A series has 2 to {SeriesQuestion.MostSessions} sessions.");

    public static string SeriesSpacing(string culture) => Either(culture,
        "L’écart entre deux séances va d’un jour à un an, le plus petit d’abord.", "The distance between two sessions is one day to one year, the least first.");

    public static string SeriesOrder(string culture) => Either(culture,
        "Les séances d’une série se suivent, sans se toucher.", "The sessions of a series follow one another.");

    public static string Series(SeriesProposal proposal, BookingScene scene) => Either(scene.Culture,
        $"{proposal.Slots.Count} séances avec {NameOf(proposal, scene)}, du {BookingWords.Moment(proposal.Slots[0].Start, scene)} au {BookingWords.Moment(proposal.Slots[^1].Start, scene)}.",
        $"{proposal.Slots.Count} sessions with {NameOf(proposal, scene)}, from {BookingWords.Moment(proposal.Slots[0].Start, scene)} to {BookingWords.Moment(proposal.Slots[^1].Start, scene)}.");

    public static string NoSeries(SeriesAnswer answer, int sessions, string culture) => Either(culture,
        $"Pas de série complète : {answer.Longest} séances sur {sessions} au mieux. Allongez la période, ajoutez un jour ou changez l’écart.",
        $"No complete series: {answer.Longest} sessions of {sessions} at best. Widen the period, add a weekday or change the distance.");

    public static string SessionRefused(int session, string sentence, string culture) => Either(culture,
        $"Séance {session} : {sentence} Aucune séance n’a été prise.", $"Session {session}: {sentence} No session was booked.");

    private static string NameOf(SeriesProposal proposal, BookingScene scene) => scene.Book.Practitioners[proposal.Slots[0].Practitioner].Name;

    private static string Day(LocalDate date, string culture) => date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(culture));

    private static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
