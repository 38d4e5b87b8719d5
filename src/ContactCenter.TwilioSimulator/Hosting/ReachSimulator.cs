using System.Net.WebSockets;
using ContactCenter.TwilioSimulator.Driving;

namespace ContactCenter.TwilioSimulator.Hosting;

/// <summary>Finds the simulator that runs at an address, or starts one there that points its numbers at the server under test.</summary>
internal sealed record ReachSimulator(Uri Simulator, Uri Server)
{
    public async Task<Reached> Connect(CancellationToken cancellationToken)
    {
        try
        {
            return new Reached(Simulator, null, await PhonesClient.Connect(Simulator, TimeProvider.System, cancellationToken));
        }
        catch (WebSocketException) when (Simulator.IsLoopback)
        {
            var own = await TwilioSimulator.Simulator.Start(Standalone.Options(Simulator.Port, Server));
            return new Reached(new Uri(own.Address), own, await PhonesClient.Connect(new Uri(own.Address), TimeProvider.System, cancellationToken));
        }
    }
}

/// <summary>A simulator that answers; one that was started for a command ends with it.</summary>
internal sealed class Reached(Uri address, Simulator? own, PhonesClient phones) : IAsyncDisposable
{
    public Uri Address { get; } = address;
    public bool IsOwn => own is not null;
    public PhonesClient Phones { get; } = phones;

    public async ValueTask DisposeAsync()
    {
        await Phones.DisposeAsync();
        if (own is not null)
            await own.DisposeAsync();
    }
}
