using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// The canonical order of a call's events. Vendor timestamps are whole seconds and ours are milliseconds, so events are compared by
/// whole second first; within one second by kind of source (a decision of ours precedes what the vendor reports of it), then by the
/// source's own sequence, and last by key, so that the order is total.
/// </summary>
public sealed class CallEventOrder : IComparer<CallEvent>
{
    public static CallEventOrder Instance { get; } = new();

    public int Compare(CallEvent? x, CallEvent? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var bySecond = x.At.ToUnixTimeSeconds().CompareTo(y.At.ToUnixTimeSeconds());
        if (bySecond != 0)
            return bySecond;
        var byRank = Rank(x).CompareTo(Rank(y));
        if (byRank != 0)
            return byRank;
        var bySequence = Sequence(x).CompareTo(Sequence(y));
        if (bySequence != 0)
            return bySequence;
        var byTime = x.At.CompareTo(y.At);
        return byTime != 0 ? byTime : string.CompareOrdinal(x.Key, y.Key);
    }

    private static int Rank(CallEvent happened) => happened switch
    {
        CallArrived => 0,
        ConferenceNotice => 2,
        LegProgressed => 3,
        CallReconciled => 4,
        _ => 1,
    };

    private static long Sequence(CallEvent happened) => happened switch
    {
        ConferenceNotice notice => notice.Sequence,
        LegProgressed progress => progress.Sequence,
        _ => happened.At.ToUnixTimeMilliseconds(),
    };
}
