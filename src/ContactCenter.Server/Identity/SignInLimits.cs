using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

/// <summary>
/// Slows guessing before the database is asked. Accounts that do not exist are counted here as others are in their rows, so that
/// the answers tell nothing about which is which.
/// </summary>
internal sealed class SignInLimits(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = Limit(options.Value.AttemptsPerMinuteAndAddress, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> _wrongByNobody = Limit(options.Value.WrongPasswords, TimeSpan.FromMinutes(options.Value.LockMinutes));

    public bool MayTry(string address, string normalisedEmail) =>
        _byAddress.AttemptAcquire(address).IsAcquired && _wrongByNobody.AttemptAcquire(normalisedEmail, permitCount: 0).IsAcquired;

    public void CountWrong(string normalisedEmail) => _wrongByNobody.AttemptAcquire(normalisedEmail);

    public void Dispose()
    {
        _byAddress.Dispose();
        _wrongByNobody.Dispose();
    }

    private static PartitionedRateLimiter<string> Limit(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));
}
