namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>
/// Our own checker of an electronic invoice, beside the standard's, whose tolerances let VAT off by half a euro and a tenfold quantity
/// pass. Every amount must be exact. A code names the rule of EN 16931 or BR-FR-CTC where there is one; CC-… are ours.
/// </summary>
public static class ElectronicInvoiceChecker
{
    /// <summary>All that is wrong; empty when the file may leave.</summary>
    public static IReadOnlyList<InvoiceFault> Check(string xml)
    {
        if (ElectronicInvoiceReader.Root(xml) is not { } root || ElectronicInvoiceReader.Read(root) is not { } invoice)
        {
            return
            [
                new InvoiceFault("CC-01", "Ce fichier n’est ni une facture CII ni une facture UBL.", "This file is neither a CII nor a UBL invoice."),
            ];
        }

        var structure = new FaultList();
        (root.Name.NamespaceName == CiiWriter.Rsm ? CiiStructure.Invoice : UblStructure.Document).Check(root, structure);
        return [.. structure.Found, .. Check(invoice)];
    }

    public static IReadOnlyList<InvoiceFault> Check(ElectronicInvoice invoice)
    {
        var faults = new FaultList();
        HeadChecks.Run(invoice, faults);
        PartyChecks.Run(invoice, faults);
        AmountChecks.Run(invoice, faults);
        return faults.Found;
    }
}

/// <summary>Collects faults in the order in which they are found.</summary>
internal sealed class FaultList
{
    private readonly List<InvoiceFault> _found = [];

    public IReadOnlyList<InvoiceFault> Found => _found;

    public void Unless(bool holds, string code, string fr, string en)
    {
        if (!holds)
            _found.Add(new InvoiceFault(code, fr, en));
    }
}
