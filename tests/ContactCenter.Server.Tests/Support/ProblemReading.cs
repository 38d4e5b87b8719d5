using System.Net.Http.Json;
using System.Text.Json;

namespace ContactCenter.Server.Tests.Support;

internal static class ProblemReading
{
    /// <summary>The <c>code</c> of a ProblemDetails answer.</summary>
    public static async Task<string?> ProblemCode(this HttpResponseMessage response)
    {
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
