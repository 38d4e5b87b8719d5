using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace ContactCenter.Server.Tests.Identity;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
internal sealed class AuditTrailTests(DatabaseEngine engine)
{
    private static readonly PracticeId Practice = new(Guid.Parse("0198c0de-0001-7000-8000-0000000000aa"));
    private static readonly AuditActor Claire = new(Guid.CreateVersion7(), Roles.Agent, null);
    private static readonly AuditHashes Hashes = new(TestKeys.Ring());

    private readonly AuditTrail _trail = new(Hashes, new SearchTokens(TestKeys.Ring()), FakeClock.FromUtc(2026, 11, 23));
    private TestDatabase _database = null!;

    [SetUp]
    public async Task Create() => _database = await TestDatabase.Create(engine);

    [TearDown]
    public async Task Drop()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Test]
    public async Task Looks_of_many_at_once_form_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Look()));
        Assert.That(await Verdict(), Is.EqualTo(AuditVerdict.Intact(25)));
    }

    [Test]
    public async Task An_empty_trail_is_intact() => Assert.That(await Verdict(), Is.EqualTo(AuditVerdict.Intact(0)));

    [Test]
    public async Task A_look_whose_unit_fails_is_not_recorded()
    {
        Assert.That(
            async () => await _database.Store.Write(
                async (db, token) =>
                {
                    await Append(db, token);
                    throw new TimeoutException();
                },
                default),
            Throws.TypeOf<TimeoutException>());
        Assert.That(await Verdict(), Is.EqualTo(AuditVerdict.Intact(0)));
    }

    [Test]
    public async Task Each_tampering_is_found()
    {
        for (var look = 0; look < 20; look++)
            await Look();
        var tampering = Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[0, 6]).Where(t => t.Item1 != t.Item2);
        // Drawn first: a property of CsCheck runs synchronously, the database does not.
        foreach (var (row, other, kind) in tampering.Array[100].Single())
        {
            await Tamper(row, other, kind);
            var verdict = await Verdict();
            Assert.That(verdict.Fault, Is.Not.Null, $"kind {kind} at row {row}, {other}");
            await Restore();
        }
        Assert.That((await Verdict()).Fault, Is.Null, "the restored trail");
    }

    [Test]
    public async Task A_chain_mended_without_the_keys_is_found()
    {
        for (var look = 0; look < 3; look++)
            await Look();
        var stranger = new AuditHashes(TestKeys.Ring() with { Search = new byte[32] });
        await Change(async db =>
        {
            byte[] previous = [];
            foreach (var row in await db.Set<AuditRow>().OrderBy(a => a.Sequence).ToListAsync())
                previous = row.Hash = stranger.OfRow(row, previous);
            var head = await db.Set<AuditHead>().SingleAsync();
            head.Hash = previous;
            head.Seal = stranger.OfHead(head);
        });
        Assert.That((await Verdict()).Fault, Does.Contain("Row 1"));
    }

    private List<AuditRow> _rows = [];
    private AuditHead _head = null!;

    private Task Tamper(int row, int other, int kind) => Change(async db =>
    {
        _rows = await db.Set<AuditRow>().AsNoTracking().OrderBy(a => a.Sequence).ToListAsync();
        _head = await db.Set<AuditHead>().AsNoTracking().SingleAsync();
        var tampered = kind switch
        {
            0 => Without(row),
            1 => _rows.Take(row - 1).ToList(),
            2 => Replaced(row, r => Copy(r, userId: Guid.CreateVersion7())),
            3 => Replaced(row, r => Copy(r, at: r.At + Duration.FromSeconds(1))),
            4 => Replaced(row, r => Copy(r, patient: r.Patient ^ 1)),
            5 => Swapped(row, other),
            _ => Replaced(row, r => Copy(r, hash: [.. r.Hash.Reverse()])),
        };
        db.RemoveRange(await db.Set<AuditRow>().ToListAsync());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.AddRange(tampered);
        if (kind == 1 && row > 1)
        {
            var head = await db.Set<AuditHead>().SingleAsync();
            (head.Sequence, head.Hash) = (row - 1, _rows[row - 2].Hash);
        }
    });

    private List<AuditRow> Without(int sequence) => [.. _rows.Where(r => r.Sequence != sequence)];

    private List<AuditRow> Replaced(int sequence, Func<AuditRow, AuditRow> change) => [.. _rows.Select(r => r.Sequence == sequence ? change(r) : r)];

    private List<AuditRow> Swapped(int one, int other) => [.. _rows.Select(r =>
        r.Sequence == one ? Copy(_rows[other - 1], sequence: one) : r.Sequence == other ? Copy(_rows[one - 1], sequence: other) : r)];

    private Task Restore() => Change(async db =>
    {
        db.RemoveRange(await db.Set<AuditRow>().ToListAsync());
        db.RemoveRange(await db.Set<AuditHead>().ToListAsync());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.AddRange(_rows);
        db.Add(_head);
    });

    private static AuditRow Copy(AuditRow row, Guid? userId = null, Instant? at = null, long? patient = null, long? sequence = null, byte[]? hash = null) => new()
    {
        PracticeId = row.PracticeId,
        Sequence = sequence ?? row.Sequence,
        At = at ?? row.At,
        UserId = userId ?? row.UserId,
        Role = row.Role,
        Action = row.Action,
        Patient = patient ?? row.Patient,
        CallId = row.CallId,
        Hash = hash ?? row.Hash,
    };

    private Task Look() => _database.Store.Write(Append, default);

    private Task Append(ContactCenterDb db, CancellationToken token) =>
        _trail.Append(db, Practice, Claire, AuditAction.PatientShown, new PatientId(Guid.CreateVersion7()), token);

    private Task Change(Func<ContactCenterDb, Task> change) => _database.Store.Write((db, _) => change(db), default);

    private Task<AuditVerdict> Verdict() => new AuditCheck(_database.Store, Hashes).Verify(Practice, default);
}
