using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>What Twilio answered to a request.</summary>
/// <param name="Code">Twilio's own error code, or the HTTP one.</param>
internal sealed record TwilioAnswer(HttpStatusCode HttpCode, int? Code, JsonElement Body)
{
    public bool IsDone => (int)HttpCode is >= 200 and < 300;

    /// <summary>Trying again later may help.</summary>
    public bool IsPassing => HttpCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)HttpCode >= 500;

    public string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Twilio's REST interface, as much of it as is used. Form-encoded in, JSON out; credentials by API key, else by token.</summary>
internal sealed class TwilioRest(HttpClient http, IOptions<TwilioOptions> options)
{
    public bool IsConfigured => options.Value.IsConfigured;

    public Task<TwilioAnswer> CreateCall(IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken) =>
        Send(HttpMethod.Post, "Calls.json", form, cancellationToken);

    public Task<TwilioAnswer> UpdateCall(string leg, CancellationToken cancellationToken, params (string Name, string Value)[] form) =>
        Send(HttpMethod.Post, $"Calls/{Uri.EscapeDataString(leg)}.json", Form(form), cancellationToken);

    public Task<TwilioAnswer> ReadCall(string leg, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, $"Calls/{Uri.EscapeDataString(leg)}.json", null, cancellationToken);

    /// <summary>
    /// A page of the legs that began on a day in UTC, latest first; both midnights are included. <c>next_page_uri</c> of the answer leads to the next.
    /// </summary>
    /// <param name="next">What the last page named as its next; null for the first.</param>
    public Task<TwilioAnswer> ListCalls(LocalDate day, int pageSize, string? next, CancellationToken cancellationToken) => next is null
        ? Send(HttpMethod.Get, $"Calls.json?StartTime%3E={Iso(day)}&StartTime%3C={Iso(day.PlusDays(1))}&PageSize={pageSize}", null, cancellationToken)
        : Send(HttpMethod.Get, new Uri(options.Value.ApiBaseUrl, next), null, cancellationToken);

    public Task<TwilioAnswer> UpdateParticipant(string conference, string leg, CancellationToken cancellationToken, params (string Name, string Value)[] form) =>
        Send(HttpMethod.Post, $"Conferences/{Uri.EscapeDataString(conference)}/Participants/{Uri.EscapeDataString(leg)}.json", Form(form), cancellationToken);

    public Task<TwilioAnswer> RemoveParticipant(string conference, string leg, CancellationToken cancellationToken) =>
        Send(HttpMethod.Delete, $"Conferences/{Uri.EscapeDataString(conference)}/Participants/{Uri.EscapeDataString(leg)}.json", null, cancellationToken);

    /// <summary>The sound of a recording as a WAV file; null while there is none.</summary>
    /// <exception cref="HttpRequestException">Twilio is not there, or refused for another reason.</exception>
    public async Task<byte[]?> FetchRecording(string recording, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, Resource($"Recordings/{Uri.EscapeDataString(recording)}.wav"));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public Task<TwilioAnswer> ListRecordings(CancellationToken cancellationToken) => Send(HttpMethod.Get, "Recordings.json?PageSize=100", null, cancellationToken);

    public Task<TwilioAnswer> DeleteRecording(string recording, CancellationToken cancellationToken) =>
        Send(HttpMethod.Delete, $"Recordings/{Uri.EscapeDataString(recording)}.json", null, cancellationToken);

    /// <summary>The conferences of this name that are not over.</summary>
    public Task<TwilioAnswer> ListOpenConferences(string name, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, $"Conferences.json?FriendlyName={Uri.EscapeDataString(name)}&Status=in-progress", null, cancellationToken);

    /// <summary>The conferences of this name, over or not.</summary>
    public Task<TwilioAnswer> ListConferences(string name, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, $"Conferences.json?FriendlyName={Uri.EscapeDataString(name)}", null, cancellationToken);

    public Task<TwilioAnswer> ListParticipants(string conference, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, $"Conferences/{Uri.EscapeDataString(conference)}/Participants.json?PageSize=100", null, cancellationToken);

    /// <summary>Voice Insights: who was in a conference from when to when, once it is over.</summary>
    public Task<TwilioAnswer> ReadConferencePast(string conference, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, new Uri(options.Value.InsightsBaseUrl, $"/v1/Conferences/{Uri.EscapeDataString(conference)}/Participants?PageSize=100"), null, cancellationToken);

    public Task<TwilioAnswer> ListNumbers(CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, "IncomingPhoneNumbers.json?PageSize=1000", null, cancellationToken);

    public Task<TwilioAnswer> UpdateNumber(string number, CancellationToken cancellationToken, params (string Name, string Value)[] form) =>
        Send(HttpMethod.Post, $"IncomingPhoneNumbers/{Uri.EscapeDataString(number)}.json", Form(form), cancellationToken);

    private Task<TwilioAnswer> Send(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>>? form, CancellationToken cancellationToken) =>
        Send(method, Resource(path), form, cancellationToken);

    private async Task<TwilioAnswer> Send(HttpMethod method, Uri resource, IEnumerable<KeyValuePair<string, string>>? form, CancellationToken cancellationToken)
    {
        using var request = Request(method, resource);
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var body = Parse(text);
        var code = body.ValueKind == JsonValueKind.Object && !response.IsSuccessStatusCode && body.TryGetProperty("code", out var c) && c.TryGetInt32(out var number) ? number : (int?)null;
        return new TwilioAnswer(response.StatusCode, code, body);
    }

    private Uri Resource(string path) => new(options.Value.ApiBaseUrl, $"/2010-04-01/Accounts/{options.Value.AccountSid}/{path}");

    private HttpRequestMessage Request(HttpMethod method, Uri resource)
    {
        var twilio = options.Value;
        var (user, secret) = twilio.ApiKeySid.Length > 0 ? (twilio.ApiKeySid, twilio.ApiKeySecret) : (twilio.AccountSid, twilio.AuthToken);
        var request = new HttpRequestMessage(method, resource);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}")));
        return request;
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static IEnumerable<KeyValuePair<string, string>> Form((string Name, string Value)[] form) => form.Select(f => KeyValuePair.Create(f.Name, f.Value));
}
