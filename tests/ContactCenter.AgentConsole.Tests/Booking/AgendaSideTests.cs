using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>The agenda by rooms and by places.</summary>
internal sealed class AgendaSideTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly AgendaEntry InRoom = Agendas.Appointment("dr-martin", Monday, 9, 0, 20) with { ResourceIds = ["salle"] };
    private static readonly AgendaEntry AtHome = Agendas.Appointment("dr-benali", Monday, 20, 0, 20);
    private static readonly AgendaEntry RoomClosed = new("salle", Agendas.At(Monday, 14, 0), Agendas.At(Monday, 15, 0), AgendaEntryKind.Absence, null, "Travaux", false);
    private static readonly AgendaEntry Leave = new("dr-martin", Agendas.At(Monday, 14, 0), Agendas.At(Monday, 15, 0), AgendaEntryKind.Absence, null, "Congé", false);

    private static readonly AgendaView Agenda = Furnished(Agendas.Day(Monday, InRoom, AtHome, RoomClosed, Leave));

    [Test]
    public void Room_shows_what_takes_it_and_when_it_is_closed()
    {
        var room = AgendaLayout.Of(Agenda, _ => false, AgendaSides.Resources).Columns.Single();
        Assert.That(room.Side.Name, Is.EqualTo("Salle de soins"));
        Assert.That(room.Blocks.Select(b => b.Entry), Is.EqualTo(new[] { InRoom, RoomClosed }));
    }

    [Test]
    public void Room_that_is_always_there_makes_the_sheet_no_taller()
    {
        var sheet = AgendaLayout.Of(Agenda, _ => false, AgendaSides.Resources);
        Assert.That(sheet.Columns[0].Open.Select(o => (o.From, o.To)), Is.EqualTo(new[] { (sheet.From, sheet.To) }));
        Assert.That((sheet.From, sheet.To), Is.EqualTo((8 * 60, 22 * 60)));
    }

    [Test]
    public void Place_shows_who_is_there_and_the_rest_stands_outside()
    {
        var places = AgendaLayout.Of(Agenda, _ => false, AgendaSides.Places).Columns;
        Assert.That(places.Select(c => (c.Side.Name, c.Blocks.Select(b => b.Entry).SingleOrDefault())), Is.EqualTo(new[] { ("Cabinet", InRoom), ("Hors du cabinet", AtHome) }));
    }

    [TestCase(AgendaSides.Resources)]
    [TestCase(AgendaSides.Places)]
    public void Hidden_practitioner_leaves_rooms_and_places(AgendaSides sides) =>
        Assert.That(
            AgendaLayout.Of(Agenda, id => id == "dr-martin", sides).Columns.SelectMany(c => c.Blocks).Select(b => b.Entry.Appointment?.PractitionerId),
            Has.None.EqualTo("dr-martin"));

    [Test]
    public void Kept_and_remote_openings_say_what_they_are()
    {
        var open = AgendaLayout.Of(Agenda, _ => false).Columns[1].Open;
        Assert.That(open.Select(AgendaText.Opening), Is.EqualTo(new[] { null, "Plage à domicile · Gardé : urgence" }));
        Assert.That(open[1].Look, Is.EqualTo("opening opening-homevisit opening-kept"));
    }

    [Test]
    public void Time_on_a_column_is_the_practices_own() =>
        Assert.That(AgendaLayout.Of(Agenda, _ => false).Columns[0].At(Agenda, (9 * 60) + 35), Is.EqualTo(Agendas.At(Monday, 9, 35)));

    private static AgendaView Furnished(AgendaView agenda) => agenda with
    {
        Resources = [new CalendarResource("salle", "Salle de soins", CalendarResourceKind.Room)],
        Places = [new PlaceView("cabinet", "Cabinet")],
        Openings =
        [
            .. agenda.Openings.Select(o => o with { PlaceId = "cabinet", Place = "Cabinet" }),
            new OpeningView("dr-benali", Agendas.At(Monday, 19, 0), Agendas.At(Monday, 22, 0), "HomeVisit", "urgence"),
            new OpeningView("salle", Agendas.At(Monday, 0, 0), Agendas.At(Monday.AddDays(1), 0, 0)),
        ],
    };
}
