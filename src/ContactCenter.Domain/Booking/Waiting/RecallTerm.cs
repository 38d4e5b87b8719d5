using NodaTime;

namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>When a patient is to be seen again: about <paramref name="On"/>, so many days either way.</summary>
public sealed record RecallTerm(LocalDate On, int Tolerance)
{
    /// <summary>Visits are to be had: whoever is rung this many days before the first day that suits still finds one.</summary>
    public const int LeadDays = 21;

    /// <summary>The days that suit, both inclusive.</summary>
    public DateInterval Window => new(On.PlusDays(-Tolerance), On.PlusDays(Tolerance));

    /// <summary>The day from which on she is rung.</summary>
    public LocalDate CallFrom => Window.Start.PlusDays(-LeadDays);

    /// <summary>"In three months, two weeks either way", counted from a day.</summary>
    public static RecallTerm After(LocalDate day, int months, int tolerance) => new(day.PlusMonths(months), tolerance);

    public RecallStage StageOn(LocalDate today) =>
        today > Window.End ? RecallStage.Overdue : today >= CallFrom ? RecallStage.Due : RecallStage.Later;
}

public enum RecallStage
{
    Later,

    /// <summary>She is to be rung now.</summary>
    Due,

    /// <summary>Her time has passed and she has no appointment.</summary>
    Overdue,
}
