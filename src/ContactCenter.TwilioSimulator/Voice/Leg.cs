using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>How far a leg has come, in Twilio's words on the wire.</summary>
public enum LegState { Queued, Ringing, InProgress, Completed, Busy, Failed, NoAnswer, Canceled }

/// <summary>One call of Twilio's: a connection with one party.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing to release, and legs stay readable after their end.")]
public sealed class Leg(string sid, string from, string to, string direction, DateTimeOffset createdAt)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _interrupt = new();
    private string? _redirect;

    public string Sid { get; } = sid;
    public string From { get; } = from;
    public string To { get; } = to;

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string Direction { get; } = direction;
    public string? ParentSid { get; init; }
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public LegState State { get; set; } = LegState.Queued;

    /// <summary>Parameters of the <c>Client</c> noun, for the softphone that is called.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where the document came from that is being carried out: the default of an <c>action</c>, and what relative addresses are relative to.
    /// </summary>
    public string DocumentUrl { get; set; } = "";

    /// <summary>What is spoken now is recorded.</summary>
    public bool IsRecorded { get; set; }

    public string StatusCallback { get; set; } = "";
    public IReadOnlyList<string> StatusEvents { get; set; } = ["completed"];
    public int Sequence { get; set; }

    /// <summary>What the party's device shows and does.</summary>
    public required IDevice Device { get; init; }

    /// <summary>Keys pressed, one at a time.</summary>
    public Channel<string> Keys { get; } = Channel.CreateUnbounded<string>();

    /// <summary>Words spoken when a gather listens for them.</summary>
    public Channel<string> Words { get; } = Channel.CreateUnbounded<string>();

    /// <summary>Answered, refused, or given up on by the caller's side.</summary>
    public TaskCompletionSource<LegState> Decision { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Room? Room { get; set; }
    public bool IsOver => State >= LegState.Completed;
    public bool HungUpByParty { get; private set; }

    /// <summary>Cancelled when the leg is redirected or ended: whatever it is doing stops at once.</summary>
    public CancellationToken Interrupted
    {
        get
        {
            lock (_gate)
                return _interrupt.Token;
        }
    }

    public string Word => State switch
    {
        LegState.Queued => "queued",
        LegState.Ringing => "ringing",
        LegState.InProgress => "in-progress",
        LegState.Completed => "completed",
        LegState.Busy => "busy",
        LegState.Failed => "failed",
        LegState.NoAnswer => "no-answer",
        LegState.Canceled => "canceled",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Ends the leg once; false when it was over already. A leg that was answered is completed, however it ends.</summary>
    public bool TryEnd(DateTimeOffset at, LegState how)
    {
        lock (_gate)
        {
            if (IsOver)
                return false;
            EndedAt = at;
            State = AnsweredAt is not null ? LegState.Completed : how;
            return true;
        }
    }

    public void Redirect(string urlOrTwiml)
    {
        CancellationTokenSource doing;
        lock (_gate)
            (_redirect, doing) = (urlOrTwiml, _interrupt);
        doing.Cancel();
    }

    public void HangUp(bool byParty)
    {
        CancellationTokenSource doing;
        lock (_gate)
            (HungUpByParty, Ending, doing) = (HungUpByParty || byParty, true, _interrupt);
        doing.Cancel();
        Decision.TrySetResult(byParty ? LegState.Busy : LegState.Canceled);
    }

    public bool Ending { get; private set; }

    /// <summary>Takes the pending redirect, and makes the leg interruptible again.</summary>
    public string? TakeRedirect()
    {
        lock (_gate)
        {
            var to = _redirect;
            _redirect = null;
            if (!Ending)
                _interrupt = new CancellationTokenSource();
            return to;
        }
    }
}

/// <summary>A party's device: a phone on the page, a softphone, or a script.</summary>
public interface IDevice
{
    /// <summary>Somebody calls it. It answers through <see cref="Leg.Decision"/>.</summary>
    void Ring(Leg leg);

    /// <summary>Something is heard: <c>say</c>, <c>play</c>, <c>silence</c>, <c>beep</c>, <c>hold</c>, <c>together</c>, <c>listening</c>,
    /// <c>tones</c>.</summary>
    void Hear(Leg leg, string kind, string text, string language);

    void Changed(Leg leg);
}
