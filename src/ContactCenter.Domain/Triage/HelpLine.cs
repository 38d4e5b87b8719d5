namespace ContactCenter.Domain.Triage;

/// <summary>A number to be named to a caller and never dialled for her, such as 3114 or 119.</summary>
public sealed record HelpLine(string Number, string Label);
