using ContactCenter.TwilioSimulator.Driving;

namespace ContactCenter.TwilioSimulator.Load;

/// <summary>Plays a plan's callers at their times and collects what came of each. Agents are not its business.</summary>
internal sealed class LoadRun(IPhones phones, Func<string, Task<CallTruth>> truth, TimeProvider time)
{
    private int _dialled, _waiting, _talking, _done;

    public LoadProgress Progress(LoadPlan plan) =>
        new(plan.Calls, Volatile.Read(ref _dialled), Volatile.Read(ref _waiting), Volatile.Read(ref _talking), Volatile.Read(ref _done));

    /// <summary>Returns when the last call is over. When it is cancelled, whoever is on the line hangs up.</summary>
    public async Task<LoadTruth> Play(LoadPlan plan, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        List<Task<CallerTruth>> callers = [];
        foreach (var caller in plan.Callers())
        {
            var wait = start + caller.At - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            callers.Add(Call(plan, caller, cancellationToken));
        }
        var told = await Task.WhenAll(callers);
        return new LoadTruth(plan, start, time.GetUtcNow(), told);
    }

    private async Task<CallerTruth> Call(LoadPlan plan, PlannedCall caller, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _dialled);
        var phone = phones.Dial(caller.From, caller.To);
        try
        {
            var outcome = await Live(plan, caller, phone, cancellationToken);
            await HangUp(phone);
            return new(caller, outcome, await truth(phone.Sid));
        }
        catch (OperationCanceledException)
        {
            await HangUp(phone);
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _done);
        }
    }

    private async Task<CallerOutcome> Live(LoadPlan plan, PlannedCall caller, Handset phone, CancellationToken cancellationToken)
    {
        foreach (var choice in plan.Menu)
        {
            if (!await phone.Hears(choice.Hear, plan.MenuPatience, cancellationToken))
                return phone.IsOver ? CallerOutcome.TurnedAway : CallerOutcome.Lost;
            phone.Line.Press(choice.Press);
        }
        Interlocked.Increment(ref _waiting);
        var connected = await phone.Connects(caller.Patience, cancellationToken);
        Interlocked.Decrement(ref _waiting);
        if (!connected)
            return phone.IsOver ? CallerOutcome.TurnedAway : CallerOutcome.Abandoned;
        Interlocked.Increment(ref _talking);
        var ended = await phone.Ends(caller.Talk, cancellationToken);
        Interlocked.Decrement(ref _talking);
        return ended ? CallerOutcome.HungUpOn : CallerOutcome.Talked;
    }

    private static async Task HangUp(Handset phone)
    {
        if (phone.IsOver)
            return;
        phone.Line.HangUp();
        await phone.Ends(TimeSpan.FromSeconds(30), CancellationToken.None);
    }
}
