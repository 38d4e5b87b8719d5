using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>Who acts, in which role, and in which call if in one.</summary>
internal sealed record AuditActor(Guid UserId, string Role, CallId? CallId)
{
    public static AuditActor From(ClaimsPrincipal user, Guid? callId) => new(
        user.UserId(),
        Roles.All.FirstOrDefault(user.IsInRole) ?? "",
        callId is { } id ? new CallId(id) : null);
}

internal readonly record struct AuditEntry(AuditAction Action, Domain.Patients.PatientId? Patient)
{
    /// <summary>Whose account it is about, in the trail of accounts.</summary>
    public Guid? Account { get; private init; }

    public static AuditEntry OfAccount(AuditAction action, Guid account) => new(action, null) { Account = account };
}
