using ContactCenter.Domain.Routing;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>Settings <c>Routing</c>, all in seconds.</summary>
internal sealed class RoutingOptions
{
    public const string Section = "Routing";

    public RoutingStrategy Strategy { get; set; } = RoutingStrategy.Familiarity;
    public int TeamAfter { get; set; } = 12;
    public int OverflowAfter { get; set; } = 45;
    public int AskAgainAfter { get; set; } = 30;

    /// <summary>How long a call rings at one console.</summary>
    public int OfferTimeout { get; set; } = 20;

    /// <summary>How soon a console must say that it shows the offer.</summary>
    public int DeliveryTimeout { get; set; } = 2;

    /// <summary>How long a console may be silent before it counts as gone.</summary>
    public int Lease { get; set; } = 10;

    /// <summary>How long a lost agent may take to come back to her call.</summary>
    public int AgentBackWithin { get; set; } = 10;

    /// <summary>How long her fallback telephone rings after that.</summary>
    public int FallbackRing { get; set; } = 25;

    /// <summary>Callbacks: how soon after the promise the first attempt may be, how long it rings, how often and after what pause it is tried.</summary>
    public int CallbackNotBefore { get; set; } = 10;
    public int CallbackRing { get; set; } = 25;
    public int CallbackAttempts { get; set; } = 3;
    public int CallbackAgainAfter { get; set; } = 600;
    public int WrapUp { get; set; } = 60;
    public int WrapUpExtension { get; set; } = 60;
    public int RungOutBeforePause { get; set; } = 2;

    public RoutingSettings Settings => new(Strategy, Duration.FromSeconds(TeamAfter), Duration.FromSeconds(OverflowAfter), Duration.FromSeconds(AskAgainAfter));
}
