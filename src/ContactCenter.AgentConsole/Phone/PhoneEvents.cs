using ContactCenter.AgentConsole.Screen;

namespace ContactCenter.AgentConsole.Phone;

/// <summary>What each message of softphone.js means for the phone's state.</summary>
internal static class PhoneEvents
{
    public static PhoneState Apply(PhoneState phone, string kind, string? detail) => kind switch
    {
        "registered" => phone with { Phase = PhonePhase.Registered, Trouble = phone.Trouble == PhoneTrouble.NotRegistered ? null : phone.Trouble },
        "unregistered" => phone with { Phase = PhonePhase.Unregistered },
        "deviceError" when !phone.IsRegistered => phone with { Trouble = PhoneTrouble.NotRegistered },
        "accepted" => phone with { Line = LinePhase.Live, Trouble = null },
        "reconnecting" => phone with { Line = LinePhase.Reconnecting },
        "reconnected" => phone with { Line = LinePhase.Live },
        "ended" => phone with { Line = LinePhase.Idle, Label = null, Muted = false, Caption = null },
        "joinFailed" => phone with { Line = LinePhase.Idle, Label = null, Trouble = PhoneTrouble.JoinFailed },
        "muted" => phone with { Muted = true },
        "unmuted" => phone with { Muted = false },
        // She was refused for a silent microphone, and now it speaks: she may try again.
        "heard" when phone.Trouble == PhoneTrouble.MicrophoneSilent => phone with
        {
            Meter = MicrophoneMeter.Heard,
            Trouble = null,
            Phase = phone.IsRegistered ? PhonePhase.Registered : PhonePhase.Off,
        },
        "heard" => phone with { Meter = MicrophoneMeter.Heard },
        "silent" => phone with { Meter = MicrophoneMeter.Silent },
        "caption" => phone with { Caption = detail },
        _ => phone,
    };
}
