using System.Text.Json;

namespace ContactCenter.Server.Hosting;

/// <summary>An answer that goes on: one line of JSON after the other, each sent at once.</summary>
internal static class JsonLines
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static void Begin(HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
    }

    public static async Task Say<T>(HttpContext http, T line)
    {
        await JsonSerializer.SerializeAsync(http.Response.Body, line, JsonSerializerOptions.Web, http.RequestAborted);
        await http.Response.Body.WriteAsync(LineEnd, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
