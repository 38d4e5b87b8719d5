using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What a test does with a practice's rules.</summary>
internal static class RulebookHouse
{
    public const string File = BookingHouse.File;

    public static string Path(BookingHouse house) => System.IO.Path.Combine(house.Node.Services.GetRequiredService<ScriptLibrary>().Root, File);

    public static Task<RulesInForce> Rules(this BookingClient staff) => staff.Get<RulesInForce>("rules");

    public static async Task<HttpResponseMessage> Put(this BookingClient staff, PutRules form, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{staff.Root}/rules") { Content = JsonContent.Create(form, options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, (key ?? Guid.NewGuid()).ToString());
        return await staff.Http.SendAsync(request);
    }

    public static Task<CheckedRules> Check(this BookingClient staff, string text) => Ask<CheckedRules>(staff, "check", new CheckRules(text));

    public static async Task<T> Ask<T>(this BookingClient staff, string what, object form) => await BookingClient.Read<T>(await staff.Try(what, form));

    public static Task<HttpResponseMessage> Try(this BookingClient staff, string what, object form) =>
        staff.Http.PostAsJsonAsync($"{staff.Root}/rules/{what}", form, TestJson.Options);

    /// <summary>Another text that is clean.</summary>
    public static string Next(string text, int version = 2) => text.Replace("version: 1", $"version: {version}", StringComparison.Ordinal);

    public static async Task<T> Field<T>(this HttpResponseMessage answer, string field) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty(field).Deserialize<T>(TestJson.Options)!;

    /// <summary>What a form makes of a text: nothing is wrong with it.</summary>
    public static async Task<EditedRules> Edit(this BookingClient staff, string text, RuleEdit edit)
    {
        var edited = await Ask<EditedRules>(staff, "edit", new EditRules(text, edit));
        Assert.That(edited.Checked.Faults.Where(f => f.IsError), Is.Empty);
        return edited;
    }

    /// <summary>The lines that come and go, but for the number that the text bears.</summary>
    public static IEnumerable<string> Lines(this EditedRules edited) => edited.Checked.Changes
        .Where(c => (c.Before is null || c.After is null) && c.Text.Length > 0 && !c.Text.StartsWith("version:", StringComparison.Ordinal))
        .Select(c => (c.Before is null ? "+" : "-") + c.Text);
}
