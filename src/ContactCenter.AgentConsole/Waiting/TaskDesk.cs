using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Waiting;

/// <summary>Patients to be rung between calls: what is due, and the one in her hands. The server has it; here it is shown and asked about again.</summary>
internal sealed class TaskDesk(ConsoleApi api, Desk desk)
{
    private (object? Body, Guid Key) sent;

    public event Action? Changed;

    public CallTaskView? Mine { get; private set; }

    public int Due { get; private set; }

    public SlotView? Chosen { get; private set; }

    public Fault? Fault { get; private set; }

    public bool Sending { get; private set; }

    /// <summary>What came of the last one, until the next is taken.</summary>
    public CallTaskSettled? Settled { get; private set; }

    private string Address => $"api/practices/{Mine!.Practice.PracticeId}/call-tasks/{Mine.TaskId}";

    public async Task Load()
    {
        if (Sending)
            return;
        var answer = await api.Get<CallTaskDesk>("api/call-tasks");
        if (answer.Value is { } now && !Sending)
            Show(now.Mine, now.Due);
    }

    public async Task Take()
    {
        Begin();
        Settled = null;
        var answer = await api.Post<CallTaskView>("api/call-tasks/take", null);
        End(answer.Fault);
        if (answer.Value is { } taken)
            Show(taken, Math.Max(0, Due - 1));
        else if (answer.Fault?.Code == CallTaskProblems.None)
            Show(null, 0);
    }

    public async Task Dial(int phone)
    {
        Begin();
        var answer = await api.Post<object>($"{Address}/dial", new DialPatient(phone));
        End(answer.Fault);
        await Load();
    }

    public async Task GiveBack()
    {
        Begin();
        var answer = await api.Post<object>($"{Address}/return", null);
        End(answer.Fault);
        await Load();
    }

    public void Choose(SlotView? slot)
    {
        Chosen = slot;
        Changed?.Invoke();
    }

    /// <summary>A refused booking leaves the task with her, and the next attempt asks anew.</summary>
    public async Task Settle(TaskOutcome outcome, bool staysOnList)
    {
        var slot = outcome == TaskOutcome.Accepted ? Chosen : null;
        var form = new SettleCallTask(outcome, desk.State.View?.Call?.CallId, slot?.PractitionerId, slot?.Start, staysOnList);
        if (sent.Body is null || !sent.Body.Equals(form))
            sent = (form, Guid.NewGuid());
        Begin();
        var answer = await api.Post<CallTaskSettled>($"{Address}/settle", form, sent.Key);
        if (answer.Fault is not { IsUnreachable: true })
            sent = default;
        End(answer.Fault);
        if (answer.Value is not { } settled)
            return;
        (Settled, Chosen) = (settled, null);
        Show(null, Due);
        await Load();
    }

    private void Begin()
    {
        (Sending, Fault) = (true, null);
        Changed?.Invoke();
    }

    private void End(Fault? fault)
    {
        (Sending, Fault) = (false, fault);
        Changed?.Invoke();
    }

    private void Show(CallTaskView? mine, int due)
    {
        if (mine?.TaskId != Mine?.TaskId)
            (Chosen, sent) = (null, default);
        (Mine, Due) = (mine, due);
        Changed?.Invoke();
    }
}
