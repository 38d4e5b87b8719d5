using ContactCenter.Server.Calls;

namespace ContactCenter.Server.Telephony;

/// <summary>What happened in a call and no notice told of, from the vendor's records.</summary>
internal interface IUntoldEvents
{
    /// <summary>Asks about one call now, however old it is; returns how many events the records brought to light.</summary>
    Task<int> Ask(CallRecord call, CancellationToken cancellationToken);
}
