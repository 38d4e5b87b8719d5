using ContactCenter.Domain.Patients;
using ContactCenter.Server.Patients;

namespace ContactCenter.Server.Imports.People;

/// <summary>Those whom the rows before would have brought: in a dry run the database does not know them.</summary>
internal sealed class DryPeople
{
    private readonly Dictionary<string, List<DryPatient>> _near = new(StringComparer.Ordinal);

    /// <summary>Patients of the practice who would have got an id of the file.</summary>
    public HashSet<PatientId> Linked { get; } = [];

    public IEnumerable<DryPatient> Near(PatientIdentity identity) => Keys(identity).SelectMany(k => _near.GetValueOrDefault(k, [])).Distinct();

    public void Add(PatientIdentity identity, bool hasKey)
    {
        var patient = new DryPatient(identity, hasKey);
        foreach (var key in Keys(identity))
            (_near.TryGetValue(key, out var there) ? there : _near[key] = []).Add(patient);
    }

    private static IEnumerable<string> Keys(PatientIdentity identity) => identity.BirthDate is { } born ? identity.Phones.Append($"{born:uuuu-MM-dd}") : identity.Phones;
}

/// <param name="HasKey">She bears an id of the file.</param>
internal sealed class DryPatient(PatientIdentity identity, bool hasKey)
{
    public PatientIdentity Identity => identity;

    public bool HasKey { get; set; } = hasKey;
}
