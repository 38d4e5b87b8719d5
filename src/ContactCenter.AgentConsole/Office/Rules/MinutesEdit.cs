using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>How long a visit takes with each practitioner, while it is typed.</summary>
public sealed class MinutesEdit(RulesForm form, IReadOnlyList<MinutesForm> written)
{
    public IReadOnlyList<Row> Rows { get; } =
    [
        .. form.Practitioners.Select(p => new Row(p.Id, p.Name, written.FirstOrDefault(m => m.PractitionerId == p.Id))),
        .. written.Where(m => form.Practitioners.All(p => p.Id != m.PractitionerId)).Select(m => new Row(m.PractitionerId, m.PractitionerId, m)),
    ];

    public IReadOnlyList<MinutesForm> Form => [.. Rows.Select(r => new MinutesForm(r.Id, r.Usual.Trim(), r.First.Trim()))];

    /// <summary>The fields that say their own faults.</summary>
    public IEnumerable<string> Fields => [.. Rows.SelectMany(r => new[] { $"minutes.{r.Id}", $"new_patient_minutes.{r.Id}" }), "minutes"];

    public sealed class Row(string id, string name, MinutesForm? written)
    {
        public string Id => id;

        public string Name => name;

        public string Usual { get; set; } = written?.Minutes ?? "";

        public string First { get; set; } = written?.NewPatientMinutes ?? "";
    }
}
