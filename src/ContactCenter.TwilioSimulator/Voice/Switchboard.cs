using System.Collections.Concurrent;
using System.Globalization;
using ContactCenter.TwilioSimulator.Texts;
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
    private readonly ConcurrentQueue<Fault> _faults = new();

    internal Switchboard(SimulatorOptions options, WebhookSender sender, Notices notices, GroundTruth truth, Rooms rooms) =>
        (_options, _sender, _notices, _truth, _rooms, Recordings, Texts) =
            (options, sender, notices, truth, rooms, new(options), new(options, notices));

    /// <summary>Who answers at a number; set by the phones.</summary>
    public Func<string, IDevice?> DeviceOf { get; set; } = _ => null;

    public IReadOnlyCollection<Leg> Legs => [.. _legs.Values];

    internal Rooms Rooms => _rooms;

    internal Queues Queues { get; } = new();

    public Recordings Recordings { get; }

    public TextMessages Texts { get; }

    public SimulatorOptions Options => _options;

    internal WebhookSender Sender => _sender;

    internal Notices Notices => _notices;

    internal GroundTruth Truth => _truth;

    /// <summary>What the server got wrong: faulty documents, addresses that do not answer.</summary>
    public IReadOnlyList<Fault> Faults => [.. _faults];

    public event Action<Fault>? Faulted;

    public Leg? Find(string sid) => _legs.GetValueOrDefault(sid);

    internal void Report(Leg leg, TwimlFault fault)
    {
        var noted = new Fault(fault.Code, fault.Message, leg.Sid, _options.Time.GetUtcNow());
        _faults.Enqueue(noted);
        Faulted?.Invoke(noted);
    }

    /// <summary>A party dials a number of the account. Null when it is none.</summary>
    public Leg? DialIn(string from, string to, IDevice device)
    {
        if (_options.Numbers.FirstOrDefault(n => n.Number == to) is not { } number)
            return null;
        var leg = Add(new Leg(Sids.New("CA"), from, to, "inbound", _options.Time.GetUtcNow())
        {
            Device = device,
            StatusCallback = number.StatusCallback
        });
        leg.State = LegState.Ringing;
        leg.Device.Changed(leg);
        _ = Task.Run(() => new LegRunner(this, leg).Run(number.VoiceUrl, number.VoiceFallbackUrl));
        return leg;
    }

    /// <summary>A softphone connects through the TwiML application.</summary>
    public Leg ConnectClient(string identity, IReadOnlyDictionary<string, string> parameters, IDevice device)
    {
        var leg = Add(new Leg(Sids.New("CA"), $"client:{identity}", "", "inbound", _options.Time.GetUtcNow()) { Device = device });
        leg.State = LegState.Ringing;
        _ = Task.Run(() => new LegRunner(this, leg) { Extra = parameters }.Run(_options.AppVoiceUrl, ""));
        return leg;
    }

    /// <summary>The server dials out over REST: ring, and when it is answered ask for the document.</summary>
    internal Leg DialOut(OutboundCall call, string document, string fallback, TimeSpan timeout)
    {
        var leg = Outbound(call);
        _ = Task.Run(async () =>
        {
            if (await RingOut(leg, timeout, CancellationToken.None))
                await new LegRunner(this, leg).Run(document, fallback);
        });
        return leg;
    }

    internal Leg Outbound(OutboundCall call) => Add(new Leg(Sids.New("CA"), call.From, call.To, call.Direction, _options.Time.GetUtcNow())
    {
        Device = DeviceOf(call.To) ?? NobodyThere.Instance, ParentSid = call.ParentSid, StatusCallback = call.StatusCallback,
        StatusEvents = call.StatusEvents,
        Parameters = call.Parameters,
    });

    /// <summary>Rings until answered, refused, cancelled or timed out; true when answered. Ends the leg otherwise.</summary>
    internal async Task<bool> RingOut(Leg leg, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Progress(leg, "initiated", leg.CreatedAt);
        leg.State = LegState.Ringing;
        Progress(leg, "ringing", _options.Time.GetUtcNow());
        leg.Device.Ring(leg);
        leg.Device.Changed(leg);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var silence = Task.Delay(timeout, _options.Time, patience.Token);
        var first = await Task.WhenAny(leg.Decision.Task, silence);
        await patience.CancelAsync();
        var outcome = first == leg.Decision.Task ? await leg.Decision.Task : cancellationToken.IsCancellationRequested ? LegState.Canceled
            : LegState.NoAnswer;
        if (outcome == LegState.InProgress)
        {
            Answer(leg);
            return true;
        }
        End(leg, outcome);
        return false;
    }

    internal void Answer(Leg leg)
    {
        leg.State = LegState.InProgress;
        leg.AnsweredAt = _options.Time.GetUtcNow();
        _truth.Began(leg);
        Progress(leg, "answered", leg.AnsweredAt.Value);
        leg.Device.Changed(leg);
    }

    internal void End(Leg leg, LegState how)
    {
        if (!leg.TryEnd(_options.Time.GetUtcNow(), how))
            return;
        if (leg.Room is { } room && room.Of(leg) is { } participant)
            _rooms.Leave(room, participant, "participant_hung_up", leg.EndedAt);
        leg.Keys.Writer.TryComplete();
        leg.Words.Writer.TryComplete();
        _truth.Ended(leg);
        Progress(leg, "completed", leg.EndedAt!.Value);
        leg.Device.Changed(leg);
    }

    /// <summary>The parameters that stand in every request about a leg.</summary>
    internal Form Form(Leg leg) => new()
    {
        ["CallSid"] = leg.Sid, ["AccountSid"] = _options.AccountSid, ["From"] = leg.From, ["To"] = leg.To, ["CallStatus"] = leg.Word,
        ["ApiVersion"] = "2010-04-01", ["Direction"] = leg.Direction,
        ["Caller"] = leg.From, ["Called"] = leg.To,
    };

    private Leg Add(Leg leg)
    {
        _truth.Rang(leg);
        return _legs[leg.Sid] = leg;
    }

    private void Progress(Leg leg, string what, DateTimeOffset at)
    {
        var sequence = leg.Sequence++;
        if (leg.StatusCallback.Length == 0 || !leg.StatusEvents.Contains(what))
            return;
        var form = Form(leg);
        form["Timestamp"] = WireTime.Text(at);
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
