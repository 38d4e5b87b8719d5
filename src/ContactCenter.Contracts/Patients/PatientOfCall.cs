namespace ContactCenter.Contracts.Patients;

/// <summary>
/// <c>PUT /api/practices/{practiceId}/calls/{callId}/patient</c>, by the agent in whose hands the call is: whom it is about, so that its notes stand in
/// that patient's timeline. The last choice counts.
/// </summary>
/// <param name="PatientId">Null: about none of the practice's patients.</param>
public sealed record PatientOfCall(Guid? PatientId);
