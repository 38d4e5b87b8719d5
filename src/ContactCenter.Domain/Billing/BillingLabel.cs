namespace ContactCenter.Domain.Billing;

/// <summary>What is read on an invoice and on the screen. The invoice itself is French.</summary>
public sealed record BillingLabel(string Fr, string En)
{
    public BillingLabel With(string fr, string en) => new(Fr + fr, En + en);
}
