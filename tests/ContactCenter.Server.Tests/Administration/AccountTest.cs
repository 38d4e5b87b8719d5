namespace ContactCenter.Server.Tests.Administration;

/// <summary>A test with a house of its own.</summary>
internal abstract class AccountTest
{
    protected AccountHouse House { get; private set; } = null!;

    [SetUp]
    public async Task OpenHouse() => House = await AccountHouse.Open();

    [TearDown]
    public async Task CloseHouse() => await House.DisposeAsync();
}
