namespace ContactCenter.Contracts.Practices;

/// <summary><c>PUT /api/practices/{practiceId}/forced-close</c> shuts the practice whatever its hours say; <c>DELETE</c> lifts it. By the practice's staff.</summary>
/// <param name="From">Null: now.</param>
/// <param name="Until">Exclusive; null: until lifted.</param>
public sealed record ForcedClose(DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>Values of <c>code</c> in the ProblemDetails of a practice's addresses.</summary>
public static class PracticeProblems
{
    /// <summary>422: the end is not after the beginning.</summary>
    public const string ImpossibleTimes = "impossible-times";

    /// <summary>422: a field is missing or too long; <c>field</c> names it.</summary>
    public const string Invalid = "invalid-field";
}
