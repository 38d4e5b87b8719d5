using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Converters;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Tests.Storage;

/// <summary>Each type of the domain through each engine and back, in a table of its own.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
internal sealed class ConverterTests(DatabaseEngine engine)
{
    private static readonly Instant Moment = Instant.FromUtc(2026, 11, 23, 9, 30, 15) + Duration.FromMilliseconds(123);

    private ProbeDb _db = null!;

    [OneTimeSetUp]
    public async Task Create()
    {
        var connectionString = await TestDatabase.NewConnectionString(engine, Path.GetTempPath());
        DbContextOptionsBuilder options = engine switch
        {
            DatabaseEngine.Sqlite => new DbContextOptionsBuilder().UseSqlite($"Data Source={Path.GetTempFileName()}"),
            DatabaseEngine.PostgreSql => new DbContextOptionsBuilder().UseNpgsql(connectionString),
            DatabaseEngine.SqlServer => new DbContextOptionsBuilder().UseSqlServer(connectionString),
        };
        _db = new ProbeDb(options.Options);
        await _db.Database.EnsureCreatedAsync();
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (_db is not null)
        {
            await _db.Database.EnsureDeletedAsync();
            await _db.DisposeAsync();
        }
    }

    [TearDown]
    public async Task Empty()
    {
        _db.ChangeTracker.Clear();
        await _db.Set<Probe>().ExecuteDeleteAsync();
    }

    [Test]
    public async Task Every_type_comes_back_as_it_went()
    {
        var probe = new Probe
        {
            Id = new PracticeId(Guid.CreateVersion7()),
            Reason = "premiere-consultation",
            At = Moment,
            Maybe = Moment + Duration.FromDays(1),
            Length = Duration.FromMilliseconds(90_061_001),
            Day = new LocalDate(2028, 2, 29),
            Time = new LocalTime(23, 59, 59, 999),
            Region = HolidayRegion.SaintBarthelemy,
            MaybeRegion = HolidayRegion.Reunion,
        };
        await Save(probe);
        Assert.That(await _db.Set<Probe>().AsNoTracking().SingleAsync(), Is.EqualTo(probe).UsingPropertiesComparer());
    }

    [Test]
    public async Task Nothing_comes_back_as_nothing()
    {
        await Save(new Probe { Id = new PracticeId(Guid.CreateVersion7()) });
        var read = await _db.Set<Probe>().AsNoTracking().SingleAsync();
        Assert.That((read.Maybe, read.MaybeRegion), Is.EqualTo(((Instant?)null, (HolidayRegion?)null)));
    }

    [Test]
    public async Task An_instant_is_cut_to_the_millisecond()
    {
        await Save(new Probe { Id = new PracticeId(Guid.CreateVersion7()), At = Moment + Duration.FromNanoseconds(999_999) });
        Assert.That((await _db.Set<Probe>().AsNoTracking().SingleAsync()).At, Is.EqualTo(Moment));
    }

    [Test]
    public async Task The_database_orders_and_compares_time_as_time()
    {
        Instant[] moments = [Moment, Moment + Duration.FromMilliseconds(1), Moment + Duration.FromMilliseconds(10), Moment + Duration.FromSeconds(1), Moment - Duration.FromDays(3650)];
        foreach (var moment in moments)
            _db.Add(new Probe { Id = new PracticeId(Guid.CreateVersion7()), At = moment, Length = moment - Instant.FromUnixTimeMilliseconds(0) });
        await _db.SaveChangesAsync();
        Assert.That(await _db.Set<Probe>().OrderBy(p => p.At).Select(p => p.At).ToListAsync(), Is.EqualTo(moments.Order()));
        Assert.That(await _db.Set<Probe>().OrderBy(p => p.Length).Select(p => p.At).ToListAsync(), Is.EqualTo(moments.Order()));
        Assert.That(await _db.Set<Probe>().CountAsync(p => p.At > Moment), Is.EqualTo(3));
    }

    [Test]
    public async Task A_key_differing_in_case_is_another_key()
    {
        _db.Add(new Probe { Id = new PracticeId(Guid.CreateVersion7()), Reason = "vaccin" });
        _db.Add(new Probe { Id = new PracticeId(Guid.CreateVersion7()), Reason = "Vaccin" });
        await _db.SaveChangesAsync();
        Assert.That(await _db.Set<Probe>().CountAsync(p => p.Reason == "vaccin"), Is.EqualTo(1));
    }

    [Test]
    public void Every_id_of_the_domain_is_found_by_its_shape()
    {
        var byName = typeof(PracticeId).Assembly.GetTypes().Where(t => t.IsValueType && t.Name.EndsWith("Id", StringComparison.Ordinal));
        Assert.That(StrongIds.Found, Is.EquivalentTo(byName).And.Contains(typeof(PracticeId)));
    }

    [Test]
    public void An_id_around_a_slug_is_its_text()
    {
        var converter = new StrongIdConverter<SlugId, string>();
        Assert.That(converter.ConvertToProvider(new SlugId("dr-martin")), Is.EqualTo("dr-martin"));
        Assert.That(converter.ConvertFromProvider("dr-martin"), Is.EqualTo(new SlugId("dr-martin")));
    }

    private readonly record struct SlugId(string Value);

    private async Task Save(Probe probe)
    {
        _db.Add(probe);
        await _db.SaveChangesAsync();
    }

    private sealed class ProbeDb(DbContextOptions options) : ContactCenterDb(options)
    {
        protected override void OnModelCreating(ModelBuilder builder)
        {
            base.OnModelCreating(builder);
            builder.Entity<Probe>().HasIndex(p => p.Reason).IsUnique();
        }
    }

    private sealed class Probe
    {
        public PracticeId Id { get; init; }

        public string Reason { get; init; } = Guid.NewGuid().ToString();

        public Instant At { get; init; }

        public Instant? Maybe { get; init; }

        public Duration Length { get; init; }

        public LocalDate Day { get; init; } = new(2026, 1, 1);

        public LocalTime Time { get; init; }

        public HolidayRegion Region { get; init; }

        public HolidayRegion? MaybeRegion { get; init; }
    }
}
