using System.Globalization;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>
/// The continuous numbers of one seller, series and year (CGI, annexe II, 242 nonies A). A row is saved with the invoice that takes a
/// number; a rollback gives it back, which no sequence of a database does.
/// </summary>
/// <param name="Code">One to four capital letters that begin each number: F for invoices, A for credit notes.</param>
/// <param name="Last">The last number taken; 0 before the first.</param>
/// <param name="LastOn">The date of the last; dates never go back. Null before the first.</param>
public sealed record InvoiceSeries(string SellerSiren, string Code, int Year, int Last, LocalDate? LastOn)
{
    public string LastNumber => string.Create(CultureInfo.InvariantCulture, $"{Code}{Year}-{Last:000000}");

    public static InvoiceSeries Begin(string sellerSiren, string code, int year) => new(sellerSiren, code, year, 0, null);

    public static string CodeOf(InvoiceKind kind) => kind switch { InvoiceKind.Invoice or InvoiceKind.Corrected => "F", InvoiceKind.CreditNote => "A" };

    internal InvoiceSeries Take(LocalDate on) => this with { Last = Last + 1, LastOn = on };
}
