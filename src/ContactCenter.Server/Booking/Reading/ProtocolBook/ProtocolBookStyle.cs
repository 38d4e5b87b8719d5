using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>How the book looks on paper. No angle bracket or ampersand may stand in it: they would be escaped, and a style sheet knows no escapes.</summary>
internal static class ProtocolBookStyle
{
    /// <summary>Each page bears the version and the date at its foot, so that a loose sheet says whether it still holds.</summary>
    public static string For(ScriptVersion version, LocalDate date) => $$"""
        @page {
          size: A4; margin: 16mm 14mm 18mm;
          @bottom-left { content: "{{Plain($"{version}")}}"; font: 8pt sans-serif; color: #444; }
          @bottom-center { content: "{{date:uuuu-MM-dd}}"; font: 8pt sans-serif; color: #444; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 190mm; padding: 4mm; color: #111; background: #fff; font: 10pt/1.35 "Source Sans 3", "DejaVu Sans", Arial, sans-serif; }
        header { border-bottom: 2pt solid #0b5c6b; padding-bottom: 4mm; }
        h1 { margin: 0; font-size: 22pt; color: #0b5c6b; }
        .title { margin: 0 0 4mm; font-size: 14pt; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 0 0 3mm; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: break-word; }
        section { break-before: page; }
        section:first-of-type { break-before: auto; }
        h2 { margin: 5mm 0 2mm; font-size: 15pt; color: #0b5c6b; break-after: avoid; }
        table { width: 100%; border-collapse: collapse; margin: 0 0 5mm; }
        caption { text-align: left; font-weight: bold; padding: 1mm 0; break-after: avoid; }
        th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.5pt solid #999; overflow-wrap: break-word; }
        th { border-bottom: 1.5pt solid #0b5c6b; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        td p { margin: 0; }
        small { color: #444; font-size: 8pt; }
        @media print { body { max-width: none; padding: 0; } }
        """.ReplaceLineEndings("\n");

    /// <summary>Of a version only what cannot end a string of CSS.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '@' or '#' or '.'));
}
