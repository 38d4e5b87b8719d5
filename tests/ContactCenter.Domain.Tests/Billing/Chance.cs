namespace ContactCenter.Domain.Tests.Billing;

/// <summary>Chance that can be had again: the seed is printed, and CONTACTCENTER_SEED sets it.</summary>
internal static class Chance
{
    public static bool Nightly { get; } = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1";

    public static Random Seeded()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Out.WriteLine($"CONTACTCENTER_SEED={seed}");
        return new Random(seed);
    }

    public static T Of<T>(this Random chance, params T[] values) => values[chance.Next(values.Length)];

    public static Guid Guid(this Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }
}
