using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Storage;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
internal sealed class StoreTests(DatabaseEngine engine)
{
    private TestDatabase _database = null!;

    private Store Store => _database.Store;

    [SetUp]
    public async Task Create() => _database = await TestDatabase.Create(engine);

    [TearDown]
    public async Task Drop()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Test]
    public async Task What_a_unit_adds_is_saved_and_survives_a_restart()
    {
        await Add("claire");
        await _database.Reopen();
        Assert.That(await Names(), Is.EqualTo(["claire"]));
    }

    [Test]
    public async Task A_unit_that_throws_leaves_nothing_and_harms_no_neighbour()
    {
        var failing = Store.Write<int>(
            async (db, token) =>
            {
                db.Add(User("lost"));
                await db.SaveChangesAsync(token);
                throw new TimeoutException("decided otherwise");
            },
            default);
        await Task.WhenAll(Add("a"), Add("b"));
        Assert.That(async () => await failing, Throws.TypeOf<TimeoutException>());
        Assert.That(await Names(), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task A_taken_key_is_recognised()
    {
        await Add("claire");
        Assert.That(async () => await Add("claire"), Throws.InstanceOf<DbUpdateException>().And.Matches<DbUpdateException>(UniqueViolation.Caused));
    }

    [Test]
    public async Task A_unit_that_caught_a_taken_key_goes_on()
    {
        await Add("claire");
        var outcome = await Store.Write(
            async (db, token) =>
            {
                db.Add(User("nadia"));
                await db.SaveChangesAsync(token);
                var twin = db.Add(User("claire"));
                try
                {
                    await db.SaveByItself(token);
                    return "added twice";
                }
                catch (DbUpdateException e) when (UniqueViolation.Caused(e))
                {
                    twin.State = EntityState.Detached;
                    return "taken";
                }
            },
            default);
        Assert.That(outcome, Is.EqualTo("taken"));
        Assert.That(await Names(), Is.EqualTo(["claire", "nadia"]));
    }

    [Test]
    public async Task Of_many_who_insert_the_same_key_one_inserts_and_all_find_it()
    {
        var winners = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.Write(
            async (db, token) =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == "ONE", token) is { } first)
                    return first.Id;
                var mine = User("one");
                db.Add(mine);
                await db.SaveChangesAsync(token);
                return mine.Id;
            },
            Rerun.OnConflictOrTakenKey,
            default)));
        Assert.That(winners.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Concurrent_changes_of_one_row_lose_none()
    {
        await Add("counter");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Store.Write(
            async (db, token) =>
            {
                var user = await db.Users.SingleAsync(token);
                user.AccessFailedCount++;
                user.ConcurrencyStamp = $"{Guid.NewGuid()}";
            },
            default)));
        Assert.That(await Store.Read((db, token) => db.Users.Select(u => u.AccessFailedCount).SingleAsync(token), default), Is.EqualTo(12));
    }

    [Test]
    public void A_reading_unit_cannot_save() =>
        Assert.That(
            async () => await Store.Read(
                (db, token) =>
                {
                    db.Add(User("smuggled"));
                    return db.SaveChangesAsync(token);
                },
                default),
            Throws.InvalidOperationException);

    [Test]
    public void A_unit_cannot_start_another() =>
        Assert.That(async () => await Store.Write((db, token) => Add("inner"), default), Throws.InvalidOperationException);

    [Test]
    public void A_cancelled_unit_does_not_run() =>
        Assert.That(
            async () => await Store.Write((db, token) => Task.FromResult(1), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

    private Task Add(string name) => Store.Write(
        (db, token) =>
        {
            db.Add(User(name));
            return Task.CompletedTask;
        },
        default);

    private Task<string[]> Names() =>
        Store.Read((db, token) => db.Users.OrderBy(u => u.UserName).Select(u => u.UserName!).ToArrayAsync(token), default);

    private static UserAccount User(string name) =>
        new() { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant() };
}
