using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients;

/// <summary>Finds patients by their tokens, opens the boxes found and puts the best first.</summary>
internal sealed class PatientSearch(PatientTokens tokens, PatientRecords records)
{
    public const int Shown = 20;

    // A beginning of two letters may lead to thousands: opening this many boxes takes about a millisecond.
    private const int Opened = 200;

    // Beyond this many, one token is as common as another.
    private const int Counted = 2_000;

    /// <summary>Everybody reached under a number: a household may share one.</summary>
    public async Task<List<OpenedPatient>> ByPhone(ContactCenterDb db, PracticeId practice, PhoneNumber number, CancellationToken cancellationToken)
    {
        var found = await Candidates(db, practice, [[tokens.Phone(practice, number)]], Opened, cancellationToken);
        return [.. found.Where(p => p.Identity.Phones.Contains(number.E164)).OrderBy(p => p.Identity.BirthDate)];
    }

    /// <summary>Who agrees with all that is asked; at most one more than <see cref="Shown"/>, the best match first.</summary>
    public async Task<List<OpenedPatient>> Find(ContactCenterDb db, PracticeId practice, PatientQuestion asked, CancellationToken cancellationToken)
    {
        List<long[]> certain = [];
        if (asked.Phone is { } phone)
            certain.Add([tokens.Phone(practice, phone)]);
        if (asked.BirthDate is { } born)
            certain.Add([tokens.Born(practice, born)]);
        if (certain.Count == 0 && asked.Words.Count == 0)
            return [];
        // Whole words first: among the many who share a beginning, the box asked for must be one of those opened.
        var exact = await Candidates(db, practice, [.. certain, .. asked.Words.Select(w => new[] { tokens.Word(practice, w) })], Opened, cancellationToken);
        var loose = asked.Words.Count == 0 || exact.Count > Shown
            ? []
            : await Candidates(db, practice, [.. certain, .. asked.Words.Select(w => tokens.Loosely(practice, w))], Opened, cancellationToken);
        return
        [
            .. exact.Concat(loose).DistinctBy(p => p.Row.Id)
                .Select(p => (Patient: p, Score: asked.Score(p.Identity)))
                .Where(p => p.Score is not null)
                .OrderByDescending(p => p.Score).ThenBy(p => p.Patient.Identity.Name.Display, StringComparer.Ordinal)
                .Select(p => p.Patient).Take(Shown + 1),
        ];
    }

    /// <param name="demands">Each must be met by one of its tokens.</param>
    private async Task<List<OpenedPatient>> Candidates(
        ContactCenterDb db, PracticeId practice, IReadOnlyList<long[]> demands, int limit, CancellationToken cancellationToken)
    {
        var all = db.Set<PatientToken>().Where(t => t.PracticeId == practice);
        List<long[]> rarestFirst = [.. await RarestFirst(all, demands, cancellationToken)];
        var first = rarestFirst[0];
        var meeting = all.Where(t => first.Contains(t.Token));
        foreach (var demand in rarestFirst.Skip(1))
            meeting = meeting.Where(t => all.Any(o => o.PatientId == t.PatientId && demand.Contains(o.Token)));
        // In the order of the key, so that the database may stop at the limit; one patient may come once for each token.
        var found = await meeting.OrderBy(t => t.Token).ThenBy(t => t.PatientId).Select(t => t.PatientId).Take(limit * first.Length).ToListAsync(cancellationToken);
        var ids = found.Distinct().Take(limit).ToList();
        var rows = await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && ids.Contains(p.Id)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new OpenedPatient(row, records.Open(row)))];
    }

    /// <summary>The rarest leads, and the others are asked of those it names: a Durand among the many Maries, not the other way round.</summary>
    private static async Task<IEnumerable<long[]>> RarestFirst(IQueryable<PatientToken> all, IReadOnlyList<long[]> demands, CancellationToken cancellationToken)
    {
        if (demands.Count == 1)
            return demands;
        List<(long[] Demand, int Patients)> counted = [];
        foreach (var demand in demands)
            counted.Add((demand, await all.Where(t => demand.Contains(t.Token)).Select(t => t.Token).Take(Counted).CountAsync(cancellationToken)));
        return counted.OrderBy(c => c.Patients).Select(c => c.Demand);
    }
}

internal sealed record OpenedPatient(Patient Row, PatientIdentity Identity);

/// <summary>What a search asks, normalised.</summary>
internal sealed record PatientQuestion(IReadOnlyList<string> Words, PhoneNumber? Phone, LocalDate? BirthDate)
{
    /// <summary>How well a patient answers it: a whole word 3, its beginning 2, its sound 1; null when she does not.</summary>
    public int? Score(PatientIdentity identity)
    {
        if ((Phone is { } phone && !identity.Phones.Contains(phone.E164)) || (BirthDate is { } born && identity.BirthDate != born))
            return null;
        var words = identity.Name.Words;
        var scores = Words.Select(asked => words.Max(word => Likeness(asked, word))).ToList();
        return scores.Contains(0) ? null : scores.Sum();
    }

    private static int Likeness(string asked, string word) =>
        asked == word ? 3
        : word.StartsWith(asked, StringComparison.Ordinal) ? 2
        : NameSound.Of(asked) == NameSound.Of(word) ? 1
        : 0;
}
