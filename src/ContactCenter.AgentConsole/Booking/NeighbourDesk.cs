using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
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

    /// <summary>The answer is there: her keys go to the slots.</summary>
    public event Action? Answered;

    /// <summary>The wishes, or the patient, are others than those that were asked with.</summary>
    public bool IsStale => bookings.Reason is not null && asked != Query;

    private string Query => QueryText.Of([.. bookings.Query, ("days", "28")]);

    protected override Task Begin(Focus before)
    {
        questions.Forget();
        (Answer, Fault, Asking, asked) = (null, null, false, null);
        Tell();
        return Task.CompletedTask;
    }

    public async Task Ask()
    {
        if (bookings.Reason is null)
            return;
        var wanted = questions.Begin();
        (Answer, Fault, Asking, asked) = (null, null, true, Query);
        Tell();
        var answer = await api.Get<NeighbourSlots>($"{bookings.Root}/slots/neighbours?{asked}");
        if (!wanted())
            return;
        (Answer, Fault, Asking) = (answer.Value, answer.Fault, false);
        Answered?.Invoke();
        Tell();
    }

    /// <summary>Somebody was faster: what is free there now stands in its place.</summary>
    public void Replace(NeighbourPractice practice, IReadOnlyList<SlotView> slots)
    {
        if (Answer is not { } answer)
            return;
        Answer = answer with { Practices = [.. answer.Practices.Select(p => p == practice ? p with { Slots = slots, WhyNone = slots.Count > 0 ? null : BookingWords.Taken } : p)] };
        Answered?.Invoke();
        Tell();
    }
}
