namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>What the network does to one notice. A lost one may still be forged by somebody.</summary>
/// <param name="Forged">How much later a forgery of it arrives; null when none does.</param>
/// <param name="Again">How much later it arrives a second time; null when it does not.</param>
/// <param name="Copies">How often it arrives then, the first time included.</param>
/// <param name="Overtaken">How much later it arrives, passed by those behind it; null when it keeps its place.</param>
/// <param name="Delayed">How long it, and all behind it, are kept back.</param>
/// <param name="Withheld">It is kept back until it is released, and comes once then.</param>
internal sealed record Fate(bool Lost, TimeSpan? Forged, TimeSpan? Again, TimeSpan? Overtaken, TimeSpan Delayed, int Copies = 1, bool Withheld = false);

/// <summary>
/// Draws fates by seed. The draw depends on the seed, on which source it is (counted as they first speak) and on which of its notices: what
/// happens to one call does not shift with the pace of the others.
/// </summary>
internal sealed class Fates(ChaosOptions chaos)
{
    private readonly Dictionary<string, Random> _chances = [];

    public Fate Next(string source)
    {
        if (!_chances.TryGetValue(source, out var chance))
            chance = _chances[source] = new Random(unchecked(chaos.Seed * 486_187_739 + _chances.Count));
        // Always the same number of draws, so that changing one percentage leaves the others' victims alone.
        var (lost, forged, again, overtaken, delayed) = (Draw(chaos.DropPercent), Draw(chaos.ForgePercent), Draw(chaos.DuplicatePercent),
            Draw(chaos.ReorderPercent), Draw(chaos.DelayPercent));
        var copies = chance.Next(2, Math.Max(3, chaos.MostCopies + 1));
        var withheld = Draw(chaos.WithholdPercent) is not null && lost is null;
        return withheld
            ? new(Lost: false, forged, Again: null, Overtaken: null, TimeSpan.Zero, Withheld: true)
            : new(lost is not null, forged, lost is null ? again : null, lost is null ? overtaken : null, delayed ?? TimeSpan.Zero,
                lost is null && again is not null ? copies : 1);

        TimeSpan? Draw(int percent)
        {
            var (hit, later) = (chance.Next(100) < percent, chance.NextDouble() * chaos.MostDelay);
            return hit ? later : null;
        }
    }
}
