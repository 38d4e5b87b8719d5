using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Practices;

public sealed class SpokenHoursTests
{
    private static readonly OpeningInterval[] Whole = [new(new LocalTime(8, 0), new LocalTime(12, 30)), new(new LocalTime(14, 0), new LocalTime(19, 0))];
    private static readonly OpeningInterval[] Morning = [new(new LocalTime(9, 0), new LocalTime(12, 0))];
    private static readonly OpeningInterval[] Late = [new(new LocalTime(20, 0), LocalTime.Midnight)];

    [Test]
    public void Days_with_the_same_hours_are_said_together()
    {
        var hours = Hours((IsoDayOfWeek.Monday, Whole), (IsoDayOfWeek.Tuesday, Whole), (IsoDayOfWeek.Wednesday, Morning), (IsoDayOfWeek.Thursday, Whole),
            (IsoDayOfWeek.Friday, Whole), (IsoDayOfWeek.Sunday, Late));
        Assert.That(SpokenHours.InFrench(hours), Is.EqualTo(
            "du lundi au mardi de 8 heures à 12 heures 30 et de 14 heures à 19 heures, le mercredi de 9 heures à 12 heures, "
            + "du jeudi au vendredi de 8 heures à 12 heures 30 et de 14 heures à 19 heures, le dimanche de 20 heures à minuit"));
        Assert.That(SpokenHours.InEnglish(hours), Is.EqualTo(
            "Monday to Tuesday from 08:00 to 12:30 and from 14:00 to 19:00, Wednesday from 09:00 to 12:00, "
            + "Thursday to Friday from 08:00 to 12:30 and from 14:00 to 19:00, Sunday from 20:00 to midnight"));
    }

    [Test]
    public void A_practice_without_weekly_hours_says_none() => Assert.That(SpokenHours.InFrench(Hours()), Is.Empty);

    private static OpeningHours Hours(params (IsoDayOfWeek Day, OpeningInterval[] Open)[] week) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"], Region = HolidayRegion.Metropole,
        Week = week.ToDictionary(d => d.Day, d => (IReadOnlyList<OpeningInterval>)d.Open),
    };
}
