namespace ContactCenter.Domain.Scripts;

/// <summary>The languages that scripts are written in.</summary>
public enum Language
{
    Fr,
    En,
}

public static class LanguageTags
{
    /// <summary>The BCP 47 tag under which the language is spoken and listened to.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.Fr => "fr-FR",
        Language.En => "en-GB",
    };
}
