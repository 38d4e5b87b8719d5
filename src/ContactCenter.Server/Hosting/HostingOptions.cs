namespace ContactCenter.Server.Hosting;

/// <summary>Section <c>Hosting</c>.</summary>
internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>Origins under which browsers open the console when a proxy shows the server another scheme or host: <c>https://console.example.fr</c>.</summary>
    public List<string> ConsoleOrigins { get; set; } = [];

    /// <summary>Further origins the console may load scripts and media from and connect to, such as the softphone's.</summary>
    public List<string> SoftphoneOrigins { get; set; } = [];
}
