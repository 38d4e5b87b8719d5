using System.Text;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactCenter.Server.Tests.Storage.Sealing;

internal sealed class SealerTests
{
    private static readonly SealedRow Row = new("Patients", new PracticeId(Guid.CreateVersion7()), Guid.CreateVersion7());
    private readonly Sealer _sealer = new(TestKeys.Ring());

    private sealed record Content(string Name, LocalDate Born);

    private static readonly Content Marie = new("Zuzanna Canari", new LocalDate(1980, 5, 4));

    [Test]
    public void A_box_opens_in_its_row() => Assert.That(_sealer.Open<Content>(Row, _sealer.Seal(Row, Marie)), Is.EqualTo(Marie));

    [Test]
    public void A_box_shows_nothing_and_never_looks_the_same_twice()
    {
        var box = _sealer.Seal(Row, Marie);
        Assert.That(Encoding.UTF8.GetString(box), Does.Not.Contain("Canari").And.Not.Contain("1980"));
        Assert.That(_sealer.Seal(Row, Marie), Is.Not.EqualTo(box));
    }

    [Test]
    public void A_moved_box_is_refused()
    {
        var box = _sealer.Seal(Row, Marie);
        SealedRow[] elsewhere =
        [
            Row with { Row = Guid.CreateVersion7().ToString() },
            Row with { Table = "Appointments" },
            Row with { Practice = new PracticeId(Guid.CreateVersion7()) },
        ];
        foreach (var place in elsewhere)
            Assert.That(() => _sealer.Open<Content>(place, box), Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public void Any_changed_bit_is_refused()
    {
        var box = _sealer.Seal(Row, Marie);
        Gen.Select(Gen.Int[0, box.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
        {
            var altered = (byte[])box.Clone();
            altered[at] ^= (byte)(1 << bit);
            Assert.That(() => _sealer.Open<Content>(Row, altered), Throws.TypeOf<SealBrokenException>());
        });
    }

    [Test]
    public void Any_shortened_box_is_refused()
    {
        var box = _sealer.Seal(Row, Marie);
        for (var length = 0; length < box.Length; length++)
            Assert.That(() => _sealer.Open<Content>(Row, box[..length]), Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public void After_the_key_turned_old_boxes_open_and_are_known_as_old()
    {
        var old = _sealer.Seal(Row, Marie);
        var turned = new Sealer(TestKeys.Ring(current: 2));
        var anew = turned.Seal(Row, Marie);
        Assert.Multiple(() =>
        {
            Assert.That(turned.Open<Content>(Row, old), Is.EqualTo(Marie));
            Assert.That(turned.IsOutdated(old), Is.True);
            Assert.That(turned.IsOutdated(anew), Is.False);
            Assert.That(() => _sealer.Open<Content>(Row, anew), Throws.TypeOf<SealBrokenException>().With.Message.Contains("key 2"));
        });
    }
}
