using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>Days on which the practice stays shut, the first and the last included.</summary>
public sealed record OpeningClosure(LocalDate First, LocalDate Last)
{
    public bool Covers(LocalDate date) => date >= First && date <= Last;
}
