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
        // Whoever makes the offer does not wait for this.
        var reading = Task.Run(() => views.ReadAhead(choice.Call, console.Culture, CancellationToken.None));
        return made => _ = Show(made, reading);
    }

    private async Task Show(OfferMade made, Task<CardAhead?> reading)
    {
        try
        {
            if (await reading is { } card)
                await notifier.Show(made.Offer.AgentId, views.Of(made, card));
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "An offer could not be shown early; it is shown when it is read");
        }
    }
}
