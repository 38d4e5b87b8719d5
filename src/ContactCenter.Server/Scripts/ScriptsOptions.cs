namespace ContactCenter.Server.Scripts;

/// <summary>Section <c>Scripts</c>.</summary>
internal sealed class ScriptsOptions
{
    public const string Section = "Scripts";

    /// <summary>
    /// The folder that holds <c>ivr-scripts</c> and <c>protocols</c>. Without it they are looked for in the content root and the
    /// folders above it.
    /// </summary>
    public string? Root { get; set; }

    /// <summary>Take changed files into use while running.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>Slugs of practices at which unsigned samples may be proposed: demonstrations and drills, never patients.</summary>
    public List<string> SamplesAllowedFor { get; set; } = [];
}
