namespace ContactCenter.Domain.Scripts;

/// <summary>What is said, in each language of the script. The compiler has made sure that the script's languages are all there.</summary>
public sealed record SpokenText(string Fr, string? En = null)
{
    /// <summary>The text in a language; French where there is no other.</summary>
    public string In(Language language) => language switch
    {
        Language.Fr => Fr,
        Language.En => En ?? Fr,
    };
}
