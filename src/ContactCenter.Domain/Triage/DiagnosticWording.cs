using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>
/// Refuses what a secretary must not read out. She asks for facts and says what will be done; naming an illness, guessing,
/// reassuring and advising are a doctor's acts.
/// </summary>
public static class DiagnosticWording
{
    private static readonly Wording[] Refused =
    [
        .. new[]
        {
            // Illnesses.
            "infarctus", "crise cardiaque", "AVC", "accident vasculaire", "embolie", "phlébite", "méningite", "appendicite", "péritonite",
            "septicémie", "sepsis", "pneumonie", "bronchiolite", "choc anaphylactique", "anaphylaxie", "œdème de Quincke", "épilepsie",
            "fausse couche", "grossesse extra-utérine", "pré-éclampsie", "éclampsie", "torsion", "décollement", "hémorragie cérébrale",
            "angine de poitrine", "angor", "insuffisance cardiaque", "dépression", "déshydratation",

            // Guesses.
            "diagnostic", "il s'agit", "c'est probablement", "probablement", "sûrement", "sans doute", "on dirait", "je pense que", "à mon avis",
            "pourrait être", "vous faites une", "vous faites un", "vous souffrez", "vous avez une", "vous avez un", "c'est un", "c'est une",

            // Comfort.
            "ne vous inquiétez pas", "rien de grave", "pas grave", "rassurez-vous", "tout va bien", "ça va passer", "c'est normal", "bénin",

            // Advice.
            "prenez", "donnez-lui", "doliprane", "paracétamol", "aspirine", "ibuprofène", "rappelez demain", "attendez demain", "allez aux urgences",
        }.Select(Wording.Of),
    ];

    /// <summary>The first refused words that stand in the text, or null.</summary>
    public static string? Find(string text)
    {
        var words = Wording.Of(text);
        return Array.Find(Refused, words.Quotes) is { } refused ? string.Join(' ', refused.Words) : null;
    }
}
