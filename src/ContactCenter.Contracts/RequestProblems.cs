namespace ContactCenter.Contracts;

/// <summary>Values of <c>code</c> that any changing request may get.</summary>
public static class RequestProblems
{
    /// <summary>The header by which a request sent twice is done once: a GUID made by the client.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>400: the header is missing or not a GUID.</summary>
    public const string IdempotencyKeyNeeded = "idempotency-key-needed";

    /// <summary>422: the key was used for another request.</summary>
    public const string IdempotencyKeyReused = "idempotency-key-reused";

    /// <summary>503: the database does not answer. Whether it was done is not known; <c>Retry-After</c> says when to send it again, under the same key.</summary>
    public const string Unavailable = "unavailable";
}
