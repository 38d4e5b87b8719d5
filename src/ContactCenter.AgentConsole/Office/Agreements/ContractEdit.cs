using System.Globalization;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Agreements;

/// <summary>A contract while it is typed: texts as the fields hold them.</summary>
internal sealed class ContractEdit(ContractForm form)
{
    public PartyEdit Buyer { get; } = new(form.Buyer);

    public string TimeZone { get; set; } = form.TimeZone;

    public string Region { get; set; } = form.Region;

    public string First { get; set; } = Day(form.First);

    public string Last { get; set; } = form.Last is { } last ? Day(last) : "";

    public string DaysToPay { get; set; } = form.DaysToPay.ToString(CultureInfo.InvariantCulture);

    public List<TermEdit> Tariffs { get; } = [.. form.Tariffs.Select(t => new TermEdit { From = Day(t.From), Tariff = t.Tariff ?? "" })];

    public List<DiscountEdit> Discounts { get; } =
    [
        .. form.Discounts.Select(d => new DiscountEdit
        {
            Fr = d.LabelFr, En = d.LabelEn, Percent = Number(d.BasisPoints / 100m), First = d.First, Last = d.Last,
        }),
    ];

    public List<CreditEdit> Credits { get; } =
    [
        .. form.Credits.Select(c => new CreditEdit
        {
            Kind = c.Kind.ToString(), Fr = c.ReasonFr, En = c.ReasonEn, Amount = (c.AmountCents / 100m).ToString("0.00", CultureInfo.CurrentCulture), Month = c.Month,
        }),
    ];

    /// <summary>Null where a field is no date or number at all; the faults then say which.</summary>
    public ContractForm? Read(out FieldFaults faults)
    {
        var wrong = new List<BillingFaultView>();
        var read = new ContractForm(
            Buyer.Form, TimeZone, Region, Date(First, "first", wrong), Last.Length == 0 ? null : Date(Last, "last", wrong), Whole(DaysToPay, wrong),
            [.. Tariffs.Select((t, i) => new TermForm(Date(t.From, $"tariffs[{i}].from", wrong), t.Tariff.Length == 0 ? null : t.Tariff))],
            [.. Discounts.Select((d, i) => new DiscountForm(
                d.Fr, d.En, (int)Hundredths(d.Percent, $"discounts[{i}].percent", wrong), d.First, d.Last))],
            [.. Credits.Select((c, i) => new CreditForm(
                Enum.Parse<CreditReason>(c.Kind), c.Fr, c.En, Hundredths(c.Amount, $"credits[{i}].amount", wrong), c.Month))]);
        faults = new FieldFaults(wrong);
        return wrong.Count > 0 ? null : read;
    }

    private static DateOnly Date(string text, string field, List<BillingFaultView> wrong)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        wrong.Add(Fault(field, AgreementWords.WrongDay));
        return default;
    }

    private static int Whole(string text, List<BillingFaultView> wrong)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        wrong.Add(Fault("days_to_pay", AgreementWords.WrongNumber));
        return 0;
    }

    // A comma or a point, as people write.
    private static long Hundredths(string text, string field, List<BillingFaultView> wrong)
    {
        if (decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < 1_000_000m && decimal.Round(number, 2) == number)
            return (long)(number * 100m);
        wrong.Add(Fault(field, AgreementWords.WrongNumber));
        return 0;
    }

    private static BillingFaultView Fault(string field, string sentence) => new("form", sentence, sentence, field);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.CurrentCulture);
}

public sealed class TermEdit
{
    public string From { get; set; } = "";

    /// <summary>Empty: no service.</summary>
    public string Tariff { get; set; } = "";
}

public sealed class DiscountEdit
{
    public string Fr { get; set; } = "";

    public string En { get; set; } = "";

    public string Percent { get; set; } = "";

    public string First { get; set; } = "";

    public string Last { get; set; } = "";
}

public sealed class CreditEdit
{
    public string Kind { get; set; } = nameof(CreditReason.Goodwill);

    public string Fr { get; set; } = "";

    public string En { get; set; } = "";

    public string Amount { get; set; } = "";

    public string Month { get; set; } = "";
}
