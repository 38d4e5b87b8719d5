using ContactCenter.TwilioSimulator.Driving;

namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>A step that did not happen, with what the party heard instead.</summary>
internal sealed record StepFailure(Step Step, string Message);

/// <summary>Plays one party of a scenario on one telephone.</summary>
internal sealed class ScenarioRun(IPhones phones, TimeProvider time, Action<Step> begins)
{
    /// <summary>The first step that failed, or null when all happened. The caller's telephone is hung up at the end.</summary>
    public async Task<StepFailure?> Play(Scenario scenario, CancellationToken cancellationToken)
    {
        foreach (var other in scenario.Phones)
            phones.WhenRung(other.Number, phone => PlayQuietly(other.Steps, phone, cancellationToken));
        var dial = (DialStep)scenario.Steps[0];
        begins(dial);
        var phone = phones.Dial(dial.From, dial.To);
        var failure = await Play(scenario.Steps.Skip(1), phone, cancellationToken);
        if (!phone.IsOver)
            phone.Line.HangUp();
        await phone.Ends(TimeSpan.FromSeconds(5), cancellationToken);
        return failure;
    }

    /// <summary>The first step of those that failed, or null.</summary>
    public async Task<StepFailure?> Play(IEnumerable<Step> steps, Handset phone, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            begins(step);
            if (!await Happens(step, phone, cancellationToken))
                return new StepFailure(step, $"{Expected(step)}; the call is {phone.State}; heard so far: {phone.HeardSoFar}.");
        }
        return null;
    }

    private async Task<bool> Happens(Step step, Handset phone, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case HearStep hear:
                return await phone.Hears(hear.Words, hear.Within, cancellationToken);
            case ConnectedStep connected:
                return await phone.Connects(connected.Within, cancellationToken);
            case EndedStep ended:
                return await phone.Ends(ended.Within, cancellationToken);
            case WaitStep wait:
                await Task.Delay(wait.Length, time, cancellationToken);
                return true;
            case PressStep press when !phone.IsOver:
                phone.Line.Press(press.Keys);
                return true;
            case SpeakStep speak when !phone.IsOver:
                phone.Line.Speak(speak.Words);
                return true;
            case AnswerStep when !phone.IsOver:
                phone.Line.Answer();
                return true;
            case VoicemailStep:
                phone.Line.LetVoicemailAnswer();
                return true;
            case RefuseStep:
                phone.Line.Refuse();
                return true;
            case HangUpStep:
                phone.Line.HangUp();
                return true;
            default:
                return step is LetRingStep;
        }
    }

    private static string Expected(Step step) => step switch
    {
        HearStep hear => $"did not hear “{hear.Words}” within {hear.Within.TotalSeconds:0.#} s",
        ConnectedStep connected => $"was not connected with anybody within {connected.Within.TotalSeconds:0.#} s",
        EndedStep ended => $"was not hung up on within {ended.Within.TotalSeconds:0.#} s",
        _ => "could not do this, since the call is over",
    };

    private async Task PlayQuietly(IReadOnlyList<Step> steps, Handset phone, CancellationToken cancellationToken)
    {
        try
        {
            await Play(steps, phone, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
