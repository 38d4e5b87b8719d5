using ContactCenter.Server.Consoles;

namespace ContactCenter.Server.Booking;

/// <summary>What is said about the slots of neighbouring practices.</summary>
internal static class NeighbourWords
{
    public static string Nobody(string culture) => Either(culture,
        "Aucun cabinet de votre équipe ne partage ses créneaux avec celui-ci.", "No practice of your team shares its slots with this one.");

    /// <param name="isKept">It has one and does not share it.</param>
    public static string NoReason(bool isKept, string culture) => isKept
        ? Either(culture, "Ce cabinet ne partage pas ce motif.", "This practice does not share this visit reason.")
        : Either(culture, "Ce motif n’existe pas ici dans cette spécialité.", "There is no such visit reason here in this specialty.");

    public static string NothingFree(string culture) => Either(culture, "Rien de libre ici sur cette période.", "Nothing free here in this period.");

    private static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
