using System.Globalization;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>
/// Numbers, days and words as a French invoice writes them. It asks no culture of the machine, so that the same invoice is always the same file.
/// </summary>
internal static class FrenchText
{
    private const char Tied = '\u00A0';

    private static readonly NumberFormatInfo Numbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0", NegativeSign = "−" };

    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public static string Amount(Money amount) => $"{(amount.MinorUnits / 100m).ToString("N2", Numbers)}{Tied}€";

    public static string Number(long number) => number.ToString("N0", Numbers);

    public static string Quantity(InvoiceLine line) => line.UnitCode switch
    {
        "SEC" => $"{Number(line.Quantity)}{Tied}s",
        "MON" => $"{Number(line.Quantity)}{Tied}mois",
        _ => Number(line.Quantity),
    };

    /// <summary>With two to six decimals, as agreed in the tariff, and what it is the price of.</summary>
    public static string Price(InvoiceLine line)
    {
        var euros = (line.Price.MicroUnits / 1_000_000m).ToString("#,##0.00####", Numbers);
        var per = (line.UnitCode, line.Price.Per) switch
        {
            ("SEC", 1) => " / s",
            ("SEC", 60) => " / min",
            ("SEC", 3_600) => " / h",
            ("SEC", var seconds) => $" / {Number(seconds)} s",
            ("MON", 1) => " / mois",
            (_, 1) => "",
            (_, var pieces) => $" / {Number(pieces)}",
        };
        return $"{euros}{Tied}€{per.Replace(' ', Tied)}";
    }

    public static string Rate(VatTreatment vat) => vat.Category switch
    {
        VatCategory.Standard => $"{(vat.BasisPoints / 100m).ToString("0.##", Numbers)}{Tied}%",
        VatCategory.Exempt => "exonéré",
    };

    /// <summary><c>3 h 44 min 17 s</c>, without leading zeros.</summary>
    public static string Duration(long seconds)
    {
        var (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        var text = hours > 0 ? $"{Number(hours)} h {minutes:00} min {rest:00} s" : minutes > 0 ? $"{minutes} min {rest:00} s" : $"{rest} s";
        return text.Replace(' ', Tied);
    }

    public static string Day(LocalDate day) => $"{DayOfMonth(day)} {Month(day)}";

    /// <summary>Both included.</summary>
    public static string Days(LocalDate first, LocalDate last) => first == last ? $"le {Day(first)}"
        : first.ToYearMonth() == last.ToYearMonth() ? $"du {DayOfMonth(first)} au {Day(last)}"
        : $"du {Day(first)} au {Day(last)}";

    /// <summary>In groups of three, or of four for an IBAN, that a line end may not separate.</summary>
    public static string Grouped(string digits, int size) => string.Join(Tied, digits.Chunk(size).Select(c => new string(c)));

    public static string Title(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => "Facture",
        InvoiceKind.CreditNote => "Avoir",
        InvoiceKind.Corrected => "Facture rectificative",
    };

    public static string Kind(SegmentKind kind) => kind switch
    {
        SegmentKind.Ivr => "Serveur vocal",
        SegmentKind.Waiting => "Attente",
        SegmentKind.Ringing => "Mise en relation",
        SegmentKind.Talk => "Conversation",
        SegmentKind.Hold => "Mise en attente par la secrétaire",
        SegmentKind.Consult => "Consultation avant transfert",
        SegmentKind.Transferred => "Après transfert",
        SegmentKind.Emergency => "Vers un numéro d’urgence",
        SegmentKind.Message => "Message vocal",
        SegmentKind.WrapUp => "Notes après l’appel",
        SegmentKind.Technical => "Technique, jamais facturé",
    };

    /// <param name="code">ISO 3166-1.</param>
    public static string Territory(string code) => code switch
    {
        "FR" => "France",
        "GP" => "Guadeloupe, France",
        "MQ" => "Martinique, France",
        "GF" => "Guyane, France",
        "RE" => "La Réunion, France",
        "YT" => "Mayotte, France",
        "BL" => "Saint-Barthélemy, France",
        "MF" => "Saint-Martin, France",
        "PM" => "Saint-Pierre-et-Miquelon, France",
        _ => code,
    };

    private static string DayOfMonth(LocalDate day) => day.Day == 1 ? "1er" : Number(day.Day);

    private static string Month(LocalDate day) => $"{Months[day.Month - 1]} {day.Year.ToString(CultureInfo.InvariantCulture)}";
}
