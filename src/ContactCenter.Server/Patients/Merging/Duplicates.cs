using System.Security.Claims;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity.Audit;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients.Merging;

/// <summary>Proposes patients who may be one and the same. Who was born on the same day or is reached by the same number is compared by name.</summary>
internal sealed class Duplicates(PatientDesk desk)
{
    private const int Shown = 50;

    public async Task<IResult> Handle(Guid practiceId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var pairs = await desk.Store.Write(
            async (db, token) =>
            {
                var rows = await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && p.MergedInto == null).ToListAsync(token);
                var found = Pairs([.. rows.Select(r => new OpenedPatient(r, desk.Records.Open(r)))]).OrderByDescending(p => p.Because.Count).Take(Shown).ToList();
                var shown = found.SelectMany(p => new[] { p.One.Row.Id, p.Other.Row.Id }).Distinct().Select(p => new AuditEntry(AuditAction.PatientFound, p)).ToList();
                if (shown.Count > 0)
                    await desk.Audit.Append(db, practice, AuditActor.From(user, null), shown, token);
                return found;
            },
            cancellationToken);
        return TypedResults.Ok(pairs.Select(p => new DuplicateView(p.One.View(), p.Other.View(), p.Because)));
    }

    private static IEnumerable<(OpenedPatient One, OpenedPatient Other, List<string> Because)> Pairs(List<OpenedPatient> patients)
    {
        var neighbours = patients.SelectMany(p => Keys(p.Identity).Select(k => (Key: k, Patient: p))).ToLookup(k => k.Key, k => k.Patient).Select(g => g.ToList());
        var pairs = from near in neighbours
                    from one in near
                    from other in near
                    where one.Row.Id.Value.CompareTo(other.Row.Id.Value) < 0
                    select (one, other);
        return pairs.DistinctBy(p => (p.one.Row.Id, p.other.Row.Id)).Select(p => (p.one, p.other, Because(p.one.Identity, p.other.Identity))).Where(p => p.Item3.Count > 0);
    }

    private static IEnumerable<string> Keys(PatientIdentity identity) =>
        identity.BirthDate is { } born ? identity.Phones.Append($"{born:uuuu-MM-dd}") : identity.Phones;

    /// <summary>Why the two may be one; empty when they are not: relatives share a number, strangers a birthday.</summary>
    public static List<string> Because(PatientIdentity one, PatientIdentity other)
    {
        if (one.BirthDate is not null && other.BirthDate is not null && one.BirthDate != other.BirthDate)
            return [];
        if (!Alike(one.Name.Given, other.Name.Given) || !(Alike(one.Name.Family, other.Name.Family) || Alike(one.Name.BirthFamily, other.Name.Family) || Alike(one.Name.Family, other.Name.BirthFamily)))
            return [];
        List<string> because = [one.Name.Words.SetEquals(other.Name.Words) ? "SameName" : "SoundOfName"];
        if (one.BirthDate is not null && one.BirthDate == other.BirthDate)
            because.Add("BirthDate");
        if (one.Phones.Intersect(other.Phones).Any())
            because.Add("Phone");
        return because;
    }

    /// <summary>Some word of the one sounds as some word of the other.</summary>
    private static bool Alike(string? one, string? other) => NameWords.Of(one).Select(NameSound.Of).Intersect(NameWords.Of(other).Select(NameSound.Of)).Any();
}
