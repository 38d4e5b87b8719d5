using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>What a flow may ask about a call beside what the caller answers.</summary>
public sealed record IvrContext(Instant Now, CallerKind Caller);
