using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Finding, holding, booking and moving while the caller is on the line. What it shows as taken is the server's word.</summary>
internal sealed class BookingDesk : CallWork
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    private readonly ConsoleApi api;
    private readonly PatientDesk patients;
    private readonly AgendaDesk agenda;
    private readonly SlotKeeper keeper;
    private readonly LatestOnly searches = new();
    private readonly LatestOnly holds = new();
    private readonly RequestKey key = new();
    private Guid? practiceOfReasons;
    private SlotView? byHand;

    public BookingDesk(Desk desk, ConsoleApi api, PatientDesk patients, AgendaDesk agenda, SlotKeeper keeper) : base(desk)
    {
        (this.api, this.patients, this.agenda, this.keeper) = (api, patients, agenda, keeper);
        keeper.Extended += Tell;
        keeper.Lost += () => _ = HoldAnew();
    }

    public IReadOnlyList<VisitReasonView> Reasons { get; private set; } = [];

    /// <summary>What may be wished for at this practice; null until it is known.</summary>
    public SearchTerms? Terms { get; private set; }

    public SlotAsk Ask { get; private set; } = SlotAsk.Nothing;

    public VisitReasonView? Reason => Ask.Reason;

    public string? PractitionerId => Ask.PractitionerId;

    public DateOnly? From => Ask.From;

    public string? Pool => Ask.Pool;

    public FoundSlots? Found { get; private set; }

    public bool Searching { get; private set; }

    public SlotView? Chosen { get; private set; }

    public HeldSlot? Held => keeper.Held;

    /// <summary>The hold ran out or was taken from her while she worked with it.</summary>
    public bool HoldLost { get; private set; }

    /// <summary>Free neighbours of a slot that somebody else took.</summary>
    public IReadOnlyList<SlotView> Alternatives { get; private set; } = [];

    public BookingDraft Draft { get; set; } = new();

    /// <summary>What booking the chosen slot needs beside a patient; null: nothing.</summary>
    public SlotAsks? Asks =>
        Fault?.Code is BookingProblems.ReasonNeeded or BookingProblems.PlanDoesNotCover ? SlotAsks.Reason : Held is { } held ? held.Asks : Chosen?.Asks;

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

    /// <summary>She moves and cancels for a caller, not of her own accord.</summary>
    public bool MayChange => CallId is not null && !IsClosed;

    /// <summary>The chosen slot was pointed at on the agenda, not found.</summary>
    public bool IsByHand => Chosen is not null && Chosen == byHand;

    /// <summary>Beside its own old time nothing can be held: the move itself decides.</summary>
    public bool OverlapsOld =>
        Moving is { } old && Chosen is { } slot && slot.PractitionerId == old.PractitionerId && slot.Start < old.End && old.Start < slot.End;

    public IReadOnlyList<CaseView> OpenCases => [.. patients.File?.Cases.Where(c => !c.IsClosed) ?? []];

    /// <summary>The case on which the server hangs a booking that names none.</summary>
    public CaseView? GuessedCase =>
        OpenCases.Where(c => c.Plan?.VisitReasonId is { } reason && reason == Reason?.VisitReasonId).ToList() is [var only] ? only : null;

    public string Root => $"api/practices/{agenda.PracticeId}";

    public Guid? CallId => Focus.CallId;

    public string NameOf(string practitionerId) =>
        agenda.Shown?.Practitioners.FirstOrDefault(p => p.PractitionerId == practitionerId)?.Name ?? practitionerId;

    /// <summary>The question as the server takes it, with whom it is for.</summary>
    public IEnumerable<(string Name, string? Value)> Query =>
        Ask.Query(DateOnly.FromDateTime(agenda.LocalNow.DateTime), Moving?.PatientId ?? patients.Chosen?.PatientId, Focus.CallId);

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
        Terms = (await api.Get<SearchTerms>($"api/practices/{practiceId}/search-terms")).Value;
        Tell();
    }

    public void Reset()
    {
        searches.Forget();
        (Ask, Found, Moving, Done, Draft) = (SlotAsk.Nothing, null, null, null, new BookingDraft());
        Unchoose();
    }

    public Task ChooseReason(VisitReasonView? reason)
    {
        (Ask, Moving, Done) = (Ask with { Reason = reason }, null, null);
        return Search();
    }

    public Task ChoosePractitioner(string? practitionerId) => Change(Ask with { PractitionerId = practitionerId });

    public Task SearchFrom(DateOnly? day) => Change(Ask with { From = day });

    public Task Wish(SearchWishes wishes) => Change(Ask with { Wishes = wishes });

    public void OpenPool(string? pool)
    {
        if (Pool == pool)
            return;
        Ask = Ask with { Pool = pool };
        if (Reason is not null)
            _ = Search();
    }

    public Task Move(AppointmentView appointment) => Move(appointment, appointment.PractitionerId);

    private Task Move(AppointmentView appointment, string practitionerId)
    {
        (Moving, Done) = (appointment, null);
        var reason = Reasons.FirstOrDefault(r => r.VisitReasonId == appointment.VisitReasonId);
        return Change(Ask with { PractitionerId = practitionerId, Reason = reason });
    }

    /// <summary>
    /// Chooses the new time by hand: it is held and confirmed as any other. What the rules refuse is said, and the appointment stands where it stood.
    /// </summary>
    public async Task MoveTo(AppointmentView appointment, string practitionerId, DateTimeOffset start)
    {
        if (!MayChange || (appointment.PractitionerId == practitionerId && appointment.Start == start))
            return;
        await Move(appointment, practitionerId);
        if (Reason is null)
            return;
        var slot = byHand = new SlotView(practitionerId, NameOf(practitionerId), start, start + (appointment.End - appointment.Start));
        await Choose(slot);
        if (Chosen != slot || Held is not null || Fault is null)
            return;
        Chosen = null;
        Tell();
    }

    public Task Change(SlotAsk ask)
    {
        Ask = ask;
        return Search();
    }

    public async Task Search()
    {
        Unchoose();
        if (Reason is null)
        {
            Found = null;
            Tell();
            return;
        }
        var wanted = searches.Begin();
        Searching = true;
        Tell();
        var answer = await api.Get<FoundSlots>($"{Root}/slots?{QueryText.Of([.. Query, ("days", "28"), ("take", "40")])}");
        if (!wanted())
            return;
        (Searching, Found, Fault) = (false, answer.Value, answer.Fault);
        SlotsFound?.Invoke();
        Tell();
    }

    /// <summary>Highlights a slot and, a moment later, has it held for this call.</summary>
    public async Task Choose(SlotView slot)
    {
        var wanted = holds.Begin();
        keeper.Keep(null);
        (Chosen, HoldLost, Fault, Done) = (slot, false, null, null);
        key.Answered(null);
        Tell();
        await agenda.Reveal(DateOnly.FromDateTime(slot.Start.DateTime));
        if (Focus.CallId is null || Reason is null)
            return;
        await Task.Delay(Settle, Desk.Time);
        if (wanted() && !OverlapsOld)
            await Hold(slot, wanted);
    }

    private async Task Hold(SlotView slot, Func<bool> wanted)
    {
        if (Focus.CallId is not { } call || Reason is not { } reason)
            return;
        var patient = Moving?.PatientId ?? patients.Chosen?.PatientId;
        var form = new HoldSlot(call, reason.VisitReasonId, slot.PractitionerId, slot.Start, patient, Ask.Wishes.IsNew, Pool, slot.Lane > 0, Moving?.AppointmentId);
        var answer = await keeper.Ask(Root, form);
        // Booked meanwhile, the slot is taken by that very booking.
        if (!wanted() || Chosen != slot)
            return;
        if (answer.Fault is { } fault)
            Lose(fault);
        else
            keeper.Keep(answer.Value);
        Tell();
    }

    /// <summary>
    /// A hold that is gone is asked for once more, as long as its caller is there: either it is hers again, or she hears at once that somebody
    /// was faster.
    /// </summary>
    private Task HoldAnew()
    {
        if (Chosen is not { } slot || Sending || key.IsOpen)
            return Task.CompletedTask;
        HoldLost = true;
        Tell();
        return Desk.State.View?.Call?.Phase is CallPhase.WrapUp or CallPhase.HandedOver ? Task.CompletedTask : Hold(slot, holds.Begin());
    }

    public void Unchoose()
    {
        holds.Forget();
        keeper.LetGo(Root);
        (Chosen, HoldLost, Alternatives, Fault) = (null, false, [], null);
        Tell();
    }

    /// <summary>Books, or moves, to the chosen slot with what stands in the draft.</summary>
    public async Task Confirm()
    {
        if (Sending || IsClosed || Chosen is not { } slot || Reason is not { } reason)
            return;
        if (Moving is null && patients.Chosen is null)
            return;
        Sending = true;
        Tell();
        var (why, overbook) = (Asks is null ? null : Draft.FilledWhy, slot.Lane > 0);
        var answer = Moving is { } moving
            ? await Send($"{Root}/appointments/{moving.AppointmentId}/move",
                new MoveAppointment(Focus.CallId, Held?.HoldId, slot.PractitionerId, slot.Start, moving.Version, why, Pool, overbook))
            : await Send($"{Root}/appointments",
                new BookAppointment(
                    Focus.CallId, Held?.HoldId, reason.VisitReasonId, slot.PractitionerId, slot.Start, patients.Chosen!.PatientId, Draft.FilledNote,
                    why, Ask.Wishes.IsNew, Draft.HasReferral, Pool, overbook, Draft.CaseId));
        Sending = false;
        await Finish(answer, Moving is null ? BookingAct.Booked : BookingAct.Moved);
    }

    private async Task<Answer<AppointmentView>> Send(string path, object body)
    {
        var answer = await api.Post<AppointmentView>(path, body, key.For(body));
        key.Answered(answer.Fault);
        return answer;
    }

    public async Task<Fault?> Cancel(AppointmentView appointment, CancelledBy by, string? reason, Guid once)
    {
        var answer = await api.Post<AppointmentView>($"{Root}/appointments/{appointment.AppointmentId}/cancel",
            new CancelAppointment(Focus.CallId, appointment.Version, reason, by), once);
        if (answer.Succeeded)
            await Finish(answer, BookingAct.Cancelled);
        return answer.Fault;
    }

    private async Task Finish(Answer<AppointmentView> answer, BookingAct act)
    {
        if (answer.Fault is { } fault)
        {
            BeginAgainFrom(fault);
            Lose(fault);
        }
        else
        {
            Done = answer.Value is { } appointment ? new BookingDone(act, appointment) : null;
            Clear(act);
        }
        Tell();
        await Task.WhenAll(agenda.Load(), patients.LoadAppointments());
    }

    /// <summary>A cancellation leaves what she was about to book, unless it was that very appointment that she moved.</summary>
    private void Clear(BookingAct act)
    {
        if (act == BookingAct.Cancelled && (Moving is null || Moving.AppointmentId != Done?.Appointment.AppointmentId))
            return;
        keeper.Keep(null);
        (Chosen, HoldLost, Moving, Found, Alternatives, Fault, Draft) = (null, false, null, null, [], null, new BookingDraft());
        if (act == BookingAct.Booked)
            Ask = Ask with { Reason = null };
    }

    /// <summary>
    /// Somebody changed the appointment meanwhile: what it is now is what she moves next, and her draft stays. One that is over cannot be moved.
    /// </summary>
    private void BeginAgainFrom(Fault fault)
    {
        if (Moving is null || fault.Current<AppointmentView>(BookingProblems.CurrentField) is not { } current)
            return;
        var canMove = current.State is AppointmentState.Booked or AppointmentState.Pending;
        Moving = canMove ? current : null;
        if (canMove)
            return;
        keeper.LetGo(Root);
        Chosen = null;
    }

    /// <summary>A slot that is gone is let go of, with its free neighbours in its place; any other fault keeps the choice.</summary>
    private void Lose(Fault fault)
    {
        Fault = fault;
        if (fault.Code != BookingProblems.SlotTaken)
            return;
        Alternatives = fault.Body is { } body ? ListIn<SlotView>(body, BookingProblems.AlternativesField) : [];
        keeper.Keep(null);
        Chosen = null;
        SlotsFound?.Invoke();
    }

    /// <summary>A list that a refusal carries in its body.</summary>
    public static List<T> ListIn<T>(JsonElement body, string field) =>
        body.TryGetProperty(field, out var list) ? list.Deserialize<List<T>>(ConsoleApi.Json) ?? [] : [];
}

public enum BookingAct { Booked, Moved, Cancelled }

public sealed record BookingDone(BookingAct Act, AppointmentView Appointment);
