using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactCenter.Server.Booking;

/// <summary>An answer down to its bytes, so that a request sent again gets the very same.</summary>
/// <param name="Days">Local days of the agenda that it changed.</param>
internal sealed record BookingReply(int StatusCode, string Body, IReadOnlyList<DateOnly> Days)
{
    private static readonly JsonSerializerOptions Json = MakeOptions();

    /// <summary>Days of other agendas that it changed, and of this one beside <see cref="Days"/>.</summary>
    public IReadOnlyList<ChangedDay> Elsewhere { get; init; } = [];

    /// <summary>Whether it is remembered. What was not found may come to be: it is asked again.</summary>
    public bool IsFinal => StatusCode != StatusCodes.Status404NotFound;

    public static BookingReply Of<T>(T view, IReadOnlyList<DateOnly> days, int statusCode = StatusCodes.Status200OK) =>
        new(statusCode, JsonSerializer.Serialize(view, Json), days);

    public static BookingReply NotFound(string code = AccessProblems.NotFound, string? detail = null) => Problem(StatusCodes.Status404NotFound, code, detail);

    public static BookingReply Invalid(string field, string detail) =>
        Problem(StatusCodes.Status422UnprocessableEntity, BookingProblems.Invalid, detail, ("field", field));

    public static BookingReply Conflict(string code, string detail, params (string, object)[] fields) => Problem(StatusCodes.Status409Conflict, code, detail, fields);

    public static BookingReply Problem(int statusCode, string code, string? detail, params (string Name, object Value)[] fields)
    {
        var problem = new Dictionary<string, object?> { ["title"] = ReasonPhrases.GetReasonPhrase(statusCode), ["status"] = statusCode, ["detail"] = detail, [Problems.CodeKey] = code };
        foreach (var (name, value) in fields)
            problem[name] = value;
        return new BookingReply(statusCode, JsonSerializer.Serialize(problem, Json), []);
    }

    /// <summary>What it says, for a write that is part of another.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Json)!;

    public IResult Result() => Results.Text(Body, StatusCode < 400 ? "application/json" : "application/problem+json", Encoding.UTF8, StatusCode);

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(options);
        return options;
    }
}

/// <param name="Day">Local to the practice.</param>
internal sealed record ChangedDay(Guid PracticeId, DateOnly Day);
