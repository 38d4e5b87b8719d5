using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage;

internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ContactCenterDb(options);
