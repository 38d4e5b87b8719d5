using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>For whom an opening is kept, and until when, while it is typed.</summary>
public sealed class KeptEdit(string pool, IReadOnlyList<ReleaseForm> releases)
{
    public string Pool { get; set; } = pool;

    public List<ReleaseEdit> Rows { get; } = [.. releases.Select(r => new ReleaseEdit(r))];

    public bool IsKept => Pool.Trim().Length > 0;

    public string KeptFor => RulesLists.Pool(Pool);

    /// <summary>What is kept for nobody is not released.</summary>
    public IReadOnlyList<ReleaseForm> Releases => IsKept ? [.. Rows.Select(r => r.Form)] : [];

    /// <summary>Nobody books a walk-in period, so none of it is kept.</summary>
    public KeptEdit In(string mode) => mode == "walk_in" ? new KeptEdit("", []) : this;

    /// <summary>The fields that say their own faults.</summary>
    public IEnumerable<string> Fields =>
    [
        "kept_for",
        .. Rows.SelectMany((_, i) => new[] { $"releases[{i}].days_before", $"releases[{i}].at", $"releases[{i}].before", $"releases[{i}].to", $"releases[{i}]" }),
    ];
}
