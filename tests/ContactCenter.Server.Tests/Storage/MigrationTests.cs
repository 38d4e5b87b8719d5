using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactCenter.Server.Tests.Storage;

internal sealed class MigrationTests
{
    // No database is opened by these: they look at the model and the migrations in the assembly.
    private static IEnumerable<ContactCenterDb> Contexts() =>
        [new SqliteDesign().CreateDbContext([]), new PostgreSqlDesign().CreateDbContext([]), new SqlServerDesign().CreateDbContext([])];

    [TestCaseSource(nameof(Contexts))]
    public void The_migrations_lead_to_the_model(ContactCenterDb db)
    {
        NeedMigrations(db);
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "dotnet ef migrations add: see docs/storage.md");
    }

    [TestCaseSource(nameof(Contexts))]
    public void No_row_is_deleted_along_two_ways(ContactCenterDb db)
    {
        // SQL Server refuses such a table when it is created ("multiple cascade paths").
        var twice = db.Model.GetEntityTypes().SelectMany(Ancestors).GroupBy(a => a).Where(a => a.Count() > 1).Select(a => a.Key);
        Assert.That(twice, Is.Empty);

        static IEnumerable<string> Ancestors(IEntityType entity) => Above(entity).Select(above => $"{entity.DisplayName()} from {above.DisplayName()}");

        static IEnumerable<IEntityType> Above(IEntityType entity) => entity.GetForeignKeys()
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !key.IsOwnership && key.PrincipalEntityType != entity)
            .SelectMany(key => Above(key.PrincipalEntityType).Append(key.PrincipalEntityType));
    }

    [Test]
    public void SQL_Server_s_own_parser_takes_the_schema()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        Assert.That(Faults(db.Database.GenerateCreateScript()), Is.Empty);
    }

    [Test]
    public void SQL_Server_s_own_parser_takes_the_migrations()
    {
        using var db = new SqlServerDesign().CreateDbContext([]);
        NeedMigrations(db);
        Assert.That(Faults(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)), Is.Empty);
    }

    [Test]
    public void The_parser_refuses_what_is_not_for_SQL_Server()
    {
        using var db = new PostgreSqlDesign().CreateDbContext([]);
        Assert.That(Faults(db.Database.GenerateCreateScript()), Is.Not.Empty);
    }

    [Test]
    public async Task A_row_left_by_a_killed_migration_does_not_stop_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-test-").FullName;
        var database = new Database(DatabaseEngine.Sqlite, await TestDatabase.NewConnectionString(DatabaseEngine.Sqlite, folder), folder);
        await using (var db = database.OpenForSchema())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-23 08:00:00')");
        }
        await Schema.BringUp(database, default).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(await Schema.IsUp(database, default));
        await using (await SqliteMigrationLock.Take(database, default))
        await using (var db = database.OpenForSchema())
            Assert.That(await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync(), Is.Zero);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Two_who_start_at_once_migrate_one_after_the_other()
    {
        await using var database = await TestDatabase.Create(DatabaseEngine.Sqlite);
        var first = await SqliteMigrationLock.Take(database.Database, default);
        var second = SqliteMigrationLock.Take(database.Database, default);
        await Task.Delay(300);
        Assert.That(second.IsCompleted, Is.False);
        await first.DisposeAsync();
        await using var taken = await second.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static void NeedMigrations(ContactCenterDb db)
    {
        if (!db.Database.GetMigrations().Any())
            Assert.Ignore($"{db.GetType().Name} has no migrations yet.");
    }

    private static IEnumerable<string> Faults(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(e => $"{e.Line}: {e.Message}");
    }
}
