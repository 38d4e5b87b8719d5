using System.Globalization;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Consoles;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>What is said about changing the rules: one clear sentence.</summary>
internal static class RulebookWords
{
    public static string CommentNeeded(string culture) => Either(
        culture, $"Dites en {PutRulesInForce.LongestComment} caractères au plus pourquoi vous changez les règles.",
        $"Say in at most {PutRulesInForce.LongestComment} characters why you change the rules.");

    public static string Unchanged(string culture) => Either(culture, "Ce texte est déjà en vigueur.", "This text is in force already.");

    public static string Faulty(int errors, string culture) => errors == 1
        ? Either(culture, "Le texte a une erreur : rien n’a été changé.", "The text has an error: nothing was changed.")
        : Either(culture, $"Le texte a {errors} erreurs : rien n’a été changé.", $"The text has {errors} errors: nothing was changed.");

    public static string Outdated(RulesInForce current, string culture) => Either(
        culture, $"D’autres règles sont entrées en vigueur entre-temps{By(current, "fr-FR", " par ", " le ")}. Rien n’a été changé.",
        $"Other rules came into force meanwhile{By(current, "en-GB", " by ", " on ")}. Nothing was changed.");

    public static string Busy(string culture) => Either(
        culture, "Quelqu’un met des règles en vigueur en ce moment : réessayez dans une minute.",
        "Somebody is putting rules in force in this moment: try again in a minute.");

    public static string ChangedByHand(string culture) => Either(
        culture,
        "Le fichier changé à la main sur le serveur est fautif et n’est pas en vigueur : qui s’occupe du serveur doit d’abord le corriger.",
        "The file was changed by hand on the server and is not in force because it is faulty: whoever looks after the server corrects it first.");

    public static string HeldUp(string culture) => Either(
        culture, "Un fichier qui n’est pas le vôtre est fautif et retient toute mise en vigueur : réessayez plus tard. Rien n’a été changé.",
        "A file that is not yours is faulty and holds up every change: try again later. Nothing was changed.");

    public static string NotWritten(string culture) => Either(
        culture, "Le serveur ne peut pas écrire les règles : rien n’a été changé. Prévenez qui s’occupe du serveur.",
        "The server cannot write the rules: nothing was changed. Tell whoever looks after the server.");

    public static string Confirm(int appointments, string culture) => appointments == 1
        ? Either(
            culture, "Un rendez-vous à venir utilise ce que ce texte retire : confirmez.", "One coming appointment uses what this text drops: confirm.")
        : Either(
            culture, $"{appointments} rendez-vous à venir utilisent ce que ce texte retire : confirmez.",
            $"{appointments} coming appointments use what this text drops: confirm.");

    public static string NotByForm(string culture) => Either(
        culture, "Ce formulaire ne peut pas changer cet endroit du texte : changez-le dans le texte.",
        "This form cannot change this place of the text: change it in the text.");

    public static string NotAMonth(string culture) => Either(culture, "Écrivez le mois sous la forme 2026-10.", "Write the month as 2026-10.");

    public static string NotOffered(string culture) => Either(culture, "Ce rendez-vous n’est plus proposé.", "This is no longer offered.");

    public static string Before(string sentence, string culture) => Either(culture, $"Jusqu’ici : {sentence}", $"Until now: {sentence}");

    private static string By(RulesInForce current, string culture, string by, string on) =>
        (current.By is { } name ? by + name : "") + (current.Since is { } since ? on + since.ToString("g", CultureInfo.GetCultureInfo(culture)) : "");

    private static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
