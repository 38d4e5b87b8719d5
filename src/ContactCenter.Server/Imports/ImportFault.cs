namespace ContactCenter.Server.Imports;

/// <summary>Why a row, or a whole file, is refused, and where. What stands in the file is never repeated: it may name a patient.</summary>
/// <param name="Line">Beginning with 1.</param>
/// <param name="Column">The first character of the cell at fault, beginning with 1.</param>
internal sealed record ImportFault(int Line, int Column, string Code, Said Why);

/// <summary>A sentence in both languages.</summary>
internal sealed record Said(string Fr, string En)
{
    public string In(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Fr;
}
