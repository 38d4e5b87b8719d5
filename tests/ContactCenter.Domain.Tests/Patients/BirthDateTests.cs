using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class BirthDateTests
{
    [TestCase("2000-05-04", "2026-05-03", 25)]
    [TestCase("2000-05-04", "2026-05-04", 26)]
    [TestCase("2024-02-29", "2025-02-28", 0)]
    [TestCase("2024-02-29", "2025-03-01", 1)]
    [TestCase("2024-02-29", "2028-02-29", 4)]
    [TestCase("2026-05-04", "2026-05-04", 0)]
    public void Age_is_completed_years(string born, string today, int years)
    {
        var pattern = NodaTime.Text.LocalDatePattern.Iso;
        Assert.That(new BirthDate(pattern.Parse(born).Value).AgeOn(pattern.Parse(today).Value), Is.EqualTo(years));
    }
}
