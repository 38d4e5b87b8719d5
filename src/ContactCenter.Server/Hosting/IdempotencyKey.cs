using ContactCenter.Contracts;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Hosting;

/// <summary>The client's key of a request, as a handler's parameter. A missing or malformed one answers 400.</summary>
internal readonly record struct IdempotencyKey(Guid Value)
{
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext http) =>
        Guid.TryParse(http.Request.Headers[RequestProblems.IdempotencyKey], out var key)
            ? ValueTask.FromResult(new IdempotencyKey(key))
            : throw new RefusedRequestException(StatusCodes.Status400BadRequest, RequestProblems.IdempotencyKeyNeeded);
}

/// <summary>A refusal found where no result can be returned.</summary>
internal sealed class RefusedRequestException(int statusCode, string code) : BadHttpRequestException(code, statusCode)
{
    public string Code { get; } = code;

    /// <summary>The code for an exception that is the client's fault; null when it is ours.</summary>
    public static string? CodeOf(Exception? exception) => exception switch
    {
        RefusedRequestException refused => refused.Code,
        KeyReusedException => RequestProblems.IdempotencyKeyReused,
        _ => null,
    };
}
