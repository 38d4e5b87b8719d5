using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ContactCenter.Server.Tests.Storage.Sealing;

internal sealed class KeyRingTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private string _folder = null!;
    private Database _database = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("contactcenter-keys-").FullName;
        _database = new Database(DatabaseEngine.Sqlite, "Data Source=db/test.db", _folder);
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Development_makes_its_own_once_for_its_owner_only()
    {
        var first = Load(new(), Environments.Development);
        var file = Path.Combine(_folder, "db", "development.keys.json");
        Assert.That(Load(new(), Environments.Development).Current, Is.EqualTo(first.Current));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Production_does_not_start_without() =>
        Assert.That(() => Load(new(), Environments.Production), Throws.TypeOf<ConfigurationFault>().With.Message.Contains("Sealing:KeyFile"));

    [Test]
    public void Settings_from_a_secret_store_are_taken() =>
        Assert.That(Load(new() { Current = 7, Keys = { [7] = Key }, Search = Key }, Environments.Production).CurrentId, Is.EqualTo(7));

    [Test]
    public void A_current_key_that_is_not_there_is_refused() =>
        Assert.That(() => Load(new() { Current = 2, Keys = { [1] = Key }, Search = Key }, Environments.Production), Throws.TypeOf<ConfigurationFault>().With.Message.Contains("2"));

    [TestCase("")]
    [TestCase("not base64")]
    [TestCase("AAAA")]
    public void A_key_of_another_length_is_refused_without_repeating_it(string key) =>
        Assert.That(
            () => Load(new() { Current = 1, Keys = { [1] = key }, Search = Key }, Environments.Production),
            Throws.TypeOf<ConfigurationFault>().With.Message.Contains("32 bytes").And.Message.Not.Contains("not base64"));

    [Test]
    public void A_key_file_that_is_missing_is_named() =>
        Assert.That(() => Load(new() { KeyFile = "gone.json" }, Environments.Production), Throws.TypeOf<ConfigurationFault>().With.Message.Contains("gone.json"));

    private SealingKeys Load(SealingOptions options, string environment) => KeyRing.Load(options, () => _database, new Root(_folder, environment));

    private sealed class Root(string folder, string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
