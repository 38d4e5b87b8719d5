using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Where a rule stands and who answers for it: what is shown to whoever asks why.</summary>
/// <param name="Author">As written in the file.</param>
/// <param name="Since">The day from which its author gives it, in the practice's calendar.</param>
public sealed record RuleSource(SourceSpan Span, string Author, LocalDate Since);
