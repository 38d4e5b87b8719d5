using System.Net;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Office.Agreements;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>Why a change of accounts was refused, in her language, and at which field.</summary>
internal static class AccountFault
{
    public static string Say(Fault fault) => fault.Code switch
    {
        AccountProblems.WrongEmail => AccountWords.WrongEmail,
        AccountProblems.EmailTaken => AccountWords.EmailTaken,
        AccountProblems.WrongName => Screen.Say.With(AccountWords.WrongName, AccountProblems.LongestName),
        AccountProblems.WrongRoles => AccountWords.WrongRoles,
        AccountProblems.WrongPractices => AccountWords.WrongPractices,
        AccountProblems.WrongLanguages => AccountWords.WrongLanguages,
        AccountProblems.WrongPassword => Screen.Say.With(AccountWords.WrongPassword, AccountProblems.ShortestPassword, AccountProblems.LongestPassword),
        AccountProblems.Outdated => AccountWords.OutdatedAct,
        AccountProblems.Yourself => AccountWords.Yourself,
        AccountProblems.OwnRole => AccountWords.OwnRole,
        AccountProblems.LastAdministrator => AccountWords.LastAdministrator,
        AccountProblems.Closed => AccountWords.IsClosed,
        AccountProblems.NotClosed => AccountWords.NotClosed,
        _ => fault.Http == HttpStatusCode.Forbidden ? AccountWords.NoMore : fault.Say(),
    };

    /// <summary>The field that says it; none for what is wrong with the whole.</summary>
    public static FieldFaults At(Fault? fault) =>
        fault?.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("field", out var field) && field.GetString() is { } name
            ? Of((name, Say(fault)))
            : FieldFaults.None;

    public static AccountRefusal Of(Fault fault) => new(Say(fault), fault.Current<AccountView>(AccountProblems.CurrentField));

    public static FieldFaults Of(params IEnumerable<(string Field, string Sentence)> wrong) =>
        new([.. wrong.Select(w => new BillingFaultView(w.Field, w.Sentence, w.Sentence, w.Field))]);
}
