using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing;

/// <summary>The electronic forms of an issued invoice. Writing one again gives the same bytes.</summary>
internal static class InvoiceFiles
{
    public static string? Write(Invoice issued, string form) => form switch
    {
        "cii" => CiiWriter.Write(issued),
        "ubl" => UblWriter.Write(issued),
        _ => null,
    };

    public static IReadOnlyList<InvoiceFault> Faults(Invoice issued) =>
        [.. ElectronicInvoiceChecker.Check(CiiWriter.Write(issued)), .. ElectronicInvoiceChecker.Check(UblWriter.Write(issued))];
}
