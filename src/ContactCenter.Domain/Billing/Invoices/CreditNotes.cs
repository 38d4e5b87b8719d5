using System.Collections.Immutable;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>What is taken back of one line: units of the same sign as the line's.</summary>
public readonly record struct CreditPart(int Line, long Quantity);

/// <summary>What came of drafting a credit note.</summary>
public abstract record CreditDraft;

/// <param name="TakesAllBack">Together with the earlier notes nothing of the invoice is left: once issued, the invoice is credited.</param>
public sealed record CreditDrafted(Invoice Note, bool TakesAllBack) : CreditDraft;

public sealed record CreditRefused(InvoiceFault Fault) : CreditDraft;

/// <summary>
/// Credit notes of an issued invoice, for all or part of it. The lines keep prices, VAT and sign, so that the note of a whole invoice mirrors
/// it to the cent in every VAT category.
/// </summary>
public static class CreditNotes
{
    /// <summary>Takes back all that earlier notes left.</summary>
    public static CreditDraft Whole(Invoice invoice, IReadOnlyCollection<Invoice> earlier) =>
        Part(invoice, earlier, [.. invoice.Lines.Select(l => new CreditPart(l.Number, Left(l, earlier))).Where(p => p.Quantity != 0)]);

    /// <param name="earlier">Every credit note of this invoice issued so far.</param>
    public static CreditDraft Part(Invoice invoice, IReadOnlyCollection<Invoice> earlier, IReadOnlyCollection<CreditPart> parts)
    {
        if (invoice.State == InvoiceState.Draft || invoice.Kind == InvoiceKind.CreditNote)
            return Refused("CRE001", "Seule une facture émise peut faire l’objet d’un avoir.", "Only an issued invoice can be credited.");
        if (parts.Count == 0 || parts.DistinctBy(p => p.Line).Count() != parts.Count)
            return Refused(
                "CRE002", "L’avoir doit citer chaque ligne une fois, et au moins une.", "The note must name each line once, and at least one.");
        foreach (var part in parts)
        {
            var left = invoice.Lines.Find(l => l.Number == part.Line) is { } line ? Left(line, earlier) : 0;
            if (part.Quantity == 0 || Math.Sign(part.Quantity) != Math.Sign(left) || Math.Abs(part.Quantity) > Math.Abs(left))
                return Refused(
                    "CRE003", $"Ligne {part.Line} : il ne reste que {left} à créditer.", $"Line {part.Line}: only {left} is left to credit.");
        }

        var lines = invoice.Lines.Join(parts, l => l.Number, p => p.Line, (l, p) => l with { Quantity = p.Quantity }).ToImmutableList();
        var note = new Invoice
        {
            Kind = InvoiceKind.CreditNote, Seller = invoice.Seller, Buyer = invoice.Buyer, Terms = invoice.Terms, Period = invoice.Period,
            Corrects = invoice.Reference(), Lines = lines,
        };
        return new CreditDrafted(note, invoice.Lines.TrueForAll(l => Left(l, [.. earlier, note]) == 0));
    }

    /// <summary>
    /// Takes back what a corrected fold no longer counts, when a practice contested a segment and was right. What a line gained instead, such as
    /// a cheaper band, is not charged by a credit note: it comes with the next month (<see cref="MonthAdjustment"/>).
    /// </summary>
    /// <param name="before">The month rated with the contested stretch.</param>
    /// <param name="after">The same month rated without it.</param>
    /// <returns>Null when no money is to be given back: the units were included, or earlier notes took them back already.</returns>
    public static CreditDraft? Correction(Invoice invoice, IReadOnlyCollection<Invoice> earlier, Statement before, Statement after)
    {
        var was = before.Lines.ToLookup(l => (l.Key, l.Vat), l => l.Quantity);
        var now = after.Lines.ToLookup(l => (l.Key, l.Vat), l => l.Quantity);
        List<CreditPart> parts =
        [
            .. invoice.Lines.Where(l => l.Price.MicroUnits != 0)
                .Select(l => new CreditPart(l.Number, Math.Min(was[(l.Key, l.Vat)].Sum() - now[(l.Key, l.Vat)].Sum(), Left(l, earlier))))
                .Where(p => p.Quantity > 0),
        ];
        return parts.Count == 0 ? null : Part(invoice, earlier, parts);
    }

    /// <summary>
    /// A month that gives back more than it charges, as a note instead of an invoice: every amount with the other sign. Its lines take back no line
    /// of the invoice as such, so they are numbered after them and leave what remains of each as it is.
    /// </summary>
    /// <param name="month">The month's draft, with a total below zero.</param>
    /// <param name="invoice">The issued invoice that the note refers to.</param>
    public static Invoice OfMonth(Invoice month, Invoice invoice)
    {
        var last = invoice.Lines.Max(l => l.Number);
        return month with
        {
            Kind = InvoiceKind.CreditNote,
            Corrects = invoice.Reference(),
            Lines = month.Lines.ConvertAll(l => l with { Number = last + l.Number, Quantity = -l.Quantity }),
        };
    }

    // The note keeps the invoice's line numbers: they say what it takes back.
    private static long Left(InvoiceLine line, IReadOnlyCollection<Invoice> notes) =>
        line.Quantity - notes.SelectMany(n => n.Lines).Where(l => l.Number == line.Number).Sum(l => l.Quantity);

    private static CreditRefused Refused(string code, string fr, string en) => new(new InvoiceFault(code, fr, en));
}
