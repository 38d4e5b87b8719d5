using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Identity;

/// <summary>A role that an account has.</summary>
internal sealed class HeldRole
{
    public required Guid Account { get; init; }

    public required string Role { get; init; }

    public static IQueryable<HeldRole> In(ContactCenterDb db) =>
        from assigned in db.UserRoles
        join role in db.Roles on assigned.RoleId equals role.Id
        select new HeldRole { Account = assigned.UserId, Role = role.Name! };
}
