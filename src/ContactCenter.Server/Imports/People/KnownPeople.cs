using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Patients.Merging;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Imports.People;

/// <summary>Who of the practice may be the patient of a row: she herself by name and birth date, or somebody to be compared with her.</summary>
internal sealed class KnownPeople(PatientSearch search)
{
    public async Task<List<OpenedPatient>> Near(ContactCenterDb db, PracticeId practice, PatientIdentity wanted, CancellationToken cancellationToken)
    {
        var names = NameWords.Asked($"{wanted.Name.Family} {wanted.Name.Given}");
        List<OpenedPatient> found = [];
        if (wanted.BirthDate is { } born)
        {
            // By name first: on a day that many share, she must be among those opened.
            found.AddRange(await search.Find(db, practice, new PatientQuestion(names, null, born), cancellationToken));
            found.AddRange(await search.Find(db, practice, new PatientQuestion([], null, born), cancellationToken));
        }

        foreach (var phone in wanted.Phones)
            found.AddRange(await search.Find(db, practice, new PatientQuestion([], PhoneNumber.Parse(phone), null), cancellationToken));
        return [.. found.DistinctBy(p => p.Row.Id)];
    }

    /// <summary>The same person: the same names, and the same birth date or, where nobody wrote one, a number in common.</summary>
    public static bool IsSame(PatientIdentity one, PatientIdentity other) =>
        one.Name.Words.SetEquals(other.Name.Words)
        && one.BirthDate == other.BirthDate
        && (one.BirthDate is not null || one.Phones.Intersect(other.Phones).Any());

    /// <summary>The two would be proposed for merging.</summary>
    public static bool MayBeSame(PatientIdentity one, PatientIdentity other) =>
        ((one.BirthDate is not null && one.BirthDate == other.BirthDate) || one.Phones.Intersect(other.Phones).Any()) && Duplicates.Because(one, other).Count > 0;
}
