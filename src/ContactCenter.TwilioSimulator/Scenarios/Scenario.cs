namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>A place in a scenario file; line and column count from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}({Line},{Column})";
}

/// <summary>One scripted call: what the caller does, step by step, and how other telephones behave when they ring.</summary>
/// <param name="Name">What the scenario shows; the file's name when it gives none.</param>
internal sealed record Scenario(string Name, IReadOnlyList<Step> Steps, IReadOnlyList<OtherPhone> Phones);

/// <summary>A telephone that is not the caller's: it does these steps each time it rings.</summary>
internal sealed record OtherPhone(string Number, IReadOnlyList<Step> Steps);

/// <summary>One step of a scripted party.</summary>
internal abstract record Step(Place At);

/// <summary>Dials; <c>anonymous</c> masks the number. Always the caller's first step.</summary>
internal sealed record DialStep(Place At, string From, string To) : Step(At);

/// <summary>Waits until these words were said to the party, after those that an earlier step waited for. Case and accents do not matter.</summary>
internal sealed record HearStep(Place At, string Words, TimeSpan Within) : Step(At);

internal sealed record PressStep(Place At, string Keys) : Step(At);

internal sealed record SpeakStep(Place At, string Words) : Step(At);

internal sealed record WaitStep(Place At, TimeSpan Length) : Step(At);

/// <summary>Waits until the party can speak with somebody.</summary>
internal sealed record ConnectedStep(Place At, TimeSpan Within) : Step(At);

/// <summary>Waits until the other side ended the call.</summary>
internal sealed record EndedStep(Place At, TimeSpan Within) : Step(At);

internal sealed record HangUpStep(Place At) : Step(At);

internal sealed record AnswerStep(Place At) : Step(At);

internal sealed record RefuseStep(Place At) : Step(At);

/// <summary>A voicemail answers: it greets, beeps and never presses a key.</summary>
internal sealed record VoicemailStep(Place At) : Step(At);

/// <summary>Nobody goes to the telephone.</summary>
internal sealed record LetRingStep(Place At) : Step(At);
