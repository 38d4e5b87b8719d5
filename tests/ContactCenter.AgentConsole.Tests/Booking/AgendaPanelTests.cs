using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.Components.Web;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>The agenda on the secretary's screen: colours, month, keys, and appointments let go of over another time.</summary>
internal sealed class AgendaPanelTests : DeskTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly CallView call = Views.Call() with { Caller = new CallerView(null, [], 0, null) };
    private readonly AgendaEntry nine = Agendas.Appointment("dr-martin", Monday, 9, 0, 20);
    private readonly AgendaEntry three = Agendas.Appointment("dr-martin", Monday, 15, 0, 20);

    private string Root => $"/api/practices/{call.Practice.PracticeId}";

    private IRenderedComponent<AgendaPanel> Panel()
    {
        var asked = Agendas.Appointment("dr-benali", Monday, 10, 0, 20);
        var pending = asked with { Appointment = asked.Appointment! with { VisitReasonId = "vaccin", VisitReasonLabel = "Vaccin", State = AppointmentState.Pending } };
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday, nine, three, pending) with
        {
            Resources = [new CalendarResource("salle", "Salle de soins", CalendarResourceKind.Room)],
            Reasons = [new AgendaReasonView("consultation", "Consultation", 0), new AgendaReasonView("certificat", "Certificat", 1), new AgendaReasonView("vaccin", "Vaccin", 2)],
        });
        Http.On($"GET {Root}/visit-reasons", new[] { Agendas.Consultation });
        Get<BookingDesk>();
        Show(Views.OnCall(call: call));
        var panel = Browser.Render<AgendaPanel>();
        panel.WaitForAssertion(() => Assert.That(panel.FindAll(".block-appointment"), Is.Not.Empty));
        return panel;
    }

    [Test]
    public void Each_reason_has_its_colour_and_its_word_on_the_block_and_in_the_legend()
    {
        var panel = Panel();
        Assert.That(panel.FindAll(".block-appointment.hue-0 .block-reason").Select(r => r.Text().Trim()), Is.EqualTo(new[] { "Consultation", "Consultation" }));
        Assert.That(panel.Find(".block-unsure.hue-2 .block-mark").Text(), Is.EqualTo("à valider"));
        Assert.That(panel.FindAll(".agenda-legend li").Select(l => l.Text()), Is.EqualTo(new[] { "Consultation", "Vaccin", "En attente d’accord" }));
    }

    [Test]
    public async Task Rooms_are_put_side_by_side_and_the_choice_is_kept()
    {
        var panel = Panel();
        await panel.FindAll(".agenda-sides button")[1].ClickAsync();
        Assert.That(panel.Find(".agenda-column-head strong").Text(), Is.EqualTo("Salle de soins"));
        Assert.That(panel.FindAll(".agenda-sides button").Select(b => b.GetAttribute("aria-pressed")), Is.EqualTo(new[] { "false", "true" }));
    }

    [Test]
    public async Task Month_says_how_full_each_day_is_and_opens_it()
    {
        var panel = Panel();
        Http.On($"GET {Root}/agenda/days?from=2026-10-26&days=42", new AgendaDays(
            call.Practice.PracticeId, new DateOnly(2026, 10, 26), 42, Agendas.At(Monday, 13, 0),
            [new("dr-martin", "Dr Martin", "Médecine générale"), new("dr-benali", "Dr Benali", "Pédiatrie")],
            [
                new(Monday.AddDays(-3), "dr-martin", 480, 400, 5, 0), new(Monday, "dr-martin", 480, 90, 14, 1), new(Monday, "dr-benali", 300, 0, 9, 0),
                new(Monday.AddDays(1), "dr-martin", 480, 0, 20, 0), new(Monday.AddDays(2), "dr-martin", 480, 435, 1, 0),
            ],
            [new(new DateOnly(2026, 11, 11), null), new(new DateOnly(2026, 11, 26), "Congés")]));
        await panel.FindAll(".agenda-span button")[2].ClickAsync();
        string Day(string day) => string.Join('|', panel.WaitForElement($"#month-{day}").Children.Select(c => c.Text().Trim()).Where(t => t.Length > 0));
        Assert.That(Day("2026-11-23"), Is.EqualTo("lundi 23 novembre|23 RDV|1 h 30 libres|1 à valider"));
        Assert.That(Day("2026-11-24"), Is.EqualTo("mardi 24 novembre|20 RDV|Complet"));
        Assert.That(Day("2026-11-25"), Is.EqualTo("mercredi 25 novembre|1 RDV|7 h 15 libres"));
        Assert.That((Day("2026-11-11"), Day("2026-11-26"), Day("2026-11-29")),
            Is.EqualTo(("mercredi 11 novembre|Férié", "jeudi 26 novembre|Congés", "dimanche 29 novembre|pas de consultation")));
        Assert.That(Day("2026-11-20"), Is.EqualTo("vendredi 20 novembre|5 RDV"), "what was free is past");
        Assert.That(panel.FindAll("[role=gridcell] [tabindex='0']"), Has.Exactly(1).Items);

        await panel.Find(".agenda-month").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowRight" });
        Http.On($"GET {Root}/agenda?from=2026-11-24&days=1", Agendas.Day(Monday.AddDays(1)));
        await panel.Find(".month-day[tabindex='0']").ClickAsync();
        panel.WaitForAssertion(() => Assert.That(panel.Find(".agenda-title").Text(), Does.Contain("mardi 24 novembre")));
    }

    [Test]
    public async Task Key_begins_to_move_the_appointment_that_has_the_focus_and_escape_ends_it()
    {
        var panel = Panel();
        await panel.Find(".agenda-sheet").KeyDownAsync(new KeyboardEventArgs { Key = "m" });
        Assert.That(Get<BookingDesk>().Moving, Is.Null, "no appointment has it");
        await Face(panel, nine).FocusAsync(new FocusEventArgs());
        await panel.Find(".agenda-sheet").KeyDownAsync(new KeyboardEventArgs { Key = "m" });
        Assert.That(Get<BookingDesk>().Moving?.AppointmentId, Is.EqualTo(nine.Appointment!.AppointmentId));
        Assert.That(panel.FindAll(".block-leaving"), Has.Exactly(1).Items);
        await Face(panel, nine).BlurAsync(new FocusEventArgs());
        await panel.Find(".agenda-sheet").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.That(Get<BookingDesk>().Moving, Is.Null);
    }

    [Test]
    public async Task Arrow_enters_the_appointments_and_leads_on()
    {
        var panel = Panel();
        await panel.Find(".agenda-sheet").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        await Face(panel, nine).FocusAsync(new FocusEventArgs());
        await panel.Find(".agenda-sheet").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.That(Focused(), Is.EqualTo(new[] { $"#{Face(panel, three).Id}", $"#{Face(panel, three).Id}" }), "it is one o'clock: nine is over");
    }

    [Test]
    public async Task Dropped_appointment_is_held_at_its_new_time_and_moved_once_confirmed()
    {
        Panel();
        var held = new HeldSlot(Guid.NewGuid(), "dr-martin", Agendas.At(Monday, 16, 0), Agendas.At(Monday, 16, 20), Views.Noon.AddMinutes(3));
        Http.On($"POST {Root}/holds", held);
        var bookings = Get<BookingDesk>();
        await LetPass(bookings.MoveTo(three.Appointment!, "dr-martin", held.Start));
        Assert.That((bookings.Chosen?.Start, bookings.Held, bookings.IsByHand), Is.EqualTo(((DateTimeOffset?)held.Start, held, true)));
        Assert.That(Http.Received.Single(r => r.Request == $"POST {Root}/holds").Body, Does.Contain($"\"movedAppointmentId\":\"{three.Appointment!.AppointmentId}\""));
        var address = $"POST {Root}/appointments/{three.Appointment!.AppointmentId}/move";
        Http.On(address, three.Appointment with { Start = held.Start, End = held.End, Version = 2 });
        await bookings.Confirm();
        Assert.That(Http.Received.Single(r => r.Request == address).Body, Does.Contain($"{held.HoldId}"));
        Assert.That(bookings.Done?.Act, Is.EqualTo(BookingAct.Moved));
    }

    [Test]
    public async Task Refused_time_is_explained_and_the_appointment_stands_where_it_stood()
    {
        Panel();
        Http.On($"POST {Root}/holds", new { code = BookingProblems.NotAllowed, detail = "Le cabinet est fermé à cette heure." }, HttpStatusCode.UnprocessableEntity);
        var bookings = Get<BookingDesk>();
        await LetPass(bookings.MoveTo(three.Appointment!, "dr-martin", Agendas.At(Monday, 20, 0)));
        Assert.That((bookings.Chosen, bookings.Fault?.Sentence, bookings.Moving), Is.EqualTo(((SlotView?)null, "Le cabinet est fermé à cette heure.", three.Appointment)));
    }

    [Test]
    public async Task Beside_its_old_time_nothing_is_held_and_the_move_decides()
    {
        Panel();
        var bookings = Get<BookingDesk>();
        await LetPass(bookings.MoveTo(three.Appointment!, "dr-martin", Agendas.At(Monday, 15, 10)));
        Assert.That((bookings.Chosen?.Start, bookings.Fault), Is.EqualTo(((DateTimeOffset?)Agendas.At(Monday, 15, 10), (object?)null)));
        Assert.That(Http.Received.Where(r => r.Request.EndsWith("/holds", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Between_calls_nothing_is_dragged_or_moved()
    {
        var panel = Panel();
        Assert.That(panel.FindAll("[data-move]"), Is.Not.Empty);
        Show(Views.Idle(2));
        panel.Render();
        Assert.That(panel.FindAll("[data-move]"), Is.Empty);
        await Get<BookingDesk>().MoveTo(three.Appointment!, "dr-martin", Agendas.At(Monday, 16, 0));
        Assert.That(Get<BookingDesk>().Moving, Is.Null);
    }

    private static IElement Face(IRenderedComponent<AgendaPanel> panel, AgendaEntry entry) => panel.Find($"button[id$='{entry.Appointment!.AppointmentId:N}']");

    private IEnumerable<object?> Focused() => Browser.JSInterop.Invocations["focus"].Select(i => i.Arguments[0]);
}
