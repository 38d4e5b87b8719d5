using System.CommandLine;
using System.Diagnostics;
using ContactCenter.TwilioSimulator.Hosting;

namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>
/// <c>call scenario.yaml</c>: one scripted call. Exit 0 when every step happened, 1 when one did not, 2 when the file cannot be played.
/// </summary>
internal static class CallCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("scenario") { Description = "The scenario, YAML." };
        var where = new SimulatorLocation();
        var command = new Command("call", "Plays one scripted call and tells each step.") { file };
        where.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetRequiredValue(file), where.Read(parsed), new(Console.Out, Console.Error),
            cancellationToken));
        return command;
    }

    internal static async Task<int> Run(FileInfo file, ReachSimulator reach, Outlet outlet, CancellationToken cancellationToken)
    {
        if (await outlet.Read(file, ScenarioReader.Read, cancellationToken) is not { } scenario)
            return Outlet.Unusable;
        await using var reached = await outlet.Reach(reach, cancellationToken);
        if (reached is null)
            return Outlet.Unusable;
        await outlet.Out.WriteLineAsync($"{scenario.Name} ({reached.Address}{(reached.IsOwn ? ", started for this call" : "")})");
        var watch = Stopwatch.StartNew();
        var run = new ScenarioRun(reached.Phones, TimeProvider.System, step =>
            outlet.Out.WriteLine($"  {watch.Elapsed.TotalSeconds,7:0.000} s  {Told(step)}"));
        var failure = await run.Play(scenario, cancellationToken);
        if (failure is not null)
            await outlet.Errors.WriteLineAsync($"{failure.Step.At}: {failure.Message}");
        await outlet.Out.WriteLineAsync(failure is null ? $"  {watch.Elapsed.TotalSeconds,7:0.000} s  every step happened" : "  failed");
        return failure is null ? 0 : 1;
    }

    private static string Told(Step step) => step switch
    {
        DialStep dial => $"dials {dial.To}",
        HearStep hear => $"hears “{hear.Words}”?",
        PressStep press => $"presses {press.Keys}",
        SpeakStep speak => $"says “{speak.Words}”",
        WaitStep wait => $"waits {wait.Length.TotalSeconds:0.###} s",
        ConnectedStep => "is connected?",
        EndedStep => "is hung up on?",
        HangUpStep => "hangs up",
        AnswerStep => "another telephone answers",
        RefuseStep => "another telephone refuses",
        VoicemailStep => "a voicemail answers another telephone",
        LetRingStep => "another telephone rings",
        _ => throw new UnreachableException(),
    };
}
