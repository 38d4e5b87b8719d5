using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Triage;

/// <summary>One protocol worked through in a call. A call may have several, one after the other; the last is the one on screen.</summary>
internal sealed class TriageSession
{
    public required CallId CallId { get; init; }

    /// <summary>From 1 within the call.</summary>
    public required int Number { get; init; }

    public required PracticeId PracticeId { get; init; }

    /// <summary>The protocol as pinned, in the form of <see cref="Domain.Scripts.ScriptVersion"/>.</summary>
    public required string Protocol { get; init; }

    /// <summary>What earlier protocols of the call came to, as far as it was immediate: this one cannot end below it.</summary>
    public Disposition? Floor { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>The question being asked; null once a disposition is reached.</summary>
    public string? Asking { get; set; }

    public Disposition? Reached { get; set; }

    public int Version { get; set; }

    public TriagePlace Place => new(Asking, Reached);

    public void MoveTo(TriagePlace place)
    {
        var reached = place.Reached < Floor ? Floor : place.Reached;
        (Asking, Reached) = (place.Asking, reached);
        Version++;
    }
}
