using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Patients;

/// <summary>What stands in the fields while she types: every field as text, flags as a set.</summary>
public sealed class PatientFields
{
    public string FamilyName { get; set; } = "";
    public string GivenNames { get; set; } = "";
    public string BirthName { get; set; } = "";
    public string Born { get; set; } = "";
    public string Phones { get; set; } = "";
    public string Email { get; set; } = "";
    public string Alert { get; set; } = "";
    public string Notes { get; set; } = "";
    public string Guardian { get; set; } = "";
    public string Contact { get; set; } = "";

    /// <summary>One a line.</summary>
    public string Papers { get; set; } = "";

    public HashSet<PatientFlag> Flags { get; } = [];

    public static PatientFields Of(PatientView known)
    {
        var fields = new PatientFields
        {
            FamilyName = known.FamilyName,
            GivenNames = known.GivenNames,
            BirthName = known.BirthFamilyName ?? "",
            Born = known.BirthDate is { } born ? BirthDateText.Write(born) : "",
            Phones = string.Join(", ", known.Phones.Select(PhoneText.Of)),
            Email = known.Email ?? "",
            Alert = known.Alert ?? "",
            Notes = known.Notes ?? "",
            Guardian = known.Guardian ?? "",
            Contact = known.PreferredContact ?? "",
            Papers = string.Join('\n', known.MissingPapers ?? []),
        };
        fields.Flags.UnionWith(known.Flags);
        return fields;
    }

    /// <summary>Who she is and how she is reached, as she would say it herself to another practice: nothing of what this one wrote about her.</summary>
    public static PatientFields WhoIs(PatientView known) => new()
    {
        FamilyName = known.FamilyName,
        GivenNames = known.GivenNames,
        BirthName = known.BirthFamilyName ?? "",
        Born = known.BirthDate is { } born ? BirthDateText.Write(born) : "",
        Phones = string.Join(", ", known.Phones.Select(PhoneText.Of)),
    };

    public SavePatient Form(DateOnly? born, int? version, bool evenIfSimilar) => new(
        FamilyName.Trim(), GivenNames.Trim(), Filled(BirthName), born, Parts(Phones, ',', ';'), Filled(Email), Filled(Notes),
        [.. Flags.Order()], version, evenIfSimilar,
        Filled(Alert), Filled(Guardian), Filled(Contact), Parts(Papers, '\n'));

    public void Toggle(PatientFlag flag)
    {
        if (!Flags.Remove(flag))
            Flags.Add(flag);
    }

    /// <summary>The fields in which two versions of a patient differ, by their labels.</summary>
    public static IReadOnlyList<string> Differences(PatientView one, PatientView other) =>
    [
        .. from field in new (string Label, bool Same)[]
           {
               (PatientWords.FamilyName, one.FamilyName == other.FamilyName), (PatientWords.GivenNames, one.GivenNames == other.GivenNames),
               (PatientWords.BirthFamilyName, one.BirthFamilyName == other.BirthFamilyName), (PatientWords.BirthDate, one.BirthDate == other.BirthDate),
               (PatientWords.Phone, one.Phones.SequenceEqual(other.Phones)), (PatientWords.Email, one.Email == other.Email),
               (PatientWords.Alert, one.Alert == other.Alert),
               (PatientWords.Notes, one.Notes == other.Notes), (PatientWords.Guardian, one.Guardian == other.Guardian),
               (PatientWords.PreferredContact, one.PreferredContact == other.PreferredContact),
               (PatientWords.MissingPapers, (one.MissingPapers ?? []).SequenceEqual(other.MissingPapers ?? [])),
               (PatientWords.Flags, one.Flags.SequenceEqual(other.Flags)),
           }
           where !field.Same
           select field.Label,
    ];

    /// <summary>The label of a field that the server would not take.</summary>
    public static string Label(string? field) => field switch
    {
        "familyName" => PatientWords.FamilyName,
        "givenNames" => PatientWords.GivenNames,
        "birthFamilyName" => PatientWords.BirthFamilyName,
        "birthDate" => PatientWords.BirthDate,
        "phones" => PatientWords.Phone,
        "email" => PatientWords.Email,
        "notes" => PatientWords.Notes,
        "alert" => PatientWords.Alert,
        "guardian" => PatientWords.Guardian,
        "preferredContact" => PatientWords.PreferredContact,
        "missingPapers" => PatientWords.MissingPapers,
        _ => field ?? "",
    };

    private static List<string> Parts(string text, params char[] between) =>
        [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
