namespace ContactCenter.Domain.Practices;

/// <summary>Whether a practice is open, and if not, why: a caller may hear another sentence for each.</summary>
public enum OpeningState
{
    Open,

    /// <summary>Outside the weekly hours: evening, lunch, weekend.</summary>
    OutOfHours,

    /// <summary>A public holiday of the practice's region.</summary>
    Holiday,

    /// <summary>A dated closure, such as leave.</summary>
    Closure,

    /// <summary>Shut by order, whatever the hours say.</summary>
    Forced,
}
