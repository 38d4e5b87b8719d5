using System.Numerics;

namespace ContactCenter.Domain.Booking;

/// <summary>A set of consecutive steps as bits, 288 a day: what is open, what is taken, what is free.</summary>
/// <param name="first">The step that bit 0 stands for.</param>
/// <param name="count">How many steps the set may hold.</param>
public sealed class StepSet(int first, int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    public int First => first;

    public int Count => count;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public bool Contains(int step) => step >= first && step < first + count && ((_words[(step - first) >> 6] >> ((step - first) & 63)) & 1) != 0;

    /// <summary>Adds the steps from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), as far as they lie inside.</summary>
    public void Add(int from, int to) => Change(from, to, set: true);

    /// <summary>As <see cref="Add(int, int)"/>, the other way.</summary>
    public void Remove(int from, int to) => Change(from, to, set: false);

    /// <summary>The steps of <paramref name="from"/> to <paramref name="to"/> (exclusive) that are not in this set. Outside of it nothing is in it.</summary>
    public StepSet Missing(int from, int to)
    {
        var missing = new StepSet(from, Math.Max(0, to - from));
        var shift = from - first;
        for (var i = 0; i < missing._words.Length; i++)
            missing._words[i] = ~Word(shift + (i << 6));
        missing.TrimEnd();
        return missing;
    }

    /// <summary>Keeps what is in both; the sets begin at the same step.</summary>
    public void KeepOnly(StepSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= i < other._words.Length ? other._words[i] : 0;
    }

    /// <summary>Adds what is in the other; the sets are of the same steps.</summary>
    public void Add(StepSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
    }

    public StepSet Copy()
    {
        var copy = new StepSet(first, count);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>Leaves the steps at which a run of <paramref name="length"/> steps begins that all lie in the set. Doubling shifts: a handful of passes over the words.</summary>
    public void KeepStarts(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        for (var have = 1; have < length;)
        {
            var add = Math.Min(have, length - have);
            AndShifted(add);
            have += add;
        }
    }

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> Steps()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
                yield return first + (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
    }

    /// <summary>The 64 bits from bit <paramref name="at"/> on; those outside are 0.</summary>
    private ulong Word(int at)
    {
        var (index, offset) = (at >> 6, at & 63);
        var low = index >= 0 && index < _words.Length ? _words[index] >> offset : 0;
        var high = offset != 0 && index + 1 >= 0 && index + 1 < _words.Length ? _words[index + 1] << (64 - offset) : 0;
        return low | high;
    }

    private void AndShifted(int by)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= Word((i << 6) + by);
    }

    private void TrimEnd()
    {
        if ((count & 63) != 0)
            _words[^1] &= (1UL << (count & 63)) - 1;
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
