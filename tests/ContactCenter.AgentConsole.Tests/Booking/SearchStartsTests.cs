using ContactCenter.AgentConsole.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class SearchStartsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly DateOnly OnAgenda = new(2026, 12, 24);

    [TestCase("now", null)]
    [TestCase("1d", "2026-12-01")]
    [TestCase("14d", "2026-12-14")]
    [TestCase("3m", "2027-02-28")]
    [TestCase("agenda", "2026-12-24")]
    public void Starts_are_counted_as_patients_say_them(string choice, string? day)
    {
        var from = SearchStarts.Day(choice, Today, OnAgenda);
        Assert.That(from?.ToString("yyyy-MM-dd", null), Is.EqualTo(day));
        Assert.That(SearchStarts.ChoiceOf(from, Today), Is.EqualTo(choice));
    }
}
