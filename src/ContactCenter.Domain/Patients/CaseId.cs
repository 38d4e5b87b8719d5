namespace ContactCenter.Domain.Patients;

/// <summary>One matter for which a patient comes, with its own plan, notes and payer: a knee, a pregnancy.</summary>
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
