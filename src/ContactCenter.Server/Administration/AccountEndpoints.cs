using System.Security.Claims;
using ContactCenter.Contracts.Administration;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;

namespace ContactCenter.Server.Administration;

/// <summary>No request here bears an idempotency key: its answer would be kept, and in it a password.</summary>
internal static class AccountEndpoints
{
    public static Task<AccountList> List(ClaimsPrincipal user, ShowAccounts show, CancellationToken cancellationToken) => show.All(user.UserId(), cancellationToken);

    public static async Task<IResult> Show(Guid accountId, ClaimsPrincipal user, ShowAccounts show, CancellationToken cancellationToken) =>
        await show.One(accountId, user.UserId(), cancellationToken) is { } account ? TypedResults.Ok(account) : Problems.NotFound();

    public static Task<IResult> Add(AddAccount request, ClaimsPrincipal user, AccountDesk desk, AccountReplies replies, CancellationToken cancellationToken) => Give(
        request.Password,
        password => desk.Add(request.Email ?? "", PersonOf(request.Account), password, AuditActor.From(user, null), cancellationToken),
        replies, null, cancellationToken);

    public static async Task<IResult> Change(
        Guid accountId, ChangeAccount request, ClaimsPrincipal user, AccountDesk desk, AccountReplies replies, CancellationToken cancellationToken) =>
        await replies.To(await desk.Change(Order(accountId, request.Version, user), PersonOf(request.Account), cancellationToken), null, cancellationToken, accountId);

    public static Task<IResult> SetPassword(
        Guid accountId, SetPassword request, ClaimsPrincipal user, AccountActs acts, AccountReplies replies, CancellationToken cancellationToken) =>
        Give(request.Password, password => acts.SetPassword(Order(accountId, request.Version, user), password, cancellationToken), replies, accountId, cancellationToken);

    public static Task<IResult> Reopen(
        Guid accountId, SetPassword request, ClaimsPrincipal user, AccountActs acts, AccountReplies replies, CancellationToken cancellationToken) =>
        Give(request.Password, password => acts.Reopen(Order(accountId, request.Version, user), password, cancellationToken), replies, accountId, cancellationToken);

    public static async Task<IResult> EndSessions(
        Guid accountId, ActOnAccount request, ClaimsPrincipal user, AccountActs acts, AccountReplies replies, CancellationToken cancellationToken) =>
        await replies.To(await acts.EndSessions(Order(accountId, request.Version, user), cancellationToken), null, cancellationToken, accountId);

    public static async Task<IResult> Unlock(
        Guid accountId, ActOnAccount request, ClaimsPrincipal user, AccountActs acts, AccountReplies replies, CancellationToken cancellationToken) =>
        await replies.To(await acts.Unlock(Order(accountId, request.Version, user), cancellationToken), null, cancellationToken, accountId);

    public static async Task<IResult> Close(
        Guid accountId, ActOnAccount request, ClaimsPrincipal user, AccountActs acts, AccountReplies replies, CancellationToken cancellationToken) =>
        await replies.To(await acts.Close(Order(accountId, request.Version, user), cancellationToken), null, cancellationToken, accountId);

    private static async Task<IResult> Give(
        string? typed, Func<string, Task<AccountResult>> give, AccountReplies replies, Guid? accountId, CancellationToken cancellationToken)
    {
        var made = typed is null ? MadePassword.New() : null;
        return await replies.To(await give(typed ?? made!), made, cancellationToken, accountId);
    }

    private static AccountOrder Order(Guid accountId, string? version, ClaimsPrincipal user) =>
        new(new AccountKey(accountId, ""), version ?? "", AuditActor.From(user, null));

    private static Person PersonOf(AccountForm? form) => new(
        form?.Name ?? "", form?.Roles ?? [], [.. (form?.Practices ?? []).Select(p => new PracticeOfPerson(new PracticeId(p.PracticeId), p.IsOwn))],
        form?.Languages ?? [], form?.Culture ?? "");
}
