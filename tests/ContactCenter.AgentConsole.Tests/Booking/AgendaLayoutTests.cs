using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class AgendaLayoutTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static AgendaLayout Of(AgendaView agenda) => AgendaLayout.Of(agenda, _ => false);

    [Test]
    public void Practitioners_stand_side_by_side_and_days_come_first()
    {
        var layout = Of(Agendas.Week(Monday));
        Assert.That(layout.Columns.Take(4).Select(c => (c.Day.Day, c.Side.Id)),
            Is.EqualTo(new[] { (23, "dr-martin"), (23, "dr-benali"), (24, "dr-martin"), (24, "dr-benali") }));
    }

    [Test]
    public void Sheet_is_as_tall_as_the_practice_is_open_in_whole_hours() =>
        Assert.That((Of(Agendas.Day(Monday)).From, Of(Agendas.Day(Monday)).To), Is.EqualTo((8 * 60, 19 * 60)));

    [Test]
    public void Appointment_outside_the_hours_makes_the_sheet_taller() =>
        Assert.That(Of(Agendas.Day(Monday, Agendas.Appointment("dr-martin", Monday, 7, 10, 20))).From, Is.EqualTo(7 * 60));

    [Test]
    public void Unworked_weekend_is_left_out_of_the_week() =>
        Assert.That(Of(Agendas.Week(Monday)).Columns.Select(c => c.Day.DayOfWeek), Has.None.EqualTo(DayOfWeek.Sunday).And.None.EqualTo(DayOfWeek.Saturday));

    [Test]
    public void Overlapping_entries_share_the_width_and_the_next_one_has_it_all()
    {
        var blocks = Of(Agendas.Day(Monday, Agendas.Appointment("dr-martin", Monday, 9, 0, 30), Agendas.Appointment("dr-martin", Monday, 9, 15, 30), Agendas.Appointment("dr-martin", Monday, 9, 45, 15)))
            .Columns[0].Blocks;
        Assert.That(blocks.Select(b => (b.Lane, b.Lanes)), Is.EqualTo(new[] { (0, 2), (1, 2), (0, 1) }));
    }

    [Test]
    public void Cancelled_appointment_takes_no_place()
    {
        var entry = Agendas.Appointment("dr-martin", Monday, 9, 0, 30);
        Assert.That(Of(Agendas.Day(Monday, entry with { Appointment = entry.Appointment! with { State = AppointmentState.Cancelled } })).Columns[0].Blocks, Is.Empty);
    }

    [Test]
    public void Hidden_practitioner_leaves_her_column() =>
        Assert.That(AgendaLayout.Of(Agendas.Day(Monday), id => id == "dr-benali").Columns.Select(c => c.Side.Id), Is.EqualTo(new[] { "dr-martin" }));

    [Test]
    public void Absence_over_midnight_is_cut_to_the_day()
    {
        var absence = new AgendaEntry("dr-martin", Agendas.At(Monday, 18, 0), Agendas.At(Monday.AddDays(2), 9, 0), AgendaEntryKind.Absence, null, "Congé", false);
        Assert.That(Of(Agendas.Day(Monday.AddDays(1)) with { Entries = [absence] }).Columns[0].Blocks.Select(b => (b.From, b.To)), Is.EqualTo(new[] { (0, 1440) }));
    }
}
