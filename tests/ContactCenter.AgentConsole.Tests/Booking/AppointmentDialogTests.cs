using System.Net;
using AngleSharp.Dom;
using Bunit;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Booking;

/// <summary>The life of an appointment: what happens on its day, who cancels and why, what became of it.</summary>
internal sealed class AppointmentDialogTests : DeskTest
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly CallView call = Views.Call() with { Caller = new CallerView(null, [], 0, null) };

    private string Root => $"/api/practices/{call.Practice.PracticeId}";

    /// <param name="hour">It is one o'clock in the practice.</param>
    private (AppointmentView Appointment, IRenderedComponent<AppointmentDialog> Dialog) Dialog(int hour, AppointmentState state = AppointmentState.Booked)
    {
        var appointment = Agendas.Appointment("dr-martin", Monday, hour, 0, 20).Appointment! with { State = state };
        Http.On($"GET {Root}/agenda?from=2026-11-23&days=1", Agendas.Day(Monday));
        Get<BookingDesk>();
        Show(Views.OnCall(call: call));
        return (appointment, Browser.Render<AppointmentDialog>(p => p.Add(d => d.Appointment, appointment)));
    }

    [Test]
    public void On_its_day_only_what_can_be_true_is_offered()
    {
        Assert.That(Marks(Dialog(9).Dialog), Is.EqualTo(new[] { "Patient arrivé", "Patient vu", "Patient non venu" }));
        Assert.That(Marks(Dialog(16).Dialog), Is.EqualTo(new[] { "Patient arrivé" }), "it has not begun");
        Assert.That(Marks(Dialog(9, AppointmentState.Fulfilled).Dialog), Is.Empty);
    }

    [Test]
    public async Task Mark_is_sent_with_the_version_and_the_dialog_goes_on_from_what_is()
    {
        var (appointment, dialog) = Dialog(9);
        Http.On($"POST {Root}/appointments/{appointment.AppointmentId}/arrive", appointment with { Version = 2, State = AppointmentState.Arrived });
        await dialog.FindAll(".marks button")[0].ClickAsync();
        dialog.WaitForAssertion(() => Assert.That(Marks(dialog), Is.EqualTo(new[] { "Patient vu" })));
        Http.On($"POST {Root}/appointments/{appointment.AppointmentId}/fulfil",
            new { code = BookingProblems.Outdated, detail = "Ce rendez-vous a changé entre-temps : patient noté vu par Nadia.", current = appointment with { Version = 3, State = AppointmentState.Fulfilled } }, HttpStatusCode.Conflict);
        await dialog.FindAll(".marks button")[0].ClickAsync();
        dialog.WaitForAssertion(() => Assert.That(dialog.Find("[role=alert]").Text(), Does.Contain("vu par Nadia")));
        Assert.That(Marks(dialog), Is.Empty);
    }

    [Test]
    public async Task Cancellation_says_who_wishes_it_and_why_and_goes_on_from_a_newer_version()
    {
        var (appointment, _) = Dialog(16);
        var dialog = Browser.Render<CancelDialog>(p => p.Add(d => d.Appointment, appointment));
        Assert.That(dialog.FindAll(".who label").Select(l => l.Text().Trim()), Is.EqualTo(new[] { "À la demande du patient", "À la demande du cabinet", "Erreur de notre part" }));
        var address = $"POST {Root}/appointments/{appointment.AppointmentId}/cancel";
        Http.On(address, new { code = BookingProblems.Outdated, detail = "Ce rendez-vous a changé entre-temps.", current = appointment with { Version = 2 } }, HttpStatusCode.Conflict);
        await dialog.FindAll(".who input")[1].ChangeAsync(true);
        await dialog.Find("#cancel-reason").InputAsync("formation");
        await dialog.Find(".button.danger").ClickAsync();
        dialog.WaitForAssertion(() => Assert.That(dialog.Find("[role=alert]").Text(), Does.Contain("a changé entre-temps")));
        Assert.That(dialog.Find("#cancel-reason").GetAttribute("value"), Is.EqualTo("formation"));
        Http.On(address, appointment with { Version = 3, State = AppointmentState.Cancelled });
        await dialog.Find(".button.danger").ClickAsync();
        var sent = Http.Received.Where(r => r.Request == address).ToList();
        Assert.That(sent.Select(s => s.Body), Has.All.Contains("\"by\":\"Practice\"").And.All.Contains("formation"));
        Assert.That(sent[1].Body, Does.Contain("\"version\":2"));
        Assert.That(sent.Select(s => s.Key), Is.Unique);
    }

    [Test]
    public async Task History_tells_who_did_what()
    {
        var (appointment, dialog) = Dialog(16);
        AppointmentEventView Event(string what, string by) => new(Views.Noon, what, null, "dr-martin", appointment.Start, appointment.End, by, null, []);
        Http.On($"GET {Root}/appointments/{appointment.AppointmentId}/history?callId={call.CallId}",
            new AppointmentHistory(appointment.AppointmentId, [Event("Booked", "Claire Petit"), Event("MovedOut", "Nadia"), Event("MovedIn", "Nadia Belkacem")]));
        await dialog.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        dialog.WaitForAssertion(() => Assert.That(dialog.FindAll(".history li").Select(l => l.Text()), Has.Exactly(2).Items));
        Assert.That(dialog.Find(".history").Text(), Does.Contain("Pris · Claire Petit").And.Contain("Déplacé au").And.Contain("Nadia Belkacem"));
    }

    private static IEnumerable<string> Marks(IRenderedComponent<AppointmentDialog> dialog) => dialog.FindAll(".marks button").Select(b => b.Text());
}
