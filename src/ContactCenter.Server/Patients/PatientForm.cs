using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using NodaTime;
using static ContactCenter.Server.Hosting.Texts;

namespace ContactCenter.Server.Patients;

/// <summary>Reads what was typed about a patient. Answers the first field that cannot be taken, and never repeats what stood in it.</summary>
internal static class PatientForm
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int LongestNotes = 4000;
    private const int MostPhones = 6;
    private const int LongestLine = 300;
    private const int MostPapers = 20;
    private const int OldestAge = 130;

    public static PatientFormResult Read(SavePatient form, HolidayRegion region, LocalDate today)
    {
        var phones = new List<string>();
        foreach (var typed in form.Phones ?? [])
        {
            if (!TypedPhoneNumber.TryRead(typed, region, out var number))
                return new PatientFormFault("phones");
            phones.Add(number.E164);
        }
        var born = form.BirthDate is { } date ? LocalDate.FromDateOnly(date) : (LocalDate?)null;
        return FirstFault(form, phones, born, today) is { } field
            ? new PatientFormFault(field)
            : new PatientFormRead(new PatientIdentity(
                new PersonName(form.FamilyName.Trim(), form.GivenNames.Trim(), Filled(form.BirthFamilyName)),
                born,
                [.. phones.Distinct()],
                Filled(form.Email),
                Filled(form.Notes),
                Care(form)));
    }

    private static string? FirstFault(SavePatient form, List<string> phones, LocalDate? born, LocalDate today) => form switch
    {
        _ when !IsName(form.FamilyName) => "familyName",
        _ when !IsName(form.GivenNames) => "givenNames",
        { BirthFamilyName: { } birthName } when Filled(birthName) is { } filled && !IsName(filled) => "birthFamilyName",
        { Email.Length: > LongestEmail } => "email",
        { Email: { } email } when Filled(email) is { } filled && !filled.Contains('@', StringComparison.Ordinal) => "email",
        { Notes.Length: > LongestNotes } => "notes",
        { Alert.Length: > LongestLine } => "alert",
        { Guardian.Length: > LongestLine } => "guardian",
        { PreferredContact.Length: > LongestLine } => "preferredContact",
        { MissingPapers: { } papers } when papers.Count > MostPapers || papers.Any(p => p is null or { Length: > LongestLine }) => "missingPapers",
        _ when phones.Count > MostPhones => "phones",
        _ when born > today || born < today.PlusYears(-OldestAge) => "birthDate",
        _ => null,
    };

    /// <summary>Null when there is nothing to know.</summary>
    private static PatientCare? Care(SavePatient form)
    {
        var care = new PatientCare(
            Filled(form.Alert), Filled(form.Guardian), Filled(form.PreferredContact), [.. (form.MissingPapers ?? []).Select(Filled).OfType<string>().Distinct()]);
        return care is { Alert: null, Guardian: null, PreferredContact: null, MissingPapers.Count: 0 } ? null : care;
    }

    /// <summary>A name has at least one letter: otherwise nobody would ever find it.</summary>
    private static bool IsName(string? name) => name is { Length: <= LongestName } && NameWords.Of(name).Count > 0;
}

internal abstract record PatientFormResult;

internal sealed record PatientFormRead(PatientIdentity Identity) : PatientFormResult;

internal sealed record PatientFormFault(string Field) : PatientFormResult;
