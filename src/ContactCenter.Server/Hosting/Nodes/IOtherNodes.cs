namespace ContactCenter.Server.Hosting.Nodes;

/// <summary>
/// The other servers on the same database. What is told them is a hint: ids only, never a word about a person, and nothing depends on its arriving.
/// </summary>
internal interface IOtherNodes
{
    /// <summary>Tells the others, not this one. Never waits, never fails.</summary>
    void Tell<T>(T hint)
        where T : class;

    /// <summary>Hears what the others tell from now on.</summary>
    void Listen<T>(Action<T> heard)
        where T : class;
}
