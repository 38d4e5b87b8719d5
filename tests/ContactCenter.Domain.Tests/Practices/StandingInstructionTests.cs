using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Practices;

internal sealed class StandingInstructionTests
{
    // A Monday.
    private static readonly LocalDateTime Now = new(2026, 11, 23, 10, 0);
    private static readonly LocalDate Today = Now.Date;
    private static readonly IReadOnlySet<IsoDayOfWeek> Mondays = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday };

    private static readonly StandingInstruction Default = Given("default", InstructionValidity.Always);
    private static readonly StandingInstruction Weekly = Given("weekly", new(Days: Mondays));
    private static readonly StandingInstruction Bounded = Given("bounded", new(Today.PlusDays(-7), Today.PlusDays(7), Mondays));
    private static readonly StandingInstruction OneDay = Given("one day", InstructionValidity.On(Today));

    [Test]
    public void The_most_specific_wins()
    {
        Assert.That(InForce(Default), Is.EqualTo(["default"]));
        Assert.That(InForce(Default, Weekly), Is.EqualTo(["weekly"]));
        Assert.That(InForce(Bounded, Default, Weekly), Is.EqualTo(["bounded"]));
        Assert.That(InForce(OneDay, Bounded, Default, Weekly), Is.EqualTo(["one day"]));
    }

    [Test]
    public void Of_equals_the_last_given_wins()
    {
        var later = Default with { Text = "later", GivenAt = Default.GivenAt + Duration.FromMinutes(1) };
        Assert.That(InForce(later, Default), Is.EqualTo(["later"]));
        Assert.That(InForce(Default, later), Is.EqualTo(["later"]));
    }

    [Test]
    public void A_practitioner_s_instruction_stands_beside_the_practice_s() =>
        Assert.That(InForce(OneDay with { Scope = "dr-martin", Text = "martin" }, Weekly, Default with { Scope = "dr-martin" }), Is.EqualTo(["weekly", "martin"]));

    [Test]
    public void One_that_does_not_hold_now_gives_way() =>
        Assert.That(InForce(Given("yesterday", InstructionValidity.On(Today.PlusDays(-1))), Weekly), Is.EqualTo(["weekly"]));

    [Test]
    public void Dates_are_inclusive()
    {
        var week = new InstructionValidity(Today, Today.PlusDays(2));
        Assert.That(week.Covers(Today.PlusDays(-1).At(new LocalTime(23, 59))), Is.False);
        Assert.That(week.Covers(Today.AtMidnight()), Is.True);
        Assert.That(week.Covers(Today.PlusDays(2).At(new LocalTime(23, 59))), Is.True);
        Assert.That(week.Covers(Today.PlusDays(3).AtMidnight()), Is.False);
    }

    [Test]
    public void Times_begin_inclusive_and_end_exclusive()
    {
        var morning = new InstructionValidity(Start: new LocalTime(8, 0), End: new LocalTime(12, 0));
        Assert.That(morning.Covers(Today.At(new LocalTime(7, 59))), Is.False);
        Assert.That(morning.Covers(Today.At(new LocalTime(8, 0))), Is.True);
        Assert.That(morning.Covers(Today.At(new LocalTime(12, 0))), Is.False);
    }

    [Test]
    public void Weekdays_bind() => Assert.That(new InstructionValidity(Days: Mondays).Covers(Now.PlusDays(1)), Is.False);

    [TestCase(0, 0, true)]
    [TestCase(1, 0, false)]
    public void Bounds_that_cross_are_impossible(int from, int to, bool possible) =>
        Assert.That(new InstructionValidity(Today.PlusDays(from), Today.PlusDays(to)).IsPossible, Is.EqualTo(possible));

    [Test]
    public void A_time_of_no_length_is_impossible() =>
        Assert.That(new InstructionValidity(Start: new LocalTime(8, 0), End: new LocalTime(8, 0)).IsPossible, Is.False);

    private static StandingInstruction Given(string text, InstructionValidity validity) =>
        new(Guid.CreateVersion7(), text, null, validity, Instant.FromUtc(2026, 1, 1, 8, 0));

    private static IEnumerable<string> InForce(params StandingInstruction[] instructions) =>
        StandingInstruction.InForce(instructions, Now).Select(i => i.Text);
}
