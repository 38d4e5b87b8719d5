using System.Security.Cryptography;
using System.Text;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Billing;

/// <summary>The tariffs in the folder <c>tariffs</c> beside the scripts, compiled at start: a fault in one of them is a sentence and no start.</summary>
internal sealed class TariffShelf
{
    public const string Folder = "tariffs";

    private readonly string _root;

    public TariffShelf(IOptions<ScriptsOptions> options, IHostEnvironment host)
    {
        var root = options.Value.Root is { Length: > 0 } named ? Path.GetFullPath(named, host.ContentRootPath) : ScriptFolder.Find(host.ContentRootPath);
        _root = root ?? host.ContentRootPath;
        var compiled = Look();
        Book = compiled.Value ?? throw new ConfigurationFault([.. compiled.Diagnostics.Select(d => d.ToString())]);
    }

    public TariffBook Book { get; }

    /// <summary>The files as they are now, which the next start will take.</summary>
    public Compiled<TariffBook> Look() => Compile(_root);

    /// <summary>All tariffs below a root. Without the folder there are none, and no contract can be made.</summary>
    public static Compiled<TariffBook> Compile(string root)
    {
        var folder = Path.Combine(root, Folder);
        var bag = new DiagnosticBag();
        var files = new List<(ScriptMapping, string)>();
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        foreach (var file in paths.Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var read = YamlScript.Read($"{Folder}/{Path.GetFileName(file)}", text);
            bag.Add(read.Diagnostics);
            if (read.Value is { } script)
                files.Add((script, HashOf(text)));
        }

        var compiled = TariffBook.Compile(files);
        bag.Add(compiled.Diagnostics);
        return bag.Close(compiled.Value);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
