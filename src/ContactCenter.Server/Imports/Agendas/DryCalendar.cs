using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>What the rows before would have taken: in a dry run the database does not know it.</summary>
internal sealed class DryCalendar
{
    private readonly Dictionary<ResourceId, List<(int From, int To)>> _taken = [];
    private readonly HashSet<long> _keys = [];

    public bool IsFree(ResourceId resource, int from, int to) => _taken.GetValueOrDefault(resource, []).TrueForAll(t => t.To <= from || to <= t.From);

    public bool Has(long key) => _keys.Contains(key);

    public void Add(long key, Slot slot)
    {
        _keys.Add(key);
        foreach (var (resource, _) in slot.Occupies)
            (_taken.TryGetValue(resource, out var there) ? there : _taken[resource] = []).Add((Step.At(slot.Start), Step.AtOrAfter(slot.End)));
    }
}
