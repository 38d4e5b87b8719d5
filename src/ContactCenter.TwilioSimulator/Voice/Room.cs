namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>A leg in a conference.</summary>
public sealed class Participant(Leg leg, string label, bool starts, bool ends)
{
    public Leg Leg { get; } = leg;
    public string Label { get; } = label;
    public bool Starts { get; } = starts;
    public bool Ends { get; set; } = ends;
    public bool Muted { get; set; }
    public bool Hold { get; set; }
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Ends what the participant hears while held, or while waiting for the start.</summary>
    public CancellationTokenSource? Music { get; set; }

    /// <summary>Set when the participant is out: why, in Twilio's words.</summary>
    public TaskCompletionSource<string> Out { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A conference. All changes are made under the switchboard's lock.</summary>
public sealed class Room(string sid, string friendlyName, string region)
{
    public string Sid { get; } = sid;
    public string FriendlyName { get; } = friendlyName;
    public string Region { get; } = region;
    public List<Participant> Participants { get; } = [];

    /// <summary>Of the first participant: later ones cannot change it.</summary>
    public string StatusCallback { get; init; } = "";
    public IReadOnlyList<string> StatusEvents { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public bool Started { get; set; }
    public int Sequence { get; set; }
    public string Word => EndedAt is not null ? "completed" : Started ? "in-progress" : "init";
}
