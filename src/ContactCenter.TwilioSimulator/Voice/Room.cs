namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>A leg in a conference.</summary>
internal sealed class Participant(Leg leg, string label, bool starts, bool ends)
{
    public Leg Leg { get; } = leg;
    public string Label { get; } = label;
    public bool Starts { get; } = starts;
    public bool Ends { get; set; } = ends;
    public bool Muted { get; set; }
    public bool Hold { get; set; }
    public bool Beeps { get; init; }

    /// <summary>Null while it is still being called.</summary>
    public DateTimeOffset? JoinedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public string Word => JoinedAt is not null ? "connected" : "queued";

    /// <summary>The leg that alone hears this one; empty when all do.</summary>
    public string Coaches { get; init; } = "";

    private CancellationTokenSource? _music;

    /// <summary>What the participant hears while held, or while waiting for the start, lasts until the token is cancelled.</summary>
    public CancellationToken BeginMusic(CancellationToken interrupted)
    {
        EndMusic();
        _music = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        return _music.Token;
    }

    public void EndMusic()
    {
        _music?.Cancel();
        _music = null;
    }

    /// <summary>Set when the participant is out: why, in Twilio's words.</summary>
    public TaskCompletionSource<string> Out { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A conference. All changes are made under the lock of <see cref="Rooms"/>.</summary>
internal sealed class Room(string sid, string friendlyName, string region)
{
    public string Sid { get; } = sid;
    public string FriendlyName { get; } = friendlyName;
    public string Region { get; } = region;
    public List<Participant> Participants { get; } = [];

    public Participant? Of(Leg leg) => Participants.Find(p => p.Leg == leg);

    /// <summary>Of the first participant: later ones cannot change it.</summary>
    public string StatusCallback { get; init; } = "";
    public IReadOnlyList<string> StatusEvents { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBecause { get; set; }
    public string? EndedByLeg { get; set; }
    public bool Started { get; set; }
    public int Sequence { get; set; }
    public string Word => EndedAt is not null ? "completed" : Started ? "in-progress" : "init";
}
