using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Storage;

/// <summary>The same request twice, whatever its work comes to the second time.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
internal sealed class OnceOnlyTests(DatabaseEngine engine)
{
    private static readonly PracticeId Practice = new(Guid.Parse("0198c0de-0001-7000-8000-0000000000aa"));

    private TestHost _host = null!;

    [SetUp]
    public void Open() => _host = new TestHost(engine: engine);

    [TearDown]
    public async Task Close()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task What_cannot_be_done_again_is_answered_as_the_first_time()
    {
        var key = Guid.NewGuid();
        Assert.That(await Do(key, "release", "done"), Is.EqualTo("done"));
        Assert.That(await Do(key, "release", ""), Is.EqualTo("done"), "the second finds nothing to release, and was told of the first");
        Assert.That(() => Do(key, "other", ""), Throws.TypeOf<KeyReusedException>());
    }

    [Test]
    public async Task What_changed_nothing_is_asked_anew()
    {
        var key = Guid.NewGuid();
        Assert.That(await Do(key, "release", ""), Is.EqualTo(""));
        Assert.That(await Do(key, "release", "done"), Is.EqualTo("done"));
    }

    [Test]
    public async Task Of_many_at_once_one_does_it_and_what_the_others_wrote_is_undone()
    {
        var (key, runs) = (Guid.NewGuid(), 0);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.Services.GetRequiredService<OnceOnly>().Do(
            Practice,
            key,
            "write",
            async (db, token) =>
            {
                var run = Interlocked.Increment(ref runs);
                db.Add(new AgendaLock { PracticeId = Practice, Scope = $"essai-{run}", Revision = 1 });
                await db.SaveChangesAsync(token);
                return $"{run}";
            },
            _ => true,
            default)));
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        var written = await _host.Store.Read((db, token) => db.Set<AgendaLock>().Select(l => l.Scope).ToListAsync(token), default);
        Assert.That(written, Is.EqualTo(new[] { $"essai-{answers[0]}" }));
    }

    private Task<string> Do(Guid key, string request, string answer) => _host.Services.GetRequiredService<OnceOnly>().Do(
        Practice, key, request, (_, _) => Task.FromResult(answer), a => a.Length > 0, default);
}
