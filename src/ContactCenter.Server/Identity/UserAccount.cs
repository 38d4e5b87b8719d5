using Microsoft.AspNetCore.Identity;

namespace ContactCenter.Server.Identity;

/// <summary>Somebody who signs in: an agent, a supervisor, a practice's staff, billing, an administrator.</summary>
internal sealed class UserAccount : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Language of the console, a culture name: <c>fr-FR</c> or <c>en-GB</c>.</summary>
    public string Culture { get; set; } = "fr-FR";

    /// <summary>No password fits, and nobody is called; what was done stays under the name.</summary>
    public bool IsClosed => PasswordHash is null;
}
