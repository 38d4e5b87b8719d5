namespace ContactCenter.Server.Billing;

/// <summary>Section <c>Billing</c>.</summary>
internal sealed class BillingOptions
{
    public const string Section = "Billing";

    /// <summary>IANA id of the zone whose day is the date of an invoice: the seller's.</summary>
    public string SellerZone { get; set; } = "Europe/Paris";

    /// <summary>
    /// Where practices open the console: the address of the evidence, printed on every invoice. In production it begins with https.
    /// </summary>
    public Uri ConsoleUrl { get; set; } = new("http://localhost:5000");

    /// <summary>A PNG or JPEG for the head of invoices, from the content root; empty: the seller's name.</summary>
    public string LogoFile { get; set; } = "";

    /// <summary>What an hour of an agent costs the house, in euros with a point: <c>24.50</c>.</summary>
    public decimal AgentHourlyEuros { get; set; } = 24.50m;

    /// <summary>What a started minute costs at the telephony vendor while it has not told a leg's price, in euros.</summary>
    public decimal CarrierMinuteEuros { get; set; } = 0.0085m;
}
