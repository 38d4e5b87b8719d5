using NodaTime;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>Why an amount is taken off a month.</summary>
public enum CreditKind
{
    /// <summary>It was agreed upon.</summary>
    Agreed,

    /// <summary>It makes up for something.</summary>
    Goodwill,
}

/// <summary>
/// An amount without VAT that is taken off the invoice of one month, once: it belongs to that month, and a month is invoiced once.
/// </summary>
/// <param name="Reason">What the practice reads on its invoice.</param>
/// <param name="Amount">More than zero.</param>
public sealed record ContractCredit(CreditKind Kind, BillingLabel Reason, Money Amount, YearMonth Month)
{
    public BillingLabel Label => Kind switch
    {
        CreditKind.Agreed => new($"Remise convenue : {Reason.Fr}", $"Agreed credit: {Reason.En}"),
        CreditKind.Goodwill => new($"Geste commercial : {Reason.Fr}", $"Goodwill credit: {Reason.En}"),
    };
}
