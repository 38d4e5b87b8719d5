using ContactCenter.AgentConsole.Booking;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class WishTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly PlaceView[] Places = [new("lilas", "Cabinet des Lilas"), new("gare", "Maison de la Gare")];

    [TestCase("mardi ou vendredi", "weekdays=tuesday,friday")]
    [TestCase("ma ve", "weekdays=tuesday,friday")]
    [TestCase("friday, tue", "weekdays=tuesday,friday")]
    [TestCase("après 14h", "earliest=14:00")]
    [TestCase("after 14", "earliest=14:00")]
    [TestCase("avant 10h30", "latest=10:30")]
    [TestCase("before 10:30", "latest=10:30")]
    [TestCase("14h-16h", "earliest=14:00&latest=16:00")]
    [TestCase("9-11", "earliest=09:00&latest=11:00")]
    [TestCase("le matin", "latest=12:00")]
    [TestCase("l’après-midi", "earliest=12:00")]
    [TestCase("midi", "earliest=12:00&latest=14:00")]
    [TestCase("lundi matin", "weekdays=monday&latest=12:00")]
    [TestCase("même praticien", "continuity=true")]
    [TestCase("nouveau patient", "patientIsNew=true")]
    [TestCase("known", "patientIsNew=false")]
    [TestCase("à la gare", "place=gare")]
    [TestCase("surbooking", "overbook=true")]
    [TestCase("mercredi", "weekdays=wednesday")]
    public void What_patients_say_is_read(string typed, string query)
    {
        var read = WishText.Read(typed, Today, Places);
        Assert.That(read.Unread, Is.Empty);
        Assert.That(Uri.UnescapeDataString(QueryText.Of(read.Wishes.Query)), Is.EqualTo(query));
    }

    [TestCase("dès le 15/12", "2026-12-15")]
    [TestCase("15/01", "2027-01-15")]
    [TestCase("3/2/2027", "2027-02-03")]
    public void Named_day_is_the_next_such_day(string typed, string day) => Assert.That(WishText.Read(typed, Today, Places).From, Is.EqualTo(DateOnly.Parse(day, null)));

    [TestCase("mardi plutôt", "plutot")]
    [TestCase("31/02", "31/02")]
    [TestCase("bientôt", "bientot")]
    public void What_cannot_be_read_is_given_back(string typed, string unread) => Assert.That(WishText.Read(typed, Today, Places).Unread, Is.EqualTo(new[] { unread }));
}
