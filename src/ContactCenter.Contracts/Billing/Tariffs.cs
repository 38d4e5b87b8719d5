namespace ContactCenter.Contracts.Billing;

/// <summary><c>GET /api/billing/tariffs</c> (role Billing): the tariffs that the server uses, and what is to be said about their files.</summary>
/// <param name="Diagnostics">Of the files as they are now: <c>file(line,column): sentence</c>.</param>
/// <param name="ChangedSinceStart">The files are no longer those that the server uses: it reads them when it starts.</param>
public sealed record TariffShelfView(IReadOnlyList<TariffView> Tariffs, IReadOnlyList<string> Diagnostics, bool ChangedSinceStart);

/// <param name="Id">As <c>name@version</c>.</param>
/// <param name="ValidFrom">From which day on contracts may use it.</param>
/// <param name="Terms">What it costs, one sentence each.</param>
/// <param name="Practices">Names of those whose contract names it.</param>
public sealed record TariffView(
    string Id, string LabelFr, string LabelEn, DateOnly ValidFrom, IReadOnlyList<TariffSentence> Terms, IReadOnlyList<string> Practices);

public sealed record TariffSentence(string Fr, string En);
