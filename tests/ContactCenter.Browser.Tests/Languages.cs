namespace ContactCenter.Browser.Tests;

/// <summary>The languages in which a long story is gone through: French, and by night English too.</summary>
internal static class Languages
{
    public static string[] Told { get; } = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? ["fr", "en"] : ["fr"];
}
