namespace ContactCenter.Server.Billing.Pdf;

/// <summary>What a readable invoice shows beside the invoice itself.</summary>
/// <param name="Usage">Null for an invoice that no month of calls stands behind.</param>
/// <param name="Logo">Null: the seller's name stands in its place.</param>
/// <param name="Evidence">The page on which every line can be opened down to its seconds. It names no patient.</param>
internal sealed record InvoicePresentation(InvoiceUsage? Usage, InvoiceLogo? Logo, Uri Evidence);
