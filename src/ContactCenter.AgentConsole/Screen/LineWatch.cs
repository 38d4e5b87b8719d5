using ContactCenter.AgentConsole.Phone;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Keeps the softphone on the leg that the server wants: joins what it asks for, leaves when there is no call to be on.</summary>
internal sealed class LineWatch
{
    private readonly Desk desk;
    private readonly Softphone phone;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1.5);
    private bool joining;
    private bool retrying;

    public LineWatch(Desk desk, Softphone phone)
    {
        (this.desk, this.phone) = (desk, phone);
        desk.Changed += _ => Follow();
    }

    private void Follow()
    {
        var state = desk.State;
        if (state.Link == LinkState.Superseded)
        {
            if (state.Phone.Phase != PhonePhase.Off)
                _ = phone.Stop();
            return;
        }
        if (state.LegToJoin is { } leg)
        {
            if (!joining && state.Phone.Trouble is null)
                _ = Join(leg);
            return;
        }
        if (IsStillWanted(state) && !joining && !retrying)
            _ = Retry();
        if (state.Phone.Line != LinePhase.Idle && state.View is { Call: null or { Phase: CallPhase.WrapUp or CallPhase.HandedOver } })
            _ = phone.Leave();
    }

    // The server still asks for a leg that was tried and is no more: it never saw it begin, so the same may begin again.
    private static bool IsStillWanted(ScreenState state) =>
        state is { View.Call.Join: { } wanted, Phone: { Line: LinePhase.Idle, Trouble: null } } && LegKey.Of(wanted) == state.Phone.TriedLeg;

    private async Task Retry()
    {
        retrying = true;
        await Task.Delay(BeforeRetry);
        retrying = false;
        if (IsStillWanted(desk.State))
            desk.Apply(new PhoneChanged(p => p with { TriedLeg = null }));
    }

    private async Task Join(IReadOnlyDictionary<string, string> leg)
    {
        joining = true;
        try
        {
            await phone.Join(leg);
        }
        finally
        {
            joining = false;
        }
    }
}
