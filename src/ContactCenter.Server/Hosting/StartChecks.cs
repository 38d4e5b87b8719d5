using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Hosting;

/// <summary>
/// Everything wrong with the configuration is said at once, before anything is opened: options are validated, and the
/// singletons that read keys, files and connection strings are made.
/// </summary>
internal sealed class StartChecks
{
    private readonly List<Type> _made = [];

    public IReadOnlyList<Type> Made => _made;

    /// <summary>Makes this singleton at start; a <see cref="ConfigurationFault"/> of its making is reported with the others.</summary>
    public void Make<T>()
        where T : class => _made.Add(typeof(T));
}

internal static class StartChecksExtensions
{
    /// <exception cref="ConfigurationFault">With every sentence, each once.</exception>
    public static void CheckConfiguration(this WebApplication app)
    {
        var sentences = new List<string>();
        Collect(sentences, () => app.Services.GetService<IStartupValidator>()?.Validate());
        foreach (var type in app.Services.GetRequiredService<IOptions<StartChecks>>().Value.Made)
            Collect(sentences, () => app.Services.GetRequiredService(type));
        if (sentences.Count > 0)
            throw new ConfigurationFault([.. sentences.Distinct()]);
    }

    private static void Collect(List<string> sentences, Action check)
    {
        try
        {
            check();
        }
        catch (OptionsValidationException fault)
        {
            sentences.AddRange(fault.Failures);
        }
        catch (AggregateException several)
        {
            sentences.AddRange(several.Flatten().InnerExceptions.SelectMany(e => e is OptionsValidationException fault ? fault.Failures : [e.Message]));
        }
    }
}
