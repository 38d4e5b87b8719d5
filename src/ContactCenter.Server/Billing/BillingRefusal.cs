using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Billing;

/// <summary>Why something was not done: a code, and a sentence in each language for every reason.</summary>
internal sealed record BillingRefusal(int StatusCode, string Code, IReadOnlyList<InvoiceFault> Faults)
{
    public static readonly BillingRefusal NotFound = new(404, "not-found", []);

    public static readonly BillingRefusal NoContract = Conflict(
        BillingProblems.NoContract, "Aucun contrat ne couvre ce mois.", "No contract covers this month.");

    public static readonly BillingRefusal MonthRuns = Conflict(
        BillingProblems.MonthRuns, "Ce mois n’est pas terminé dans le fuseau du cabinet.", "This month has not ended in the practice's zone.");

    public static readonly BillingRefusal MonthOpen = Conflict(
        BillingProblems.MonthOpen, "Clôturez ce mois avant de le facturer.", "Close this month before it is invoiced.");

    public static readonly BillingRefusal NothingToInvoice = Conflict(
        BillingProblems.NothingToInvoice, "Rien n’est à facturer pour ce mois.", "There is nothing to invoice for this month.");

    public static readonly BillingRefusal MonthNotClosed = Conflict(
        BillingProblems.MonthOpen, "Clôturez ce mois avant de l’exporter.", "Close this month before it is exported.");

    public static readonly BillingRefusal EarlierMonthOpen = Conflict(
        BillingProblems.EarlierMonthOpen, "Clôturez d’abord le mois précédent.", "Close the month before it first.");

    public static readonly BillingRefusal TariffChanged = Conflict(
        BillingProblems.TariffChanged, "Le tarif du contrat manque, ou son texte n’est plus celui qui a été convenu.",
        "The contract's tariff is missing, or its text is no longer what was agreed.");

    public static readonly BillingRefusal ReasonNeeded = Invalid(
        BillingProblems.ReasonNeeded, "Donnez un motif de 1 000 caractères au plus.", "Give a reason of at most 1,000 characters.");

    public static readonly BillingRefusal NotCharged = Invalid(
        BillingProblems.NotCharged, "Cette facture ne compte pas ce segment.", "This invoice does not charge this segment.");

    public static readonly BillingRefusal AlreadyContested = Conflict(
        BillingProblems.AlreadyDone, "Ce segment est déjà contesté.", "This segment is contested already.");

    public static readonly BillingRefusal AlreadyDecided = Conflict(
        BillingProblems.AlreadyDone, "Cette contestation est déjà tranchée.", "This contest is decided already.");

    public static readonly BillingRefusal AlreadySettled = Conflict(
        BillingProblems.AlreadyDone, "Cet écart est déjà réglé.", "This difference is settled already.");

    public static readonly BillingRefusal WrongSettlement = Invalid(
        LedgerProblems.WrongSettlement, "Choisissez notre mesure, celle de l’opérateur, ou de ne jamais facturer l’appel.",
        "Choose our measurement, the carrier's, or never to invoice the call.");

    public static readonly BillingRefusal CarrierSilent = new(503, LedgerProblems.CarrierSilent, [new InvoiceFault(
        LedgerProblems.CarrierSilent, "L’opérateur ne répond pas ; rien n’a été changé. Réessayez plus tard.",
        "The carrier does not answer; nothing was changed. Try again later.")]);

    public static readonly BillingRefusal NoTariff = Invalid(
        BillingProblems.NoTariff, "Ce tarif ou cette version n’existe pas.", "There is no such tariff or version.");

    public static readonly BillingRefusal NoSeller = Conflict(
        BillingProblems.NoSeller, "Indiquez d’abord qui émet les factures : le vendeur.", "Say first who issues the invoices: the seller.");

    public static readonly BillingRefusal ChangedMeanwhile = Conflict(
        BillingProblems.ChangedMeanwhile, "Quelqu’un d’autre a modifié cela entre-temps : rechargez, puis refaites votre changement.",
        "Somebody else changed this meanwhile: load it again, then make your change.");

    public static readonly BillingRefusal NothingToCorrect = Invalid(
        BillingProblems.NothingToCorrect, "La facture dit déjà ce que dit le contrat : corrigez d’abord le contrat ou le vendeur.",
        "The invoice says what the contract says already: correct the contract or the seller first.");

    public static readonly BillingRefusal WrongYear = new(
        400, BillingProblems.WrongYear, [new(BillingProblems.WrongYear, "L’année s’écrit 2026.", "Write the year as 2026.")]);

    /// <summary>Where and why a contract makes no sense.</summary>
    public static BillingRefusal WrongContract(IEnumerable<ContractFault> faults) =>
        new(422, BillingProblems.WrongContract, [.. faults.Select(f => f.Fault with { Field = f.Field })]);

    public static BillingRefusal ClosedMonth(string touched, string last) => Conflict(
        BillingProblems.ClosedMonth,
        $"Ce changement modifierait le mois {touched}, alors que les mois sont clos jusqu’à {last} : faites-le commencer après.",
        $"This change would touch {touched}, but months are closed up to {last}: let it begin after that.");

    public static BillingRefusal ReplacedBy(string number) => Conflict(
        BillingProblems.Replaced, $"La facture rectificative {number} remplace celle-ci : agissez sur elle.",
        $"The corrected invoice {number} stands in its place: act on that one.");

    public static BillingRefusal NotIssued(IReadOnlyList<InvoiceFault> faults) => new(422, BillingProblems.NotIssued, faults);

    public IResult ToResult() => TypedResults.Problem(
        Faults.Count == 0 ? null : string.Join(' ', Faults.Select(f => f.Fr)), statusCode: StatusCode,
        extensions: [KeyValuePair.Create(Problems.CodeKey, (object?)Code), KeyValuePair.Create("faults", (object?)Faults.Select(BillingViews.Of))]);

    private static BillingRefusal Conflict(string code, string fr, string en) => new(409, code, [new InvoiceFault(code, fr, en)]);

    private static BillingRefusal Invalid(string code, string fr, string en) => new(422, code, [new InvoiceFault(code, fr, en)]);
}

/// <summary>What was done, or why it was not.</summary>
internal sealed record Billed<T>(T? Value, BillingRefusal? Refusal)
    where T : class
{
    public static implicit operator Billed<T>(T value) => new(value, null);

    public static implicit operator Billed<T>(BillingRefusal refusal) => new(null, refusal);

    public IResult ToResult(Func<T, object> view) => Refusal is { } refusal ? refusal.ToResult() : TypedResults.Ok(view(Value!));
}
