using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Routing;

namespace ContactCenter.Server.Consoles;

/// <summary>
/// Shows an offer as soon as it is committed: its card is read while it is being written. The view that every change brings follows and has the last word.
/// </summary>
internal sealed class ShowOffersEarly(ConnectedConsoles consoles, AgentViews views, ConsoleNotifier notifier, ILogger<ShowOffersEarly> log)
{
    /// <inheritdoc cref="AwaitOffer"/>
    public Action<OfferMade> Await(RoutingChoice choice)
    {
        if (consoles.Find(choice.Agent) is not { } console)
            return _ => { };
        var reading = Read(choice.Call, console.Culture);
        return made => _ = Show(made, reading);
    }

    private async Task Show(OfferMade made, Task<CardAhead?> reading)
    {
        if (await reading is { } card)
            await notifier.Show(made.Offer.AgentId, views.Of(made, card));
    }

    private async Task<CardAhead?> Read(CallId call, string culture)
    {
        // Whoever makes the offer does not wait for this.
        await Task.Yield();
        try
        {
            return await views.ReadAhead(call, culture, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "An offer could not be read ahead; it is shown when it is read");
            return null;
        }
    }
}
