namespace ContactCenter.Domain.Booking;

/// <summary>A set of consecutive steps as bits: what is open, what is taken, what is free. Bit 0 is <paramref name="first"/>.</summary>
public sealed class StepSet(int first, int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public int First => first;
    public int Count => count;

    /// <summary>Adds the steps from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), as far as they lie inside.</summary>
    public void Add(int from, int to) => Change(from, to, set: true);

    public void Remove(int from, int to) => Change(from, to, set: false);

    public bool Contains(int step) => step >= first && step < first + count && (_words[(step - first) >> 6] >> ((step - first) & 63) & 1) != 0;

    /// <summary>The steps at which a run of <paramref name="length"/> steps begins that lie all in the set. Doubling shifts: a handful of passes over the words.</summary>
    public StepSet Starts(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var runs = new StepSet(first, count);
        _words.CopyTo(runs._words, 0);
        for (var have = 1; have < length;)
        {
            var add = Math.Min(have, length - have);
            runs.AndShifted(add);
            have += add;
        }
        return runs;
    }

    /// <summary>The steps of the set in ascending order.</summary>
    public IEnumerable<int> Steps()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
                yield return first + (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits);
        }
    }

    private void AndShifted(int by)
    {
        var (words, bits) = (by >> 6, by & 63);
        for (var i = 0; i < _words.Length; i++)
        {
            var low = i + words < _words.Length ? _words[i + words] >> bits : 0;
            var high = bits != 0 && i + words + 1 < _words.Length ? _words[i + words + 1] << (64 - bits) : 0;
            _words[i] &= low | high;
        }
    }

    private void Change(int from, int to, bool set)
    {
        var (begin, end) = (Math.Max(from, first) - first, Math.Min(to, first + count) - first);
        for (var bit = begin; bit < end;)
        {
            var (word, offset) = (bit >> 6, bit & 63);
            var run = Math.Min(64 - offset, end - bit);
            var mask = (run == 64 ? ulong.MaxValue : (1UL << run) - 1) << offset;
            _words[word] = set ? _words[word] | mask : _words[word] & ~mask;
            bit += run;
        }
    }
}
