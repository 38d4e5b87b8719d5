using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rehearsing;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>The command <c>replay-bookings</c>: a month under other rules, with the calendars as they were then.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class RehearseCommandTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly string Old = RaceHouse.Rules;

    private string _folder = "";
    private BookingHouse _house = null!;
    private BookingClient _caller = null!;

    [SetUp]
    public async Task Open()
    {
        _folder = Directory.CreateTempSubdirectory("contactcenter-rules-").FullName;
        _house = await BookingHouse.Open(engine, Old);
        _caller = await _house.Takes();
    }

    [TearDown]
    public async Task Close()
    {
        await _house.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_same_rules_change_nothing()
    {
        var one = await Books("p1", Tuesday, RaceHouse.Visit);
        await _caller.Post($"appointments/{one.AppointmentId}/move", new MoveAppointment(_caller.Call, null, "p2", Tuesday.AddHours(1), one.Version));
        await Books("p3", Tuesday, RaceHouse.Counted);
        var (exit, said, _) = await Replay(Old.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Match("^2026-11: 3 bookings and moves, cabinet-des-lilas@1#\\w+ -> cabinet-des-lilas@2#\\w+: 3 as before\n$"));
    }

    [Test]
    public async Task What_would_change_is_listed_with_the_rule_and_its_place_in_the_new_file()
    {
        var late = await Books("p1", Tuesday.AddHours(9), RaceHouse.Visit);
        var longer = await Books("p2", Tuesday, RaceHouse.Visit);
        var asked = await Books("p3", Tuesday, RaceHouse.Counted);
        var next = Old.Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace("minutes: {p1: 15, p2: 15", "minutes: {p1: 15, p2: 20", StringComparison.Ordinal)
            .Replace("{label: Bilan,", "{label: Bilan, agents: with_approval,", StringComparison.Ordinal);
        var (exit, said, errors) = await Replay(Shortened(next));
        var lines = said.TrimEnd().Split('\n');
        Assert.That(exit, Is.Zero, errors);
        Assert.That(lines, Has.Length.EqualTo(4), said);
        Assert.That(lines[0], Does.StartWith($"2026-11-24 17:00 p1 visite (booked 2026-11-23 09:00, {late.AppointmentId}): at once, 15 min -> refused: "));
        Assert.That(lines[1], Does.StartWith($"2026-11-24 08:00 p2 visite (booked 2026-11-23 09:00, {longer.AppointmentId}): at once, 15 min -> at once, 20 min"));
        Assert.That(lines[2], Does.Match($"p3 bilan \\(booked 2026-11-23 09:00, {asked.AppointmentId}\\): at once, 30 min -> with approval, 30 min: booking.yaml\\(\\d+,\\d+\\): ApprovalOfReason: "));
        Assert.That(lines[3], Does.EndWith("0 as before, 1 of another length, 1 refused, 1 with approval"));
        Assert.That(said, Does.Not.Contain("Durand").IgnoreCase);
    }

    [Test]
    public async Task The_calendar_counts_as_it_was_then_not_as_it_is_now()
    {
        var first = await Books("p1", Tuesday, RaceHouse.Counted);
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Books("p2", Tuesday, RaceHouse.Counted);
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await _caller.Post($"appointments/{first.AppointmentId}/cancel", new CancelAppointment(_caller.Call, first.Version, null));
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await Books("p3", Tuesday.AddHours(1), RaceHouse.Counted);
        var (_, said, _) = await Replay(Old.Replace($"most: {RaceHouse.MostCounted}", "most: 1", StringComparison.Ordinal));
        var lines = said.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(3), said);
        Assert.That(lines[0], Does.Contain($"{second.AppointmentId}").And.Contain("-> refused").And.Contain("QuotaReached"), "the first was there when the second was booked");
        Assert.That(lines[2], Does.EndWith("1 as before, 2 refused"), "the second was there when the third was booked");
        (_, said, _) = await Replay(Old.Replace($"most: {RaceHouse.MostCounted}", "most: 2", StringComparison.Ordinal));
        Assert.That(said, Does.EndWith("3 as before\n"), "and the first was not there any more");
    }

    [Test]
    public async Task Faulty_rules_are_refused_with_their_places_and_wrong_questions_answered()
    {
        var (exit, said, errors) = await Replay(Old.Replace("reasons: bilan,", "reasons: billan,", StringComparison.Ordinal));
        Assert.That((exit, said), Is.EqualTo((1, "")));
        Assert.That(errors, Does.Match("^booking.yaml\\(\\d+,\\d+\\): error BOK003: "));
        Assert.That((await Replay(Old, month: "november")).Exit, Is.EqualTo(2));
        Assert.That((await Replay(Old, practice: "nowhere")).Exit, Is.EqualTo(1));
        Assert.That((await Replay(Old, month: "2026-10")).Said, Does.StartWith("2026-10: 0 bookings and moves"));
    }

    private static string Shortened(string rules) => rules.Replace(
        "p1: {name: Dr p1, specialty: Médecine générale, openings: [{days: [monday, tuesday, wednesday, thursday, friday], from: \"08:00\", to: \"18:00\"}]}",
        "p1: {name: Dr p1, specialty: Médecine générale, openings: [{days: [monday, tuesday, wednesday, thursday, friday], from: \"08:00\", to: \"12:00\"}]}", StringComparison.Ordinal);

    private async Task<AppointmentView> Books(string practitioner, DateTimeOffset start, string reason)
    {
        var answer = await _caller.Book(RaceHouse.Slot(practitioner, start), reason, _house.Patient);
        return await BookingClient.Read<AppointmentView>(answer);
    }

    private async Task<(int Exit, string Said, string Errors)> Replay(string rules, string month = "2026-11", string practice = BookingHouse.Slug)
    {
        var file = Path.Combine(_folder, "booking.yaml");
        await File.WriteAllTextAsync(file, rules);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await RehearseCommand.Run(["--practice", practice, "--month", month, "--rules", file], _house.Node.Services, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }
}
