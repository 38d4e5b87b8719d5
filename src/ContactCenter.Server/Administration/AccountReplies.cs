using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>Says to an administrator's console what came of her request.</summary>
internal sealed class AccountReplies(ShowAccounts show, Store store, Sessions sessions, IHttpContextAccessor request)
{
    /// <param name="made">The password that the server made: shown where the act was done, and never again.</param>
    public async Task<IResult> To(AccountResult result, string? made, CancellationToken cancellationToken, Guid? asked = null)
    {
        var http = request.HttpContext!;
        var asks = http.User.UserId();
        switch (result)
        {
            case AccountDone { AccountId: var account }:
                if (account == asks)
                    await GoOn(http, account, cancellationToken);
                return TypedResults.Ok(new AccountAnswer((await show.One(account, asks, cancellationToken))!, made));
            case AccountRefused { Fault: AccountFault.Outdated }:
                return Problems.Conflict(AccountProblems.Outdated, AccountProblems.CurrentField, (await show.One(asked!.Value, asks, cancellationToken))!);
            default:
                return Refusal(((AccountRefused)result).Fault);
        }
    }

    /// <summary>She changed her own account: her other sessions may be over, this one goes on and says who she is now.</summary>
    private async Task GoOn(HttpContext http, Guid account, CancellationToken cancellationToken)
    {
        var row = await store.Read((db, token) => db.Users.SingleAsync(u => u.Id == account, token), cancellationToken);
        await http.SignInAsync(await sessions.Begin(row, cancellationToken), new AuthenticationProperties { IsPersistent = false });
    }

    private static ProblemHttpResult Refusal(AccountFault fault) => fault switch
    {
        AccountFault.NoAccount => Problems.NotFound(),
        AccountFault.NoAdministrator => Problems.Of(StatusCodes.Status403Forbidden, AccessProblems.Forbidden),
        AccountFault.WrongEmail => Problems.InvalidField(AccountProblems.WrongEmail, "email"),
        AccountFault.EmailTaken => Problems.Conflict(AccountProblems.EmailTaken, "field", "email"),
        AccountFault.WrongName => Problems.InvalidField(AccountProblems.WrongName, "name"),
        AccountFault.NoRole or AccountFault.UnknownRole => Problems.InvalidField(AccountProblems.WrongRoles, "roles"),
        AccountFault.OverseesEvery or AccountFault.UnknownPractice => Problems.InvalidField(AccountProblems.WrongPractices, "practices"),
        AccountFault.NoLanguage or AccountFault.WrongLanguage => Problems.InvalidField(AccountProblems.WrongLanguages, "languages"),
        AccountFault.WrongCulture => Problems.InvalidField(AccountProblems.WrongCulture, "culture"),
        AccountFault.ShortPassword or AccountFault.LongPassword => Problems.InvalidField(AccountProblems.WrongPassword, "password"),
        AccountFault.Outdated => Problems.Conflict(AccountProblems.Outdated),
        AccountFault.Yourself => Problems.Conflict(AccountProblems.Yourself),
        AccountFault.OwnRole => Problems.Conflict(AccountProblems.OwnRole, "field", "roles"),
        AccountFault.LastAdministrator => Problems.Conflict(AccountProblems.LastAdministrator),
        AccountFault.Closed => Problems.Conflict(AccountProblems.Closed),
        AccountFault.NotClosed => Problems.Conflict(AccountProblems.NotClosed),
    };
}
