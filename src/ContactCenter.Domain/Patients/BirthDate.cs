using NodaTime;

namespace ContactCenter.Domain.Patients;

/// <summary>A day of birth. It helps to identify a person, so <see cref="ToString"/> masks it.</summary>
public readonly record struct BirthDate(LocalDate Day)
{
    /// <summary>Completed years on <paramref name="today"/>; born on 29 February counts from 1 March in common years.</summary>
    public int AgeOn(LocalDate today) =>
        today.Year - Day.Year - ((today.Month, today.Day).CompareTo((Day.Month, Day.Day)) < 0 ? 1 : 0);

    /// <summary>Masked.</summary>
    public override string ToString() => "••••-••-••";
}
