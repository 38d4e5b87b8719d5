using System.Globalization;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Finding, holding, booking and moving while the caller is on the line. What it shows as taken is the server's word.</summary>
internal sealed class BookingDesk(Desk desk, ConsoleApi api, PatientDesk patients, AgendaDesk agenda) : CallWork(desk)
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    private readonly LatestOnly searches = new();
    private readonly LatestOnly holds = new();
    private Guid? practiceOfReasons;
    private (object? Body, Guid Key) sent;

    public IReadOnlyList<VisitReasonView> Reasons { get; private set; } = [];

    public VisitReasonView? Reason { get; private set; }

    public string? PractitionerId { get; private set; }

    public DateOnly? From { get; private set; }

    /// <summary>Which of the practice's slots triage has opened; null for the ordinary ones.</summary>
    public string? Pool { get; private set; }

    public FoundSlots? Found { get; private set; }

    public bool Searching { get; private set; }

    public SlotView? Chosen { get; private set; }

    public HeldSlot? Held { get; private set; }

    /// <summary>Free neighbours of a slot that somebody else took.</summary>
    public IReadOnlyList<SlotView> Alternatives { get; private set; } = [];

    /// <summary>What booking the chosen slot needs beside a patient; null: nothing.</summary>
    public SlotAsks? Asks => Fault?.Code == BookingProblems.ReasonNeeded ? SlotAsks.Reason : Held is { } held ? held.Asks : Chosen?.Asks;

    /// <summary>The rules that ask for it, as far as the server has told.</summary>
    public IReadOnlyList<RuleView> AskingRules =>
        Fault is { Code: BookingProblems.ReasonNeeded, Body: { } body } ? ListIn<RuleView>(body, BookingProblems.RulesField) : Held?.Rules ?? [];

    /// <summary>The appointment that the chosen slot will replace.</summary>
    public AppointmentView? Moving { get; private set; }

    /// <summary>Sent and not yet answered: shown in the agenda as reserved here.</summary>
    public bool Sending { get; private set; }

    public BookingDone? Done { get; private set; }

    public Fault? Fault { get; private set; }

    /// <summary>A search she asked for has its answer, or a lost slot its neighbours: her keys go to the slots.</summary>
    public event Action? SlotsFound;

    public bool IsClosed => Desk.State.View?.Call?.EmergencyOpen == true;

    private string Root => $"api/practices/{agenda.PracticeId}";

    protected override async Task Begin(Focus before)
    {
        Reset();
        if (Focus.Practice is { } practice)
            await LoadReasons(practice.PracticeId);
    }

    public async Task LoadReasons(Guid practiceId)
    {
        if (practiceOfReasons == practiceId && Reasons.Count > 0)
            return;
        var answer = await api.Get<IReadOnlyList<VisitReasonView>>($"api/practices/{practiceId}/visit-reasons");
        (practiceOfReasons, Reasons, Fault) = (practiceId, answer.Value ?? [], answer.Fault);
        Tell();
    }

    public void Reset()
    {
        searches.Forget();
        holds.Forget();
        (Reason, PractitionerId, From, Pool, Found, Moving, Done) = (null, null, null, null, null, null, null);
        Unchoose();
    }

    public Task ChooseReason(VisitReasonView? reason)
    {
        (Reason, Moving, Done) = (reason, null, null);
        return Search();
    }

    public Task ChoosePractitioner(string? practitionerId)
    {
        PractitionerId = practitionerId;
        return Search();
    }

    public Task SearchFrom(DateOnly? day)
    {
        From = day;
        return Search();
    }

    public void OpenPool(string? pool)
    {
        if (Pool == pool)
            return;
        Pool = pool;
        if (Reason is not null)
            _ = Search();
    }

    public Task Move(AppointmentView appointment)
    {
        (Moving, Done, PractitionerId) = (appointment, null, appointment.PractitionerId);
        Reason = Reasons.FirstOrDefault(r => r.VisitReasonId == appointment.VisitReasonId);
        return Search();
    }

    public async Task Search()
    {
        Unchoose();
        if (Reason is not { } reason)
        {
            Found = null;
            Tell();
            return;
        }
        var wanted = searches.Begin();
        Searching = true;
        Tell();
        var answer = await api.Get<FoundSlots>(SearchAddress(reason));
        if (!wanted())
            return;
        (Searching, Found, Fault) = (false, answer.Value, answer.Fault);
        SlotsFound?.Invoke();
        Tell();
    }

    private string SearchAddress(VisitReasonView reason)
    {
        var from = From ?? DateOnly.FromDateTime(agenda.LocalNow.DateTime);
        (string Name, string? Value)[] query =
        [
            ("visitReason", reason.VisitReasonId), ("practitioner", PractitionerId), ("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("days", "28"), ("take", "40"), ("pool", Pool), ("patient", (Moving?.PatientId ?? patients.Chosen?.PatientId)?.ToString()),
        ];
        return $"{Root}/slots?{string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"))}";
    }

    /// <summary>Highlights a slot and, a moment later, has it held for this call.</summary>
    public async Task Choose(SlotView slot)
    {
        var wanted = holds.Begin();
        (Chosen, Held, Fault, Done, sent) = (slot, null, null, null, default);
        Tell();
        await agenda.GoTo(DateOnly.FromDateTime(slot.Start.DateTime));
        if (Focus.CallId is not { } call || Reason is not { } reason)
            return;
        await Task.Delay(Settle, Desk.Time);
        if (!wanted())
            return;
        var patient = Moving?.PatientId ?? patients.Chosen?.PatientId;
        var hold = new HoldSlot(call, reason.VisitReasonId, slot.PractitionerId, slot.Start, patient, Pool: Pool, Overbook: slot.Lane > 0);
        var answer = await api.Post<HeldSlot>($"{Root}/holds", hold, Guid.NewGuid());
        if (!wanted())
            return;
        if (answer.Fault is { } fault)
            Lose(fault);
        else
            Held = answer.Value;
        Tell();
    }

    public void Unchoose()
    {
        holds.Forget();
        if (Held is { } held)
            _ = api.Delete<object>($"{Root}/holds/{held.HoldId}", Guid.NewGuid());
        (Chosen, Held, Alternatives, Fault) = (null, null, [], null);
        Tell();
    }

    /// <summary>Books, or moves, to the chosen slot.</summary>
    /// <param name="justification">Why all the same, where a rule asks for it.</param>
    /// <param name="hasReferral">The patient says that she has the letter or prescription.</param>
    public async Task Confirm(string? note, string? justification = null, bool hasReferral = false)
    {
        if (Sending || IsClosed || Chosen is not { } slot || Reason is not { } reason)
            return;
        if (Moving is null && patients.Chosen is null)
            return;
        Sending = true;
        Tell();
        var overbook = slot.Lane > 0;
        var answer = Moving is { } moving
            ? await Send($"{Root}/appointments/{moving.AppointmentId}/move",
                new MoveAppointment(Focus.CallId, Held?.HoldId, slot.PractitionerId, slot.Start, moving.Version, justification, Pool, overbook))
            : await Send($"{Root}/appointments",
                new BookAppointment(
                    Focus.CallId, Held?.HoldId, reason.VisitReasonId, slot.PractitionerId, slot.Start, patients.Chosen!.PatientId, note,
                    justification, HasReferral: hasReferral, Pool: Pool, Overbook: overbook));
        Sending = false;
        await Finish(answer, Moving is null ? BookingAct.Booked : BookingAct.Moved);
    }

    /// <summary>
    /// The same request bears the same key until it is answered: twice is once. The server remembers its refusals under their key too, so
    /// that whoever tries again after one asks anew.
    /// </summary>
    private async Task<Answer<AppointmentView>> Send(string path, object body)
    {
        if (!body.Equals(sent.Body))
            sent = (body, Guid.NewGuid());
        var answer = await api.Post<AppointmentView>(path, body, sent.Key);
        if (answer.Fault is not { IsUnreachable: true })
            sent = default;
        return answer;
    }

    public async Task<Fault?> Cancel(AppointmentView appointment, string? reason, Guid key)
    {
        var answer = await api.Post<AppointmentView>($"{Root}/appointments/{appointment.AppointmentId}/cancel",
            new CancelAppointment(Focus.CallId, appointment.Version, reason), key);
        if (answer.Succeeded)
            await Finish(answer, BookingAct.Cancelled);
        return answer.Fault;
    }

    private async Task Finish(Answer<AppointmentView> answer, BookingAct act)
    {
        if (answer.Fault is { } fault)
        {
            Lose(fault);
        }
        else
        {
            Done = answer.Value is { } appointment ? new BookingDone(act, appointment) : null;
            (Chosen, Held, Moving, Found, Alternatives, Fault) = (null, null, null, null, [], null);
            if (act == BookingAct.Booked)
                Reason = null;
        }
        Tell();
        await Task.WhenAll(agenda.Load(), patients.LoadAppointments());
    }

    /// <summary>A slot that is gone is let go of, with its free neighbours in its place; any other fault keeps the choice.</summary>
    private void Lose(Fault fault)
    {
        Fault = fault;
        if (fault.Code != BookingProblems.SlotTaken)
            return;
        Alternatives = fault.Body is { } body ? ListIn<SlotView>(body, BookingProblems.AlternativesField) : [];
        (Chosen, Held) = (null, null);
        SlotsFound?.Invoke();
    }

    private static List<T> ListIn<T>(JsonElement body, string field) =>
        body.TryGetProperty(field, out var list) ? list.Deserialize<List<T>>(ConsoleApi.Json) ?? [] : [];
}

public enum BookingAct { Booked, Moved, Cancelled }

public sealed record BookingDone(BookingAct Act, AppointmentView Appointment);
