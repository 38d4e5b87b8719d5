using System.Globalization;

namespace ContactCenter.Domain.Billing;

/// <summary>The categories of UNTDID 5305 that we write. Reverse charge, export and others are refused where a tariff is read.</summary>
public enum VatCategory
{
    /// <summary>S.</summary>
    Standard,

    /// <summary>E: exempt, with the article of law that says so.</summary>
    Exempt,
}

/// <summary>How a line is taxed. Lines of equal treatment share one VAT amount.</summary>
/// <param name="BasisPoints">Hundredths of a per cent: 2000 is 20 %, 850 is 8.5 %; 0 when exempt.</param>
/// <param name="ExemptionReason">The article of law; null exactly when the category is <see cref="VatCategory.Standard"/>.</param>
public sealed record VatTreatment(VatCategory Category, int BasisPoints, string? ExemptionReason)
{
    /// <summary>The rates that may stand on a French invoice today (BR-FR-16): mainland and overseas.</summary>
    public static readonly IReadOnlySet<int> LawfulRates = new HashSet<int> { 2000, 1000, 850, 550, 210 };

    public static VatTreatment Standard(int basisPoints) => new(VatCategory.Standard, basisPoints, null);

    public static VatTreatment Exempt(string reason) => new(VatCategory.Exempt, 0, reason);

    public string Code => Category switch { VatCategory.Standard => "S", VatCategory.Exempt => "E" };

    /// <summary>Per cent with two decimals and a point: <c>8.50</c>.</summary>
    public string RateText => (BasisPoints / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The VAT on a whole category, rounded once, half away from zero.</summary>
    public Money On(Money basis) => basis.Share(BasisPoints, 10_000);
}
