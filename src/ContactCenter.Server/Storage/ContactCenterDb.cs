using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage.Converters;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Storage;

/// <summary>
/// All tables, mapped once. A feature adds a table by an <c>IEntityTypeConfiguration</c> in its own folder and reaches it
/// with <c>db.Set&lt;T&gt;()</c>. Each engine has a sealed subclass, so that no code asks which engine it runs on.
/// </summary>
internal abstract class ContactCenterDb(DbContextOptions options) : IdentityDbContext<UserAccount, IdentityRole<Guid>, Guid>(options)
{
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>().HavePrecision(3);
        configurationBuilder.Properties<Duration>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>().HavePrecision(3);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(48).AreUnicode(false);
        StrongIds.Configure(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new KeysAreMadeByUs());
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ContactCenterDb).Assembly);
    }
}
