using System.Security.Cryptography;
using System.Text.Json;
using ContactCenter.Server.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Storage.Sealing;

/// <summary>Reads the sealing keys from where the operator keeps them. Development makes its own once; elsewhere there is no start without.</summary>
internal static class KeyRing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static SealingKeys Load(SealingOptions options, Func<Database> database, IHostEnvironment environment)
    {
        if (options.KeyFile is { Length: > 0 } file)
            return Read(Path.GetFullPath(file, environment.ContentRootPath));
        if (options.Keys.Count > 0)
            return Check(options, "Sealing");
        return environment.IsDevelopment()
            ? OwnKeys(database().FolderForKeys(environment.ContentRootPath))
            : throw new ConfigurationFault("Sealing keys are missing: set Sealing:KeyFile, or Sealing:Current, Sealing:Keys and Sealing:Search.");
    }

    private static SealingKeys Read(string file)
    {
        try
        {
            return Check(JsonSerializer.Deserialize<SealingOptions>(File.ReadAllText(file), Json) ?? new(), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ConfigurationFault($"The sealing key file {file} cannot be read ({e.GetType().Name}).");
        }
    }

    private static SealingKeys Check(SealingOptions options, string source)
    {
        var keys = options.Keys.ToDictionary(k => k.Key, k => Bytes(k.Value, $"{source}: key {k.Key}"));
        return keys.ContainsKey(options.Current)
            ? new SealingKeys(options.Current, keys, Bytes(options.Search, $"{source}: the search key"))
            : throw new ConfigurationFault($"{source}: the current key {options.Current} is not among the keys.");
    }

    private static byte[] Bytes(string? base64, string what)
    {
        var bytes = new byte[SealingKeys.KeyBytes];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new ConfigurationFault($"{what} is not {SealingKeys.KeyBytes} bytes in base64.");
    }

    private static SealingKeys OwnKeys(string folder)
    {
        var file = Path.Combine(folder, "development.keys.json");
        if (!File.Exists(file))
            WriteForOwnerOnly(file, new SealingOptions { Current = 1, Keys = { [1] = NewKey() }, Search = NewKey() });
        return Read(file);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealingKeys.KeyBytes));

    private static void WriteForOwnerOnly(string file, SealingOptions keys)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, keys, Json);
    }
}
