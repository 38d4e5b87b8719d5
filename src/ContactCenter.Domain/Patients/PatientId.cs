namespace ContactCenter.Domain.Patients;

/// <summary>A patient in one practice's list. The same human in two practices is two patients.</summary>
public readonly record struct PatientId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
