using ContactCenter.Domain.Billing.Invoices;
using NodaTime;

namespace ContactCenter.Domain.Billing.Exports;

/// <summary>
/// One line of the fichier des écritures comptables (article A47 A-1 of the livre des procédures fiscales). Lines of one
/// <paramref name="Number"/> balance.
/// </summary>
/// <param name="Number">EcritureNum: continuous per journal from 1.</param>
/// <param name="Date">Day of the entry, which is the day of issue.</param>
/// <param name="Auxiliary">The client's own account, on lines of account 411; null on others.</param>
/// <param name="Piece">The invoice's number.</param>
public sealed record FecEntry(
    int Number, LocalDate Date, FecAccount Account, FecAccount? Auxiliary, string Piece, string Label, Money Debit, Money Credit);

/// <summary>CompteNum and CompteLib.</summary>
public sealed record FecAccount(string Number, string Label);

/// <summary>The sales journal of issued invoices and credit notes.</summary>
public static class SalesJournal
{
    public const string Code = "VE";
    public const string Label = "Ventes";

    private static readonly FecAccount Clients = new("411000", "Clients");
    private static readonly FecAccount Services = new("706000", "Prestations de services");
    private static readonly FecAccount ExemptServices = new("706100", "Prestations de services exonérées");
    private static readonly FecAccount CollectedVat = new("445710", "TVA collectée");

    /// <summary>
    /// The entries in order of issue. Amounts are never negative: what an invoice takes off changes sides. A corrected invoice stands in the place
    /// of another, so its entry takes that one back, from the client it was booked to, before it books its own.
    /// </summary>
    /// <param name="firstNumber">EcritureNum of the first: one more than the last of the period before.</param>
    /// <param name="earlier">Invoices that corrected ones replace and that are not among <paramref name="issued"/>.</param>
    /// <exception cref="InvalidOperationException">One of them is a draft, or replaces an invoice that is not given.</exception>
    public static IReadOnlyList<FecEntry> Of(IEnumerable<Invoice> issued, int firstNumber = 1, IEnumerable<Invoice>? earlier = null)
    {
        var journal = issued.ToList();
        var known = journal.Concat(earlier ?? []).DistinctBy(i => i.Number).ToDictionary(i => i.Reference().Number);
        return
        [
            .. journal.OrderBy(i => i.IssuedOn).ThenBy(i => i.Number, StringComparer.Ordinal)
                .SelectMany((i, index) => Entries(i, known, firstNumber + index)),
        ];
    }

    private static IEnumerable<FecEntry> Entries(Invoice invoice, Dictionary<string, Invoice> known, int number) => invoice.Kind switch
    {
        InvoiceKind.Invoice => Booked(invoice, 1, "Facture", invoice, number),
        InvoiceKind.CreditNote => Booked(invoice, -1, "Avoir", invoice, number),
        InvoiceKind.Corrected => known.GetValueOrDefault(invoice.Corrects!.Number) is { } replaced
            ? Booked(replaced, -1, "Annulation", invoice, number).Concat(Booked(invoice, 1, "Facture rectificative", invoice, number))
            : throw new InvalidOperationException($"{invoice.Number} replaces an invoice that is not given."),
    };

    private static IEnumerable<FecEntry> Booked(Invoice invoice, int sign, string what, Invoice piece, int number)
    {
        var (self, label) = (piece.Reference(), $"{what} {invoice.Number}");
        FecEntry Entry(FecAccount account, FecAccount? auxiliary, Money debit) => new(
            number, self.IssuedOn, account, auxiliary, self.Number, label, Positive(debit), Positive(-debit));

        Money Signed(Money amount) => new(sign * amount.MinorUnits);
        var totals = invoice.Totals;
        yield return Entry(Clients, new FecAccount(invoice.Buyer.Siren, invoice.Buyer.Name), Signed(totals.Gross));
        foreach (var subtotal in totals.ByVat)
        {
            yield return Entry(subtotal.Vat.Category == VatCategory.Exempt ? ExemptServices : Services, null, Signed(-subtotal.Basis));
            if (subtotal.Amount != Money.Zero)
                yield return Entry(CollectedVat, null, Signed(-subtotal.Amount));
        }
    }

    private static Money Positive(Money amount) => amount.MinorUnits > 0 ? amount : Money.Zero;
}
