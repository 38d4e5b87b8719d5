namespace ContactCenter.Server.Billing;

/// <summary>Section <c>Billing</c>.</summary>
internal sealed class BillingOptions
{
    public const string Section = "Billing";

    /// <summary>IANA id of the zone whose day is the date of an invoice: the seller's.</summary>
    public string SellerZone { get; set; } = "Europe/Paris";
}
