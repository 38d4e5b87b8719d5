using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Triage;

namespace ContactCenter.AgentConsole.Triage;

/// <summary>The protocol of this call. The server walks it; here she types words, answers, and doubts.</summary>
internal sealed class TriageDesk(Desk desk, ConsoleApi api, DeskActions actions, Booking.BookingDesk booking) : CallWork(desk)
{
    private readonly LatestOnly proposals = new();

    public string Words { get; private set; } = "";

    public IReadOnlyList<ProposedProtocol> Proposed { get; private set; } = [];

    public TriageView? Running { get; private set; }

    public bool Sending { get; private set; }

    public Fault? Fault { get; private set; }

    public bool IsOpen => Focus.CallId is not null;

    private string Root => $"api/calls/{Focus.CallId}/triage";

    protected override async Task Begin(Focus before)
    {
        proposals.Forget();
        (Words, Proposed, Running, Sending, Fault) = ("", [], null, false, null);
        Tell();
        if (Focus.CallId is not { } call)
            return;
        var answer = await api.Get<TriageView>(Root);
        if (Focus.CallId != call)
            return;
        Show(answer);
        if (Running is null)
            await Propose("");
    }

    public async Task Propose(string words)
    {
        var wanted = proposals.Begin();
        Words = words;
        Tell();
        var answer = await api.Post<IReadOnlyList<ProposedProtocol>>($"{Root}/proposals", new ProposeProtocols(words, booking.Reason?.VisitReasonId));
        if (!wanted())
            return;
        (Proposed, Fault) = (answer.Value ?? Proposed, answer.Fault);
        Tell();
    }

    public Task Start(string protocolId) => Ask(Root, new StartTriage(protocolId, Words));

    public Task Answer(TriageReply reply, string? exactWords) => Running?.Asking is { } asking
        ? Ask($"{Root}/answers", new AnswerTriage(asking.QuestionId, reply, exactWords))
        : Task.CompletedTask;

    /// <summary>One key, no reason asked: it is written down, and the doctor on call is rung at once, whatever the log says.</summary>
    public async Task Doubt(string? exactWords)
    {
        if (Desk.State.View?.Call is not { Transfer: null or { Phase: >= TransferPhase.Rejected } } call)
            return;
        var noted = Ask($"{Root}/doubt", new DoubtTriage(exactWords));
        await actions.Transfer(TransferKindView.Doctor, targetId: null, number: null);
        await noted;
    }

    public Task Raise(TriageDisposition to, string? exactWords) => Ask($"{Root}/raise", new RaiseTriage(to, exactWords));

    /// <summary>Does what the protocol came to.</summary>
    public Task TransferNow() => Running?.Reached is { TransferTargetId: { } target } reached
        ? actions.Transfer(reached.EmergencyTransfer ? TransferKindView.Emergency : TransferKindView.Doctor, target, number: null)
        : Task.CompletedTask;

    /// <summary>Leaves this protocol for the list; what was answered stays in the log.</summary>
    public Task ChooseAnother()
    {
        Running = null;
        return Propose(Words);
    }

    private async Task Ask(string address, object body)
    {
        if (Sending)
            return;
        Sending = true;
        Tell();
        var answer = await api.Post<TriageView>(address, body, Guid.NewGuid());
        Sending = false;
        Show(answer);
        if (answer.Fault is { Code: TriageProblems.NotAsked })
            Show(await api.Get<TriageView>(Root));
    }

    private void Show(Answer<TriageView> answer)
    {
        (Running, Fault) = (answer.Value ?? Running, answer.Fault);
        if (Running?.Reached is { } reached)
            booking.OpenPool(reached.SlotPool);
        Tell();
    }
}
