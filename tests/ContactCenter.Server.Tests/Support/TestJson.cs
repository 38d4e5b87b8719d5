using System.Text.Json;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Tests.Support;

/// <summary>JSON as the API writes it.</summary>
internal static class TestJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(options);
        return options;
    }
}
