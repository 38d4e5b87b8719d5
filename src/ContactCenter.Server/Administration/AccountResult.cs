namespace ContactCenter.Server.Administration;

/// <summary>What came of a change to an account. Commands say it in a sentence, the API in a code.</summary>
internal abstract record AccountResult;

internal sealed record AccountDone(Guid AccountId) : AccountResult;

/// <param name="About">What was written that cannot be; empty where nothing was.</param>
internal sealed record AccountRefused(AccountFault Fault, string About = "") : AccountResult;

internal enum AccountFault
{
    NoAccount,

    /// <summary>Who asks was an administrator when she asked, and is none any more.</summary>
    NoAdministrator,
    WrongEmail,
    EmailTaken,
    WrongName,
    NoRole,
    UnknownRole,

    /// <summary>Practices for roles that see every practice.</summary>
    OverseesEvery,
    UnknownPractice,
    NoLanguage,
    WrongLanguage,
    WrongCulture,
    ShortPassword,
    LongPassword,
    Outdated,
    Yourself,
    OwnRole,
    LastAdministrator,
    Closed,
    NotClosed,
}
