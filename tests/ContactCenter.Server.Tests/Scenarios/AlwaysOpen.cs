using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The shipped scripts with a practice that is open whatever day it is: a server in its own process runs on the machine's clock.</summary>
internal static class AlwaysOpen
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static ScriptFolderCopy Scripts()
    {
        var scripts = new ScriptFolderCopy();
        scripts.Write("ivr-scripts/cabinet-des-lilas/hours.yaml", $$"""
            hours: cabinet-des-lilas
            version: 1
            zone: Europe/Paris
            holidays: metropole
            week: { {{string.Join(", ", Days.Select(day => $"{day}: \"00:00-24:00\""))}} }
            exceptions:
            {{string.Join('\n', Enumerable.Range(-1, 4).Select(n => $"  - {{date: {DateTime.UtcNow.AddDays(n):yyyy-MM-dd}, open: \"00:00-24:00\", why: test}}"))}}
            """);
        // The flow's last examples are about the closures that it is shipped with.
        const string flow = "ivr-scripts/cabinet-des-lilas/accueil.yaml";
        scripts.Write(flow, scripts.Read(flow).Split("  - name: Le soir de Noël")[0]);
        return scripts;
    }
}
