using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage;

internal sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : ContactCenterDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // The default collation ignores case and would merge two keys that the other engines keep apart.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
}
