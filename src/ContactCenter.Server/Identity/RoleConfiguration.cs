using ContactCenter.Contracts.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactCenter.Server.Identity;

/// <summary>The roles are part of the program, so they come with the schema.</summary>
internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder) => builder.HasData(Roles.All.Select((name, index) => new IdentityRole<Guid>
    {
        Id = Guid.Parse($"0198c0de-0000-7000-8000-00000000000{index + 1}"),
        Name = name,
        NormalizedName = name.ToUpperInvariant(),
        ConcurrencyStamp = name,
    }));
}
