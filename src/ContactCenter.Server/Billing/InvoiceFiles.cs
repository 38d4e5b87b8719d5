using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Server.Billing;

/// <summary>The electronic forms of an issued invoice. Writing one again gives the same bytes.</summary>
internal static class InvoiceFiles
{
    /// <summary>The form for people, which <see cref="PrintInvoice"/> writes.</summary>
    public const string Readable = "pdf";

    public static string? Write(Invoice issued, string form) => form switch
    {
        "cii" => CiiWriter.Write(issued),
        "ubl" => UblWriter.Write(issued),
        _ => null,
    };

    /// <summary>No file leaves that the checker refuses: what cannot be written has no number either.</summary>
    /// <exception cref="InvalidOperationException">One of the forms is refused.</exception>
    public static void Check(Invoice issued)
    {
        InvoiceFault[] faults =
            [.. ElectronicInvoiceChecker.Check(CiiWriter.Write(issued)), .. ElectronicInvoiceChecker.Check(UblWriter.Write(issued))];
        if (faults.Length > 0)
            throw new InvalidOperationException($"The electronic invoice is refused: {string.Join(' ', faults.AsEnumerable())}");
    }
}
