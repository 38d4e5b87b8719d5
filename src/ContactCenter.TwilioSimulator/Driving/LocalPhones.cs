using System.Collections.Concurrent;
using ContactCenter.TwilioSimulator.Phones;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Driving;

/// <summary>Telephones of a simulator in this process.</summary>
internal sealed class LocalPhones(Simulator simulator) : IPhones
{
    public Handset Dial(string from, string to)
    {
        var line = new LegLine(simulator.Options);
        var phone = new Handset(simulator.Options.Time) { Line = line };
        if (simulator.Board.DialIn(from, to, new Device(leg => line.Leg ??= leg, _ => phone, null)) is null)
            phone.IsWrongNumber();
        return phone;
    }

    public void WhenRung(string number, Func<Handset, Task> behaves)
    {
        var ringing = new ConcurrentDictionary<string, Handset>();
        simulator.Phones.Take(number, new Device(
            _ => { },
            leg => ringing.GetOrAdd(leg.Sid, _ => new Handset(simulator.Options.Time) { Line = new LegLine(simulator.Options) { Leg = leg } }),
            behaves));
    }

    private sealed class Device(Action<Leg> take, Func<Leg, Handset> at, Func<Handset, Task>? behaves) : IDevice
    {
        public void Ring(Leg leg)
        {
            Changed(leg);
            if (behaves is not null)
                _ = Task.Run(() => behaves(at(leg)));
        }

        public void Hear(Leg leg, string kind, string text, string language) => at(leg).Heard(kind, text);

        public void Changed(Leg leg)
        {
            take(leg);
            at(leg).Changed(leg.Sid, leg.Word);
        }
    }

    private sealed class LegLine(SimulatorOptions options) : IPhoneLine
    {
        public Leg? Leg { get; set; }

        public void Answer() => Leg?.Decision.TrySetResult(LegState.InProgress);

        public void Refuse() => Leg?.Decision.TrySetResult(LegState.Busy);

        public void LetVoicemailAnswer() => _ = Voicemail.Take(Leg!, options, (_, _) => { });

        public void Press(string keys)
        {
            foreach (var key in keys)
                Leg?.Keys.Writer.TryWrite(key.ToString());
        }

        public void Speak(string words) => Leg?.Words.Writer.TryWrite(words);

        public void HangUp() => Leg?.HangUp(byParty: true);
    }
}
