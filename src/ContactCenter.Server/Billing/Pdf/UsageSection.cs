using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>The page of usage: what the month was like, in calls by day and seconds by kind.</summary>
internal static class UsageSection
{
    private const double Width = Sheet.Right - Sheet.Left;
    private const double ChartHeight = 110;

    public static void Draw(Sheet sheet, Invoice invoice, InvoiceUsage usage, Uri evidence)
    {
        sheet.NewPage();
        sheet.Text(Sheet.Left, sheet.Y, "Votre activité", TextStyle.Title with { Size = 18 });
        sheet.Y += 28;
        var days = FrenchText.Days(invoice.Period.Start, invoice.Period.End);
        var introduction = $"Appels et secondes mesurés {days}, sans aucun arrondi. Chaque appel s’ouvre en ligne :";
        sheet.Y += sheet.Paragraph(Sheet.Left, sheet.Y, Width, introduction, TextStyle.Body);
        sheet.Y += 12 + InvoiceMentions.Address(sheet, Sheet.Left, Width, evidence);
        Figures(sheet, usage);
        Chart(sheet, usage);
        Kinds(sheet, usage);
        Days(sheet, usage);
    }

    private static void Figures(Sheet sheet, InvoiceUsage usage)
    {
        var talk = usage.SecondsOf(SegmentKind.Talk);
        var mean = usage.Answered == 0 ? "—" : FrenchText.Duration(talk / usage.Answered);
        (string Label, string Value)[] figures =
        [
            ("Appels reçus", FrenchText.Number(usage.Calls)), ("Appels décrochés", FrenchText.Number(usage.Answered)),
            ("Conversation", FrenchText.Duration(talk)), ("Par appel décroché", mean),
        ];
        var width = (Width - (3 * 10)) / figures.Length;
        for (var i = 0; i < figures.Length; i++)
        {
            var x = Sheet.Left + (i * (width + 10));
            sheet.Fill(x, sheet.Y, width, 44, Ink.Wash);
            sheet.Text(x + 10, sheet.Y + 8, figures[i].Label, TextStyle.Label);
            sheet.Text(x + 10, sheet.Y + 21, figures[i].Value, TextStyle.Strong with { Size = 11.5, Ink = Ink.Accent });
        }

        sheet.Y += 44 + 20;
    }

    private static void Chart(Sheet sheet, InvoiceUsage usage)
    {
        sheet.Need(ChartHeight + 60);
        Heading(sheet, "Appels par jour");
        Key(sheet);
        var most = Math.Max(1, usage.Days.Max(d => d.Calls));
        var step = Width / usage.Days.Length;
        var foot = sheet.Y + 12 + ChartHeight;
        for (var i = 0; i < usage.Days.Length; i++)
        {
            var day = usage.Days[i];
            var (x, width) = (Sheet.Left + (i * step) + (step * 0.16), step * 0.68);
            var (all, answered) = (ChartHeight * day.Calls / most, ChartHeight * day.Answered / most);
            sheet.Fill(x, foot - all, width, all - answered, Ink.Soft);
            sheet.Fill(x, foot - answered, width, answered, Ink.Accent);
            if (day.Calls > 0)
                Centred(sheet, x + (width / 2), foot - all - 10, FrenchText.Number(day.Calls), TextStyle.Small with { Size = 6.5 });
            Centred(sheet, x + (width / 2), foot + 4, FrenchText.Number(day.Day.Day), TextStyle.Small with { Size = 6.5 });
        }

        sheet.Rule(Sheet.Left, foot, Sheet.Right, Ink.Quiet);
        sheet.Y = foot + 26;
    }

    private static void Key(Sheet sheet)
    {
        var y = sheet.Y - 15;
        var x = Sheet.Right - TextStyle.Small.Width("non décrochés");
        sheet.Text(x, y, "non décrochés", TextStyle.Small);
        sheet.Fill(x - 11, y + 2, 7, 7, Ink.Soft);
        x -= 22 + TextStyle.Small.Width("décrochés");
        sheet.Text(x, y, "décrochés", TextStyle.Small);
        sheet.Fill(x - 11, y + 2, 7, 7, Ink.Accent);
    }

    private static void Kinds(Sheet sheet, InvoiceUsage usage)
    {
        const double BarLeft = Sheet.Left + 190;
        const double BarWidth = 140;
        const double SecondsRight = Sheet.Right - 96;
        sheet.Need(40);
        Heading(sheet, "Secondes par nature");
        var longest = usage.Kinds.Select(k => k.Seconds).DefaultIfEmpty(1).Max();
        foreach (var kind in usage.Kinds)
        {
            sheet.Need(15);
            sheet.Text(Sheet.Left, sheet.Y, FrenchText.Kind(kind.Kind), TextStyle.Body);
            sheet.Fill(BarLeft, sheet.Y + 3, Math.Max(0.8, BarWidth * kind.Seconds / longest), 7, Ink.Accent);
            sheet.TextRight(SecondsRight, sheet.Y, $"{FrenchText.Number(kind.Seconds)}\u00A0s", TextStyle.Body);
            sheet.TextRight(Sheet.Right, sheet.Y + 1, FrenchText.Duration(kind.Seconds), TextStyle.Small);
            sheet.Y += 15;
        }

        sheet.Y += 12;
    }

    // Two columns side by side, so that a month of days stays on the page.
    private static void Days(Sheet sheet, InvoiceUsage usage)
    {
        const double RowHeight = 12;
        var rows = (usage.Days.Length + 1) / 2;
        sheet.Need(36 + (rows * RowHeight));
        Heading(sheet, "Détail par jour");
        var top = sheet.Y;
        for (var i = 0; i < usage.Days.Length; i++)
        {
            var (x, y) = (Sheet.Left + (i / rows * (Width + 24) / 2), top + 13 + (i % rows * RowHeight));
            var right = x + ((Width - 24) / 2);
            if (i % rows == 0)
                DayHead(sheet, x, right, top);
            sheet.Text(x, y, FrenchText.Day(usage.Days[i].Day), TextStyle.Small with { Ink = Ink.Text });
            sheet.TextRight(right - 70, y, FrenchText.Number(usage.Days[i].Calls), TextStyle.Small with { Ink = Ink.Text });
            sheet.TextRight(right, y, FrenchText.Number(usage.Days[i].Answered), TextStyle.Small with { Ink = Ink.Text });
        }

        sheet.Y = top + 13 + (rows * RowHeight) + 16;
    }

    private static void DayHead(Sheet sheet, double x, double right, double y)
    {
        sheet.Text(x, y, "Jour", TextStyle.Label);
        sheet.TextRight(right - 70, y, "Reçus", TextStyle.Label);
        sheet.TextRight(right, y, "Décrochés", TextStyle.Label);
    }

    private static void Heading(Sheet sheet, string text)
    {
        sheet.Text(Sheet.Left, sheet.Y, text, TextStyle.Heading with { Size = 10 });
        sheet.Y += 18;
    }

    private static void Centred(Sheet sheet, double x, double y, string text, TextStyle style) =>
        sheet.Text(x - (style.Width(text) / 2), y, text, style);
}
