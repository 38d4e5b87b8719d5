using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;

namespace ContactCenter.Server.Routing;

/// <summary>An offer that was committed, with the rows as they were then.</summary>
internal sealed record OfferMade(Offer Offer, AgentPresence Presence, CallRecord Call);

/// <summary>
/// Told of a choice before its offer is written, and answers whom to tell when it is: so that what the console shows is read while the offer is on its way to
/// the disk. A hint: it may do nothing, and the offer may never be made.
/// </summary>
internal delegate Action<OfferMade> AwaitOffer(RoutingChoice choice);
