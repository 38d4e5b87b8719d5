using ContactCenter.Domain.Ivr;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>What a decision may look at beside the call itself.</summary>
/// <param name="Position">Where the caller stands in the scripted dialogue; null before its first step.</param>
/// <param name="NewId">Makes ids for what follows from an event; the caller of the domain owns chance.</param>
public sealed record CallContext(Instant Now, CallScript Script, CallerKind Caller, IvrPosition? Position, Func<Guid> NewId)
{
    internal IvrContext Ivr => new(Now, Caller);

    /// <summary>BCP 47 tag of the language the caller is spoken to in.</summary>
    internal string Language => Scripts.LanguageTags.Tag(Position?.Language ?? Script.Flow.Languages[0]);
}
