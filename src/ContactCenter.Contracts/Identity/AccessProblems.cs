namespace ContactCenter.Contracts.Identity;

/// <summary>Values of <c>code</c> in the ProblemDetails of sign-in and access.</summary>
public static class AccessProblems
{
    /// <summary>401: no such account or another password; never says which.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>429: too many attempts for this account or from this address; <c>Retry-After</c> says when to come back.</summary>
    public const string TooManyAttempts = "too-many-attempts";

    /// <summary>401: the session ended or was revoked.</summary>
    public const string SignInNeeded = "sign-in-needed";

    /// <summary>403: signed in, but not for this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>403: the request comes from another site's page.</summary>
    public const string CrossOrigin = "cross-origin";

    /// <summary>404: no such thing, or not yours: the two are not told apart.</summary>
    public const string NotFound = "not-found";
}
