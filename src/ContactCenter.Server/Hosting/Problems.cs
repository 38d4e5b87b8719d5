using ContactCenter.Contracts.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactCenter.Server.Hosting;

/// <summary>Refusals of the HTTP API: ProblemDetails with a <c>code</c> that does not change, and a sentence that may.</summary>
internal static class Problems
{
    public const string CodeKey = "code";

    public static ProblemHttpResult Of(int statusCode, string code, string? detail = null) => With(statusCode, code, detail, []);

    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound, AccessProblems.NotFound);

    public static ProblemHttpResult Conflict(string code, string? detail = null) => Of(StatusCodes.Status409Conflict, code, detail);

    public static ProblemHttpResult Invalid(string code, string? detail = null) => Of(StatusCodes.Status422UnprocessableEntity, code, detail);

    /// <summary>409 with one more field, for a screen that lets the user choose.</summary>
    public static ProblemHttpResult Conflict(string code, string field, object value) =>
        With(StatusCodes.Status409Conflict, code, null, [KeyValuePair.Create(field, (object?)value)]);

    /// <summary>422 naming the field at fault; what stood in it is not repeated.</summary>
    public static ProblemHttpResult InvalidField(string code, string field) =>
        With(StatusCodes.Status422UnprocessableEntity, code, null, [KeyValuePair.Create("field", (object?)field)]);

    /// <summary>The code of a refusal that nobody named: by its status code.</summary>
    public static string DefaultCode(int statusCode) => statusCode switch
    {
        StatusCodes.Status400BadRequest => "bad-request",
        StatusCodes.Status401Unauthorized => AccessProblems.SignInNeeded,
        StatusCodes.Status403Forbidden => AccessProblems.Forbidden,
        StatusCodes.Status404NotFound => AccessProblems.NotFound,
        StatusCodes.Status429TooManyRequests => AccessProblems.TooManyAttempts,
        >= 500 => "unexpected",
        _ => $"http-{statusCode}",
    };

    private static ProblemHttpResult With(int statusCode, string code, string? detail, IEnumerable<KeyValuePair<string, object?>> fields) =>
        TypedResults.Problem(detail, statusCode: statusCode, extensions: [KeyValuePair.Create(CodeKey, (object?)code), .. fields]);
}
