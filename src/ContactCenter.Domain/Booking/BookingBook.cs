using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>A practice's booking rules, as written and signed. Made by <see cref="BookingBookCompiler"/>; immutable.</summary>
public sealed record BookingBook
{
    public required ScriptVersion Version { get; init; }
    public required DateTimeZone Zone { get; init; }
    public required HolidayRegion Region { get; init; }

    /// <summary>Slots begin at multiples of this after local midnight, in minutes; a multiple of <see cref="Step.Minutes"/>.</summary>
    public required int GridMinutes { get; init; }

    /// <summary>How soon a slot may be booked, from now.</summary>
    public required Duration Notice { get; init; }

    /// <summary>How many days ahead may be booked.</summary>
    public required int HorizonDays { get; init; }
    public required IReadOnlyDictionary<PractitionerId, Practitioner> Practitioners { get; init; }
    public required IReadOnlyDictionary<VisitReasonId, VisitReason> Reasons { get; init; }

    /// <summary>Days on which nobody consults, first and last inclusive.</summary>
    public IReadOnlyList<BookingClosure> Closures { get; init; } = [];
}

/// <param name="Why">Said to whoever asks why a day is not offered.</param>
public sealed record BookingClosure(LocalDate First, LocalDate Last, string Why, SourceSpan Span)
{
    public bool Covers(LocalDate date) => First <= date && date <= Last;
}

/// <summary>A doctor or other clinician with a calendar.</summary>
public sealed record Practitioner(PractitionerId Id, string Name, string Specialty, IReadOnlyList<OpeningRule> Openings);

/// <summary>Which weeks a rule holds in, by ISO week number.</summary>
public enum WeekParity { Every, Odd, Even }

/// <summary>A stretch of local time in which a practitioner consults: <paramref name="From"/> inclusive, <paramref name="To"/> exclusive.</summary>
/// <param name="Reasons">What may be booked in it; empty means everything.</param>
/// <param name="First">First date on which it holds, or null; <paramref name="Last"/> the last one, inclusive.</param>
public sealed record OpeningRule(
    IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To, IReadOnlySet<VisitReasonId> Reasons, WeekParity Weeks, LocalDate? First, LocalDate? Last, SourceSpan Span)
{
    public bool HoldsOn(LocalDate date) =>
        Days.Contains(date.DayOfWeek)
        && (First is null || date >= First) && (Last is null || date <= Last)
        && Weeks switch
        {
            WeekParity.Every => true,
            WeekParity.Odd => NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(date) % 2 == 1,
            WeekParity.Even => NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(date) % 2 == 0,
        };

    public bool Serves(VisitReasonId reason) => Reasons.Count == 0 || Reasons.Contains(reason);
}

/// <summary>Who may book a reason.</summary>
public enum BookableBy { Agent, PracticeOnly }

/// <summary>Why a patient comes: it fixes how long it takes and with whom.</summary>
/// <param name="Minutes">By practitioner; who is not in it does not offer it. Multiples of <see cref="Step.Minutes"/>.</param>
/// <param name="NewPatientMinutes">The same for a patient not seen before; falls back to <paramref name="Minutes"/>.</param>
/// <param name="Preparation">What to tell the patient.</param>
/// <param name="Synonyms">Words of patients.</param>
/// <param name="Pool">The slots it draws on: <c>normal</c>, or <c>urgence</c> for those kept for the same day.</param>
public sealed record VisitReason(
    VisitReasonId Id, string Label, IReadOnlyDictionary<PractitionerId, int> Minutes, IReadOnlyDictionary<PractitionerId, int> NewPatientMinutes,
    IReadOnlyList<string> Preparation, IReadOnlyList<string> Synonyms, BookableBy By, string Pool, SourceSpan Span)
{
    public int? MinutesWith(PractitionerId practitioner, bool isNew) =>
        isNew && NewPatientMinutes.TryGetValue(practitioner, out var first) ? first : Minutes.TryGetValue(practitioner, out var usual) ? usual : null;
}
