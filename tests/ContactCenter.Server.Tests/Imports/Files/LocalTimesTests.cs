using ContactCenter.Server.Imports;
using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Tests.Imports.Files;

internal sealed class LocalTimesTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [TestCase("2026-11-23 10:05", "2026-11-23T09:05:00Z")]
    [TestCase("23/11/2026 10h05", "2026-11-23T09:05:00Z")]
    [TestCase("2026-11-23T10:05:00", "2026-11-23T09:05:00Z")]
    [TestCase("2026-07-01 10:05", "2026-07-01T08:05:00Z")]
    [TestCase("2026-11-23T10:05Z", "2026-11-23T10:05:00Z")]
    [TestCase("2026-10-25T02:30+02:00", "2026-10-25T00:30:00Z")]
    [TestCase("2026-10-25T02:30+01:00", "2026-10-25T01:30:00Z")]
    public void A_moment_is_read_by_the_practice_s_clock_or_by_its_offset(string text, string expected)
    {
        var (at, fault) = LocalTimes.Moment(new SheetCell(text, 1, 1), Paris);
        Assert.That(fault, Is.Null);
        Assert.That(at.ToString(), Is.EqualTo(expected));
    }

    [TestCase("2026-03-29 02:30", ImportCodes.InTheGap)]
    [TestCase("2026-10-25 02:30", ImportCodes.InTheOverlap)]
    [TestCase("2026-13-01 10:00", ImportCodes.WrongTime)]
    [TestCase("23/11/26 10:00", ImportCodes.WrongTime)]
    [TestCase("demain", ImportCodes.WrongTime)]
    [TestCase("", ImportCodes.WrongTime)]
    public void A_moment_that_cannot_be_or_may_be_two_is_refused_in_its_place(string text, string code)
    {
        var (_, fault) = LocalTimes.Moment(new SheetCell(text, 7, 12), Paris);
        Assert.That((fault?.Code, fault?.Line, fault?.Column), Is.EqualTo((code, 7, 12)));
    }
}
