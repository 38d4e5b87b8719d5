namespace ContactCenter.Domain.Booking;

/// <summary>The visit reasons that a rule concerns.</summary>
public sealed class ReasonSet
{
    private readonly HashSet<VisitReasonId>? _only;

    private ReasonSet(HashSet<VisitReasonId>? only) => _only = only;

    public static ReasonSet All { get; } = new(null);

    public bool IsAll => _only is null;

    /// <summary>Those named, in order; empty when all are meant.</summary>
    public IEnumerable<VisitReasonId> Named => _only is null ? [] : _only.OrderBy(r => r.Value, StringComparer.Ordinal);

    public static ReasonSet Of(IEnumerable<VisitReasonId> reasons) => new([.. reasons]);

    public bool Includes(VisitReasonId reason) => _only is null || _only.Contains(reason);

    public override string ToString() => IsAll ? "*" : string.Join(", ", Named);
}
