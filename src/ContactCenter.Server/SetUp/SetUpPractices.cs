using System.Text.RegularExpressions;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.SetUp;

/// <summary>A practice as it is entered.</summary>
internal sealed record NewPractice(string Slug, string Name, string Line, string AnswerPhraseFr, string AnswerPhraseEn)
{
    public string Zone { get; init; } = "Europe/Paris";

    public HolidayRegion Holidays { get; init; }

    public string? Address { get; init; }

    public string? OwnPhone { get; init; }
}

/// <summary>Adds practices and the numbers that lead to them.</summary>
internal sealed partial class SetUpPractices(Store store)
{
    private const int LongestName = 200;
    private const int LongestText = 500;
    private const int LongestLabel = 100;

    public async Task<SetUpAnswer> Add(NewPractice wanted, CancellationToken cancellationToken)
    {
        if (Fault(wanted) is { } fault)
            return SetUpAnswer.No(fault);
        var practice = new Practice
        {
            Id = new PracticeId(Guid.CreateVersion7()), Slug = wanted.Slug, Name = wanted.Name.Trim(), TimeZone = wanted.Zone, Region = wanted.Holidays,
            AnswerPhraseFr = wanted.AnswerPhraseFr.Trim(), AnswerPhraseEn = wanted.AnswerPhraseEn.Trim(), Address = wanted.Address?.Trim(), OwnPhone = wanted.OwnPhone,
        };
        return await store.Write(
            async (db, token) =>
            {
                if (await db.Set<Practice>().AnyAsync(p => p.Slug == wanted.Slug, token))
                    return SetUpAnswer.No($"There is a practice '{wanted.Slug}' already.");
                if (await Leads(db, wanted.Line, token) is { } other)
                    return other;
                db.Add(practice);
                db.Add(LineOf(practice.Id, wanted.Line, "Ligne principale"));
                return SetUpAnswer.Done($"{practice.Name} is there, at {wanted.Line}. Its dialogue is read from ivr-scripts/{wanted.Slug}, its rules from protocols/{wanted.Slug}.");
            },
            cancellationToken);
    }

    public async Task<SetUpAnswer> AddLine(string slug, string number, string label, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(number, out _))
            return SetUpAnswer.No(NoNumber(number));
        if (Missing(label, LongestLabel))
            return SetUpAnswer.No($"--label needs 1 to {LongestLabel} characters.");
        return await store.Write(
            async (db, token) =>
            {
                if (await db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == slug, token) is not { } practice)
                    return SetUpAnswer.No($"There is no practice '{slug}'.");
                if (await Leads(db, number, token) is { } other)
                    return other;
                db.Add(LineOf(practice.Id, number, label.Trim()));
                return SetUpAnswer.Done($"{number} leads to {practice.Name}.");
            },
            cancellationToken);
    }

    private static PhoneLine LineOf(PracticeId practice, string number, string label) =>
        new() { Id = new PhoneLineId(Guid.CreateVersion7()), PracticeId = practice, Number = number, Label = label };

    private static async Task<SetUpAnswer?> Leads(ContactCenterDb db, string number, CancellationToken cancellationToken) =>
        await db.Set<PhoneLine>().AnyAsync(l => l.Number == number, cancellationToken) ? SetUpAnswer.No($"{number} leads to a practice already.") : null;

    private static string? Fault(NewPractice wanted)
    {
        if (wanted.Slug.Length > 64 || !Slug().IsMatch(wanted.Slug))
            return $"'{wanted.Slug}' cannot be a slug: write lower-case letters, digits and single hyphens, 64 at most.";
        if (Missing(wanted.Name, LongestName))
            return $"--name needs 1 to {LongestName} characters.";
        if (Missing(wanted.AnswerPhraseFr, LongestText) || Missing(wanted.AnswerPhraseEn, LongestText) || wanted.Address?.Length > LongestText)
            return $"--answer-fr and --answer-en need 1 to {LongestText} characters, and --address takes no more.";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(wanted.Zone) is null)
            return $"'{wanted.Zone}' is no time zone: write an IANA name such as Europe/Paris or Indian/Reunion.";
        if (!PhoneNumber.TryParse(wanted.Line, out _))
            return NoNumber(wanted.Line);
        return wanted.OwnPhone is { } phone && !PhoneNumber.TryParse(phone, out _) ? NoNumber(phone) : null;
    }

    private static bool Missing(string text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest;

    private static string NoNumber(string number) => $"'{number}' is no telephone number: write it with + and its country, such as +33180000001.";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
