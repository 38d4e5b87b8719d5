using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage;

internal sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options) : ContactCenterDb(options);
