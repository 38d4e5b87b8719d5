using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>One thing the caller hears.</summary>
public abstract record IvrUtterance;

/// <summary>A sentence, with its blanks filled in; <paramref name="Recording"/>, when there is one, is played in its place.</summary>
public sealed record IvrSay(string Text, Language Language, string? Recording = null) : IvrUtterance;

/// <summary>The music of the waiting section, by its name in the prompt library.</summary>
public sealed record IvrMusic(string Name) : IvrUtterance;
