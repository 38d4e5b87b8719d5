using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Holding and booking at a neighbouring practice, for the caller of this one. A call holds one slot, here or there: choosing one lets the other go.</summary>
internal sealed class ElsewhereDesk : CallWork
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    private readonly ConsoleApi api;
    private readonly BookingDesk bookings;
    private readonly NeighbourDesk neighbours;
    private readonly SlotKeeper keeper;
    private readonly LatestOnly holds = new();
    private readonly RequestKey key = new();
    private string? reasonHere;
    private Guid? fileOf;

    public ElsewhereDesk(Desk desk, ConsoleApi api, BookingDesk bookings, NeighbourDesk neighbours) : base(desk, Focus.Of(desk.State))
    {
        (this.api, this.bookings, this.neighbours) = (api, bookings, neighbours);
        keeper = new SlotKeeper(desk, api);
        keeper.Extended += Tell;
        keeper.Lost += () => _ = HoldAnew();
        bookings.Changed += GiveWay;
    }

    public ElsewhereSlot? Chosen { get; private set; }

    public HeldSlot? Held => keeper.Held;

    /// <summary>The hold ran out or was taken from her while she worked with it.</summary>
    public bool HoldLost { get; private set; }

    /// <summary>The patient in that practice's own file; null until she was found or entered there.</summary>
    public PatientView? Patient { get; private set; }

    public BookingDraft Draft { get; set; } = new();

    public bool Sending { get; private set; }

    public Fault? Fault { get; private set; }

    public ElsewhereDone? Done { get; private set; }

    /// <summary>What booking the chosen slot needs beside a patient; null: nothing.</summary>
    public SlotAsks? Asks => Fault?.Code == BookingProblems.ReasonNeeded ? SlotAsks.Reason : Held is { } held ? held.Asks : Chosen?.Slot.Asks;

    /// <summary>The rules that ask for it, as far as the server has told.</summary>
    public IReadOnlyList<RuleView> AskingRules =>
        Fault is { Code: BookingProblems.ReasonNeeded, Body: { } body } ? BookingDesk.ListIn<RuleView>(body, BookingProblems.RulesField) : Held?.Rules ?? [];

    private static string RootOf(ElsewhereSlot chosen) => $"api/practices/{chosen.Practice.PracticeId}";

    protected override Task Begin(Focus before)
    {
        holds.Forget();
        keeper.Keep(null);
        (Chosen, HoldLost, Patient, Draft, Fault, Done) = (null, false, null, new BookingDraft(), null, null);
        Tell();
        return Task.CompletedTask;
    }

    /// <summary>Shows where it is and, a moment later, has it held there for this call.</summary>
    public async Task Choose(NeighbourPractice practice, SlotView slot)
    {
        bookings.Unchoose();
        var wanted = holds.Begin();
        if (Chosen is { } before && before.Practice.PracticeId != practice.PracticeId)
            keeper.LetGo(RootOf(before));
        if (fileOf != practice.PracticeId)
            Patient = null;
        keeper.Keep(null);
        reasonHere = bookings.Reason?.VisitReasonId;
        (Chosen, HoldLost, Fault, Done) = (new ElsewhereSlot(practice, slot), false, null, null);
        key.Answered(null);
        Tell();
        await Task.Delay(Settle, Desk.Time);
        if (wanted())
            await Hold();
    }

    private async Task Hold()
    {
        if (Focus.CallId is not { } call || Chosen is not { Practice.VisitReasonId: { } reason } chosen)
            return;
        var wanted = holds.Begin();
        var form = new HoldSlot(call, reason, chosen.Slot.PractitionerId, chosen.Slot.Start, Patient?.PatientId, Patient is null ? true : null);
        var answer = await keeper.Ask(RootOf(chosen), form);
        // Booked meanwhile, the slot is taken by that very booking.
        if (!wanted() || Chosen != chosen)
            return;
        if (answer.Fault is { } fault)
            Lose(chosen, fault);
        else
            keeper.Keep(answer.Value);
        Tell();
    }

    /// <summary>As at her own practice: one that is gone is asked for once more, as long as its caller is there.</summary>
    private Task HoldAnew()
    {
        if (Chosen is null || Sending || key.IsOpen)
            return Task.CompletedTask;
        HoldLost = true;
        Tell();
        return Desk.State.View?.Call?.Phase is CallPhase.WrapUp or CallPhase.HandedOver ? Task.CompletedTask : Hold();
    }

    public void Unchoose()
    {
        holds.Forget();
        if (Chosen is { } chosen)
            keeper.LetGo(RootOf(chosen));
        (Chosen, HoldLost, Fault, Patient) = (null, false, null, null);
        Tell();
    }

    /// <summary>She chose a slot of this practice after all, or looks for something else.</summary>
    private void GiveWay()
    {
        if (Chosen is not null && !Sending && (bookings.Chosen is not null || bookings.Reason?.VisitReasonId != reasonHere))
            Unchoose();
    }

    /// <summary>Enters the patient in that practice's file; answers why it could not be done, and who is alike there.</summary>
    public async Task<Fault?> Enter(SavePatient patient, Guid once)
    {
        if (Chosen is not { } chosen)
            return null;
        var answer = await api.Post<PatientView>($"{RootOf(chosen)}/patients", patient, once);
        if (answer.Value is { } entered && Chosen == chosen)
            await Take(entered);
        return answer.Fault;
    }

    /// <summary>She is in that file already. Who is known there may take less time: it is held anew for her.</summary>
    public async Task Take(PatientView patient)
    {
        (Patient, fileOf) = (patient, Chosen?.Practice.PracticeId);
        Tell();
        await Hold();
    }

    public async Task Confirm()
    {
        if (Sending || bookings.IsClosed || Patient is not { } patient || Chosen is not { Practice.VisitReasonId: { } reason } chosen)
            return;
        Sending = true;
        Tell();
        var form = new BookAppointment(
            Focus.CallId, Held?.HoldId, reason, chosen.Slot.PractitionerId, chosen.Slot.Start, patient.PatientId, Draft.FilledNote, Asks is null ? null : Draft.FilledWhy,
            HasReferral: Draft.HasReferral);
        var answer = await api.Post<AppointmentView>($"{RootOf(chosen)}/appointments", form, key.For(form));
        key.Answered(answer.Fault);
        Sending = false;
        if (answer.Value is { } appointment)
        {
            keeper.Keep(null);
            // The next appointment may be for another of the family.
            (Chosen, HoldLost, Fault, Draft, Patient) = (null, false, null, new BookingDraft(), null);
            Done = new ElsewhereDone(chosen.Practice, appointment);
        }
        else if (answer.Fault is { } fault)
        {
            Lose(chosen, fault);
        }
        Tell();
    }

    /// <summary>A slot that is gone is let go of, with its free neighbours in its place; any other fault keeps the choice.</summary>
    private void Lose(ElsewhereSlot chosen, Fault fault)
    {
        Fault = fault;
        if (fault.Code != BookingProblems.SlotTaken)
            return;
        keeper.Keep(null);
        Chosen = null;
        neighbours.Replace(chosen.Practice, fault.Body is { } body ? BookingDesk.ListIn<SlotView>(body, BookingProblems.AlternativesField) : []);
    }
}

/// <param name="Practice">Where it is, with what is said about it.</param>
internal sealed record ElsewhereSlot(NeighbourPractice Practice, SlotView Slot);

internal sealed record ElsewhereDone(NeighbourPractice Practice, AppointmentView Appointment);
