using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The names that a booking file defines, known before its rules are read, and how the rules refer to them.</summary>
internal sealed class BookingNames
{
    private readonly Dictionary<string, ReasonSet> _families = [];

    public BookingNames(Fields fields, RuleSource source)
    {
        Default = source;
        Practitioners = KeysOf(fields, "practitioners");
        Reasons = KeysOf(fields, "reasons");
        Resources = KeysOf(fields, "resources");
        Places = KeysOf(fields, "places");
    }

    public RuleSource Default { get; }

    public IReadOnlyList<string> Practitioners { get; }

    public IReadOnlyList<string> Reasons { get; }

    public IReadOnlyList<string> Resources { get; }

    public IReadOnlyList<string> Places { get; }

    public IReadOnlyDictionary<string, ReasonSet> Families => _families;

    public void AddFamily(string name, ReasonSet reasons) => _families[name] = reasons;

    /// <summary>Who answers for the rule that is read: it may name its own author and day.</summary>
    public RuleSource SourceOf(Fields fields) =>
        new(fields.Span, fields.OptionalText("author") ?? Default.Author, fields.OptionalDate("since") ?? Default.Since);

    /// <summary>All reasons when the key is absent.</summary>
    public ReasonSet ReasonsIn(Fields fields, string key) =>
        fields.Has(key) ? ReasonSet.Of(fields.OptionalTexts(key).SelectMany(t => Resolve(t, fields.Bag))) : ReasonSet.All;

    public IReadOnlyList<PractitionerId> PractitionersIn(Fields fields, string key) =>
        [.. Known(fields.OptionalTexts(key), Practitioners, BookingCodes.UnknownPractitioner, fields.Bag).Select(n => new PractitionerId(n))];

    public PractitionerId? PractitionerIn(Fields fields, string key) =>
        fields.Text(key) is { } name && One(fields, key, name, Practitioners, BookingCodes.UnknownPractitioner) ? new PractitionerId(name) : null;

    public IReadOnlyList<ResourceId> ResourcesIn(Fields fields, string key) =>
        [.. Known(fields.Texts(key), Resources, BookingCodes.UnknownResource, fields.Bag).Select(n => new ResourceId(n))];

    public PlaceId? PlaceIn(Fields fields, string key) =>
        fields.OptionalText(key) is { } name && One(fields, key, name, Places, BookingCodes.UnknownPlace) ? new PlaceId(name) : null;

    /// <summary>Minutes that are whole steps; null after a report.</summary>
    public static int? Steps(Fields fields, string key, int least, int most, bool required = true)
    {
        var minutes = required ? fields.Int(key, least, most) : fields.OptionalInt(key, least, most);
        if (minutes is not { } value || value % Step.Minutes == 0)
            return minutes;
        fields.Report(BookingCodes.OffStep, key, value, ((value / Step.Minutes) + 1) * Step.Minutes);
        return null;
    }

    /// <summary>Reports local times that do not begin a step.</summary>
    public static OpeningInterval? Hours(Fields fields, string from, string to)
    {
        var (start, end) = (fields.Time(from), fields.Time(to));
        foreach (var (key, time) in new[] { (from, start), (to, end) })
        {
            if (time is { } value && value.TickOfDay % (Step.Minutes * NodaConstants.TicksPerMinute) != 0)
                fields.Report(BookingCodes.OffStep, key, $"{value:HH':'mm}", $"{value.PlusMinutes(Step.Minutes - (value.Minute % Step.Minutes)):HH':'mm}");
        }

        if (start is null || end is null)
            return null;
        if (end > start || end == LocalTime.Midnight)
            return new OpeningInterval(start.Value, end.Value);
        fields.Report(BookingCodes.EmptyOpening, to, $"{start:HH':'mm}", $"{end:HH':'mm}");
        return null;
    }

    private IEnumerable<VisitReasonId> Resolve(ScriptScalar text, DiagnosticBag bag)
    {
        if (_families.TryGetValue(text.Text, out var family))
            return family.Named;
        if (Reasons.Contains(text.Text))
            return [new VisitReasonId(text.Text)];
        bag.Report(BookingCodes.UnknownReason, text.Span, text.Text, string.Join(", ", Reasons.Concat(_families.Keys)));
        return [];
    }

    private static bool One(Fields fields, string key, string name, IReadOnlyList<string> known, ScriptCode code)
    {
        if (known.Contains(name))
            return true;
        fields.Report(code, key, name, string.Join(", ", known));
        return false;
    }

    private static IEnumerable<string> Known(IReadOnlyList<ScriptScalar> texts, IReadOnlyList<string> known, ScriptCode code, DiagnosticBag bag)
    {
        foreach (var text in texts)
        {
            if (known.Contains(text.Text))
                yield return text.Text;
            else
                bag.Report(code, text.Span, text.Text, string.Join(", ", known));
        }
    }

    private static IReadOnlyList<string> KeysOf(Fields fields, string key) =>
        fields.Mapping.Find(key) is ScriptMapping named ? [.. named.Entries.Select(e => e.Key)] : [];
}
