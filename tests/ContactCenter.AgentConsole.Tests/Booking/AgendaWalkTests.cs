using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class AgendaWalkTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly AgendaEntry Nine = Agendas.Appointment("dr-martin", Monday, 9, 0, 20);
    private static readonly AgendaEntry Eleven = Agendas.Appointment("dr-martin", Monday, 11, 0, 20);
    private static readonly AgendaEntry Ten = Agendas.Appointment("dr-benali", Monday, 10, 0, 20);
    private static readonly AgendaEntry Noon = Agendas.Appointment("dr-benali", Monday, 12, 0, 20);
    private static readonly AgendaEntry Hold = new("dr-martin", Agendas.At(Monday, 10, 0), Agendas.At(Monday, 10, 20), AgendaEntryKind.Hold, null, "NB", false);

    private static readonly AgendaLayout Sheet = AgendaLayout.Of(Agendas.Day(Monday, Nine, Hold, Eleven, Ten, Noon), _ => false);

    [TestCase(8, 0, 9)]
    [TestCase(9, 10, 9)]
    [TestCase(9, 20, 10)]
    [TestCase(11, 30, 12)]
    [TestCase(20, 0, 9, Description = "All is over: the first")]
    public void One_enters_at_the_first_that_is_not_over(int hour, int minute, int start) =>
        Assert.That(AgendaWalk.Enter(Sheet, Agendas.At(Monday, hour, minute))!.Appointment.Start.Hour, Is.EqualTo(start));

    [Test]
    public void Up_and_down_stay_in_the_column_and_pass_what_is_no_appointment()
    {
        Assert.That(Step(Nine, 0, "ArrowDown"), Is.EqualTo((0, 11)));
        Assert.That(Step(Eleven, 0, "ArrowUp"), Is.EqualTo((0, 9)));
        Assert.That(Step(Eleven, 0, "ArrowDown"), Is.Null);
        Assert.That((Step(Eleven, 0, "Home"), Step(Nine, 0, "End")), Is.EqualTo(((0, 9), (0, 11))));
    }

    [Test]
    public void Left_and_right_lead_to_the_nearest_time_of_the_next_column()
    {
        Assert.That(Step(Nine, 0, "ArrowRight"), Is.EqualTo((1, 10)));
        Assert.That(Step(Noon, 1, "ArrowLeft"), Is.EqualTo((0, 11)));
        Assert.That(Step(Noon, 1, "ArrowRight"), Is.Null);
    }

    [Test]
    public void Column_without_appointments_is_passed_over()
    {
        var tuesday = Agendas.Appointment("dr-martin", Monday.AddDays(1), 14, 0, 20);
        var week = AgendaLayout.Of(Agendas.Week(Monday, Nine, tuesday), _ => false);
        Assert.That(AgendaWalk.Step(week, new AgendaSpot(0, Nine.Appointment!), "ArrowRight")!.Column, Is.EqualTo(2));
    }

    [Test]
    public void Appointment_that_is_gone_leads_nowhere() =>
        Assert.That(AgendaWalk.Step(Sheet, new AgendaSpot(0, Agendas.Appointment("dr-martin", Monday, 15, 0, 20).Appointment!), "ArrowDown"), Is.Null);

    private static (int, int)? Step(AgendaEntry from, int column, string key) =>
        AgendaWalk.Step(Sheet, new AgendaSpot(column, from.Appointment!), key) is { } spot ? (spot.Column, spot.Appointment.Start.Hour) : null;
}
