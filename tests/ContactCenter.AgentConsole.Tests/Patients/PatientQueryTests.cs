using ContactCenter.AgentConsole.Patients;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Tests.Patients;

internal sealed class PatientQueryTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [TestCase("Durand", "Durand", null, null)]
    [TestCase("durand amélie", "durand amélie", null, null)]
    [TestCase("Durand 12/04/1986", "Durand", null, "1986-04-12")]
    [TestCase("12.4.86 Durand", "Durand", null, "1986-04-12")]
    [TestCase("06 12 34 56 78", null, "06 12 34 56 78", null)]
    [TestCase("+33612345678", null, "+33612345678", null)]
    [TestCase("Léo 06.12.34.56.78", "Léo", "06.12.34.56.78", null)]
    [TestCase("31/02/1986", "31/02/1986", null, null)]
    [TestCase("", null, null, null)]
    public void One_field_takes_names_dates_and_numbers(string typed, string? name, string? phone, string? born) =>
        Assert.That(PatientQuery.Parse(typed, Today), Is.EqualTo(new FindPatients(name, phone, born is null ? null : DateOnly.Parse(born, null))));

    [TestCase("3/9/21", "2021-09-03")]
    [TestCase("3/9/27", "1927-09-03")]
    [TestCase("29/02/24", "2024-02-29")]
    [TestCase("12041986", "1986-04-12")]
    [TestCase("24/11/2026", null, Description = "not born yet")]
    [TestCase("12/04/1886", null)]
    [TestCase("hier", null)]
    public void Birth_dates_are_read_as_they_are_dictated(string typed, string? born) =>
        Assert.That(BirthDateText.Parse(typed, Today)?.ToString("yyyy-MM-dd", null), Is.EqualTo(born));

    [TestCase("2021-09-03", 5, false)]
    [TestCase("2025-05-24", 17, true)]
    [TestCase("2024-11-23", 2, false)]
    [TestCase("2024-11-24", 23, true)]
    public void Small_children_are_counted_in_months(string born, int count, bool months) =>
        Assert.That(BirthDateText.Age(DateOnly.Parse(born, null), Today), Is.EqualTo((count, months)));

    [TestCase("+33612345678", "06 12 34 56 78")]
    [TestCase("+4915112345678", "+4915112345678")]
    [TestCase("+336", "+336")]
    public void French_numbers_are_written_in_pairs(string number, string written) => Assert.That(PhoneText.Of(number), Is.EqualTo(written));
}
