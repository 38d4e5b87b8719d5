using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

/// <summary>
/// Slows guessing before the database is asked. Accounts that do not exist are counted like those that do, so that the
/// answers tell nothing about which is which.
/// </summary>
internal sealed class SignInLimits(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = Limit(options.Value.AttemptsPerMinuteAndAddress, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> _wrongByAccount = Limit(options.Value.WrongPasswords, TimeSpan.FromMinutes(options.Value.LockMinutes));

    public bool MayTry(string address, string normalisedEmail) =>
        _byAddress.AttemptAcquire(address).IsAcquired && _wrongByAccount.AttemptAcquire(normalisedEmail, permitCount: 0).IsAcquired;

    public void CountWrong(string normalisedEmail) => _wrongByAccount.AttemptAcquire(normalisedEmail);

    public void Dispose()
    {
        _byAddress.Dispose();
        _wrongByAccount.Dispose();
    }

    private static PartitionedRateLimiter<string> Limit(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));
}
