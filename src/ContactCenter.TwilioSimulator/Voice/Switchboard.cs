using System.Collections.Concurrent;
using System.Globalization;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>All legs, and how they begin and end.</summary>
public sealed class Switchboard
{
    private readonly SimulatorOptions _options;
    private readonly ConcurrentDictionary<string, Leg> _legs = new();
    private readonly WebhookSender _sender;
    private readonly Notices _notices;
    private readonly GroundTruth _truth;
    private readonly Rooms _rooms;
    private readonly List<(int Code, string Message, string Leg, DateTimeOffset At)> _faults = [];

    public Switchboard(SimulatorOptions options, WebhookSender sender, Notices notices, GroundTruth truth, Rooms rooms)
    {
        (_options, _sender, _notices, _truth, _rooms) = (options, sender, notices, truth, rooms);
    }

    /// <summary>Who answers at a number; set by the phones.</summary>
    public Func<string, IDevice?> DeviceOf { get; set; } = _ => null;

    public IReadOnlyCollection<Leg> Legs => [.. _legs.Values];

    public Rooms Rooms => _rooms;

    public SimulatorOptions Options => _options;

    public WebhookSender Sender => _sender;

    public Notices Notices => _notices;

    public IReadOnlyList<(int Code, string Message, string Leg, DateTimeOffset At)> Faults
    {
        get
        {
            lock (_faults)
                return [.. _faults];
        }
    }

    public Leg? Find(string sid) => _legs.GetValueOrDefault(sid);

    public void Fault(Leg leg, int code, string message)
    {
        lock (_faults)
            _faults.Add((code, message, leg.Sid, _options.Time.GetUtcNow()));
    }

    /// <summary>A party dials a number of the account. Null when it is none.</summary>
    public Leg? DialIn(string from, string to, IDevice device)
    {
        if (_options.Numbers.FirstOrDefault(n => n.Number == to) is not { } number)
            return null;
        var leg = Add(new Leg(Sids.New("CA"), from, to, "inbound", _options.Time.GetUtcNow()) { Device = device, StatusCallback = number.StatusCallback });
        leg.State = LegState.Ringing;
        leg.Device.Changed(leg);
        _ = Task.Run(() => new LegRunner(this, leg).Run(number.VoiceUrl, number.VoiceFallbackUrl, answers: true));
        return leg;
    }

    /// <summary>A softphone connects through the TwiML application.</summary>
    public Leg ConnectClient(string identity, IReadOnlyDictionary<string, string> parameters, IDevice device)
    {
        var leg = Add(new Leg(Sids.New("CA"), $"client:{identity}", "", "inbound", _options.Time.GetUtcNow()) { Device = device });
        leg.State = LegState.Ringing;
        _ = Task.Run(() => new LegRunner(this, leg) { Extra = parameters }.Run(_options.AppVoiceUrl, "", answers: true));
        return leg;
    }

    /// <summary>The server dials out over REST: ring, and when it is answered ask for the document.</summary>
    public Leg DialOut(string from, string to, string document, string statusCallback, IReadOnlyList<string> events, TimeSpan timeout)
    {
        var leg = Outbound(from, to, "outbound-api", null, statusCallback, events);
        _ = Task.Run(async () =>
        {
            if (await RingOut(leg, timeout, CancellationToken.None))
                await new LegRunner(this, leg).Run(document, "", answers: false);
        });
        return leg;
    }

    public Leg Outbound(string from, string to, string direction, string? parent, string statusCallback, IReadOnlyList<string> events) =>
        Add(new Leg(Sids.New("CA"), from, to, direction, _options.Time.GetUtcNow())
        {
            Device = DeviceOf(to) ?? NobodyThere.Instance, ParentSid = parent, StatusCallback = statusCallback, StatusEvents = events,
        });

    /// <summary>Rings until answered, refused, cancelled or timed out; true when answered. Ends the leg otherwise.</summary>
    public async Task<bool> RingOut(Leg leg, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Progress(leg, "initiated");
        leg.State = LegState.Ringing;
        Progress(leg, "ringing");
        leg.Device.Ring(leg);
        leg.Device.Changed(leg);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var silence = Task.Delay(timeout, _options.Time, patience.Token);
        var first = await Task.WhenAny(leg.Decision.Task, silence);
        await patience.CancelAsync();
        var outcome = first == leg.Decision.Task ? await leg.Decision.Task : cancellationToken.IsCancellationRequested ? LegState.Canceled : LegState.NoAnswer;
        if (outcome == LegState.InProgress)
        {
            Answer(leg);
            return true;
        }
        End(leg, outcome);
        return false;
    }

    public void Answer(Leg leg)
    {
        leg.State = LegState.InProgress;
        leg.AnsweredAt = _options.Time.GetUtcNow();
        _truth.Began(leg);
        Progress(leg, "answered");
        leg.Device.Changed(leg);
    }

    public void End(Leg leg, LegState how)
    {
        if (leg.IsOver)
            return;
        if (leg.Room is { } room && room.Participants.Find(p => p.Leg == leg) is { } participant)
            _rooms.Leave(room, participant, "participant_hung_up");
        leg.EndedAt = _options.Time.GetUtcNow();
        leg.State = leg.AnsweredAt is not null ? LegState.Completed : how;
        leg.Keys.Writer.TryComplete();
        leg.Words.Writer.TryComplete();
        _truth.Ended(leg);
        Progress(leg, "completed");
        leg.Device.Changed(leg);
    }

    /// <summary>The parameters that stand in every request about a leg.</summary>
    public Dictionary<string, string> Form(Leg leg) => new()
    {
        ["CallSid"] = leg.Sid, ["AccountSid"] = _options.AccountSid, ["From"] = leg.From, ["To"] = leg.To, ["CallStatus"] = leg.Word,
        ["ApiVersion"] = "2010-04-01", ["Direction"] = leg.Direction,
        ["Caller"] = leg.From, ["Called"] = leg.To,
    };

    private Leg Add(Leg leg) => _legs[leg.Sid] = leg;

    private void Progress(Leg leg, string what)
    {
        var sequence = leg.Sequence++;
        if (leg.StatusCallback.Length == 0 || !leg.StatusEvents.Contains(what))
            return;
        var form = Form(leg);
        form["Timestamp"] = _notices.Timestamp(_options.Time.GetUtcNow());
        form["CallbackSource"] = "call-progress-events";
        form["SequenceNumber"] = sequence.ToString(CultureInfo.InvariantCulture);
        if (what == "completed" && leg.State == LegState.Completed)
            form["CallDuration"] = Seconds(leg).ToString(CultureInfo.InvariantCulture);
        if (what is "initiated")
            form["CallStatus"] = "initiated";
        _notices.Send(leg.Sid, leg.StatusCallback, form);
    }

    /// <summary>Answered calls under one second count one.</summary>
    public static long Seconds(Leg leg) =>
        leg is { AnsweredAt: { } answered, EndedAt: { } ended } ? Math.Max(1, ended.ToUnixTimeSeconds() - answered.ToUnixTimeSeconds()) : 0;

    private sealed class NobodyThere : IDevice
    {
        public static NobodyThere Instance { get; } = new();

        public void Ring(Leg leg) => leg.Decision.TrySetResult(LegState.Failed);

        public void Hear(Leg leg, string kind, string text, string language)
        {
        }

        public void Changed(Leg leg)
        {
        }
    }
}
