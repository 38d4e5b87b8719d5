using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Invoices;

/// <summary>Amounts, quantities and days in the language of the screen; the invoice itself is French.</summary>
internal static class InvoiceText
{
    public static string Amount(long cents) => Say.With(InvoiceWords.Amount, (cents / 100m).ToString("N2", CultureInfo.CurrentCulture));

    public static string Quantity(long quantity, string unitCode)
    {
        var number = quantity.ToString("N0", CultureInfo.CurrentCulture);
        return unitCode switch
        {
            "SEC" => Say.With(InvoiceWords.InSeconds, number),
            "MON" => Say.With(InvoiceWords.InMonths, number),
            _ => number,
        };
    }

    public static string Price(BillingLineView line)
    {
        var price = Say.With(InvoiceWords.Amount, (line.PriceMicroUnits / 1_000_000m).ToString("#,##0.00####", CultureInfo.CurrentCulture));
        return (line.UnitCode, line.PriceBase) switch
        {
            ("SEC", 60) => Say.With(InvoiceWords.PerMinute, price),
            ("SEC", 3_600) => Say.With(InvoiceWords.PerHour, price),
            ("SEC", var seconds) => Say.With(InvoiceWords.PerSeconds, price, seconds),
            ("MON", 1) => Say.With(InvoiceWords.PerMonth, price),
            (_, 1) => price,
            (_, var pieces) => Say.With(InvoiceWords.PerPieces, price, pieces),
        };
    }

    public static string Vat(BillingLineView line) => line.ExemptionReason is null
        ? Say.With(InvoiceWords.Percent, (line.VatBasisPoints / 100m).ToString("0.##", CultureInfo.CurrentCulture))
        : InvoiceWords.Exempt;

    public static string Label(string fr, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? fr : en;

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <param name="month">Such as <c>2026-11</c>.</param>
    public static string Month(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first.ToString("MMMM yyyy", CultureInfo.CurrentCulture) : month;

    public static string Title(InvoiceSummary invoice) => invoice.Kind switch
    {
        InvoiceKindView.Invoice => Say.With(InvoiceWords.InvoiceTitle, invoice.Number),
        InvoiceKindView.CreditNote => Say.With(InvoiceWords.CreditNoteTitle, invoice.Number),
        InvoiceKindView.Corrected => Say.With(InvoiceWords.CorrectedTitle, invoice.Number),
    };
}
