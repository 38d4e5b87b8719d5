namespace ContactCenter.Contracts.Patients;

/// <summary>
/// <c>GET /api/practices/{practiceId}/duplicates</c>, for the practice's staff: patients who may be one and the same, the likeliest first.
/// Nothing is merged unless a person does it.
/// </summary>
/// <param name="Because">Stable names: <c>BirthDate</c>, <c>Phone</c>, <c>SameName</c>, <c>SoundOfName</c>.</param>
public sealed record DuplicateView(PatientView One, PatientView Other, IReadOnlyList<string> Because);

/// <summary>
/// <c>POST .../patients/{patientId}/merge</c> with <c>Idempotency-Key</c>: <paramref name="Gone"/>'s appointments, cases, account and messages become those
/// of the patient in the address. She keeps her own data and gains the other's telephones, flags and papers, what she had none of herself, and
/// beside her own the other's alert, guardian, contact and notes. Answers <see cref="MergeView"/>.
/// </summary>
/// <param name="Version">Of the patient who stays, as it was seen.</param>
/// <param name="GoneVersion">Of the other.</param>
public sealed record MergePatients(Guid Gone, int Version, int GoneVersion);

/// <summary><c>GET .../merges</c> lists them, latest first; <c>POST .../merges/{mergeId}/undo</c> gives each patient back what was hers.</summary>
public sealed record MergeView(Guid MergeId, Guid Kept, Guid Gone, DateTimeOffset At, DateTimeOffset? UndoneAt);
