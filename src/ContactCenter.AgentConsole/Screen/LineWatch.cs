using ContactCenter.AgentConsole.Phone;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Keeps the softphone on the leg that the server wants: joins each value once, leaves when there is no call to be on.</summary>
internal sealed class LineWatch
{
    private readonly Desk desk;
    private readonly Softphone phone;
    private bool joining;

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
        if (state.Phone.Line != LinePhase.Idle && state.View is { Call: null or { Phase: CallPhase.WrapUp or CallPhase.HandedOver } })
            _ = phone.Leave();
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
