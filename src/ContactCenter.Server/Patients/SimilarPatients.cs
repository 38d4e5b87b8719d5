using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Patients;

/// <summary>Finds patients who may be the one about to be created: names that sound alike, or the same birthday on the same telephone.</summary>
internal sealed class SimilarPatients(PatientSearch search)
{
    public async Task<List<OpenedPatient>> Of(ContactCenterDb db, PracticeId practice, PatientIdentity wanted, CancellationToken cancellationToken)
    {
        var words = NameWords.Asked($"{wanted.Name.Family} {wanted.Name.Given}");
        var alike = await search.Find(db, practice, new PatientQuestion(words, null, null), cancellationToken);
        foreach (var phone in wanted.BirthDate is null ? [] : wanted.Phones)
            alike.AddRange(await search.Find(db, practice, new PatientQuestion([], PhoneNumber.Parse(phone), wanted.BirthDate), cancellationToken));
        return [.. alike.DistinctBy(p => p.Row.Id).Where(known => MayBe(wanted, known.Identity))];
    }

    private static bool MayBe(PatientIdentity wanted, PatientIdentity known) =>
        wanted.BirthDate is null || known.BirthDate is null || wanted.BirthDate == known.BirthDate;
}
