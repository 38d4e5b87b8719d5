using System.CommandLine;
using System.Net.Http.Json;
using ContactCenter.TwilioSimulator.Hosting;

namespace ContactCenter.TwilioSimulator.Load;

/// <summary>
/// <c>load load.yaml</c>: many scripted callers and what really happened to each. Exit 0 when all were played, 1 when some were lost in the menu or
/// turned away, 2 when the file or the simulator cannot be used.
/// </summary>
internal static class LoadCommand
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("load") { Description = "The load, YAML." };
        var seed = new Option<int?>("--seed") { Description = "Another seed than the file's." };
        var calls = new Option<int?>("--calls") { Description = "Another number of callers than the file's." };
        var truth = new Option<FileInfo?>("--truth") { Description = "Where the ground truth is written, JSON." };
        var where = new SimulatorLocation();
        var command = new Command("load", "Lets many scripted callers dial and records what really happened to each.") { file, seed, calls, truth };
        where.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(file), plan => plan with
            {
                Seed = parsed.GetValue(seed) ?? plan.Seed,
                Calls = parsed.GetValue(calls) ?? plan.Calls
            },
            parsed.GetValue(truth), where.Read(parsed), new(Console.Out, Console.Error), cancellationToken));
        return command;
    }

    internal static async Task<int> Run(FileInfo file, Func<LoadPlan, LoadPlan> change, FileInfo? truth, ReachSimulator reach, Outlet outlet,
        CancellationToken cancellationToken)
    {
        if (await outlet.Read(file, LoadReader.Read, cancellationToken) is not { } read)
            return Outlet.Unusable;
        var plan = change(read);
        await using var reached = await outlet.Reach(reach, cancellationToken);
        if (reached is null)
            return Outlet.Unusable;
        using var http = new HttpClient { BaseAddress = reached.Address };
        var run = new LoadRun(reached.Phones, async leg => (await http.GetFromJsonAsync<CallTruth>($"/ground-truth/{leg}", CancellationToken.None))!,
            TimeProvider.System);
        await http.PutAsJsonAsync("/chaos", plan.Chaos, cancellationToken);
        try
        {
            await using var telling = new Timer(_ => outlet.Out.WriteLine(Told(run.Progress(plan))), null, TimeSpan.FromSeconds(1),
                TimeSpan.FromSeconds(5));
            var told = await run.Play(plan, cancellationToken);
            for (var patience = 150; patience > 0 && !await http.GetFromJsonAsync<bool>("/quiet", cancellationToken); patience--)
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            if (truth is not null)
                await File.WriteAllTextAsync(truth.FullName, told.ToJson(), cancellationToken);
            await outlet.Out.WriteLineAsync(string.Join(", ", Enum.GetValues<CallerOutcome>().Select(o => $"{o} {told.Count(o)}")));
            return told.Count(CallerOutcome.Lost) + told.Count(CallerOutcome.TurnedAway) == 0 ? 0 : 1;
        }
        finally
        {
            await http.PutAsJsonAsync("/chaos", new ChaosOptions(), CancellationToken.None);
        }
    }

    private static string Told(LoadProgress progress) =>
        $"dialled {progress.Dialled} of {progress.Calls}, waiting {progress.Waiting}, talking {progress.Talking}, done {progress.Done}";
}
