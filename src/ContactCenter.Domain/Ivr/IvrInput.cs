namespace ContactCenter.Domain.Ivr;

/// <summary>What came back from the caller, or from where the dialogue had sent the call.</summary>
public abstract record IvrInput;

/// <summary>Keys pressed on the phone. Of several, the emergency key outranks the others and else the first counts.</summary>
public sealed record IvrKeys(string Keys) : IvrInput;

/// <summary>Words, as far as they were recognised.</summary>
public sealed record IvrSpeech(string Words) : IvrInput
{
    public override string ToString() => nameof(IvrSpeech);
}

/// <summary>Nothing was pressed or said.</summary>
public sealed record IvrSilence : IvrInput;

/// <summary>The queue gave the caller back, or the dialled target did not answer.</summary>
public sealed record IvrUnanswered : IvrInput;

/// <summary>The message is recorded.</summary>
public sealed record IvrRecorded : IvrInput;
