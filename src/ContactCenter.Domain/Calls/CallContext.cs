using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What a decision may look at beside the call itself.</summary>
/// <param name="NewId">Makes ids for what follows from an event; the caller of the domain owns chance.</param>
public sealed record CallContext(Instant Now, CallScript Script, Func<Guid> NewId);
