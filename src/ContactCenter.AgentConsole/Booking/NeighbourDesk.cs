using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What other practices of her team have free for this caller.</summary>
internal sealed class NeighbourDesk(Desk desk, ConsoleApi api, BookingDesk bookings) : CallWork(desk, Focus.Of(desk.State))
{
    private readonly LatestOnly questions = new();
    private string? asked;

    public NeighbourSlots? Answer { get; private set; }

    public Fault? Fault { get; private set; }

    public bool Asking { get; private set; }

    /// <summary>The slot of a neighbour that she is telling her caller about.</summary>
    public ElsewhereSlot? Chosen { get; private set; }

    /// <summary>The answer is there: her keys go to the slots.</summary>
    public event Action? Answered;

    /// <summary>The wishes, or the patient, are others than those that were asked with.</summary>
    public bool IsStale => bookings.Reason is not null && asked != Query;

    private string Query => QueryText.Of([.. bookings.Query, ("days", "28")]);

    protected override Task Begin(Focus before)
    {
        questions.Forget();
        (Answer, Fault, Asking, Chosen, asked) = (null, null, false, null, null);
        Tell();
        return Task.CompletedTask;
    }

    public async Task Ask()
    {
        if (bookings.Reason is null)
            return;
        var wanted = questions.Begin();
        (Answer, Fault, Asking, Chosen, asked) = (null, null, true, null, Query);
        Tell();
        var answer = await api.Get<NeighbourSlots>($"{bookings.Root}/slots/neighbours?{asked}");
        if (!wanted())
            return;
        (Answer, Fault, Asking) = (answer.Value, answer.Fault, false);
        Answered?.Invoke();
        Tell();
    }

    public Task Choose(NeighbourPractice practice, SlotView slot)
    {
        bookings.Unchoose();
        Chosen = new ElsewhereSlot(practice, slot);
        Tell();
        return Task.CompletedTask;
    }

    public void Unchoose()
    {
        Chosen = null;
        Tell();
    }
}

internal sealed record ElsewhereSlot(NeighbourPractice Practice, SlotView Slot);
