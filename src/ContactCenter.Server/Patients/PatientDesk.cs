using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Patients;

/// <summary>What the patients' endpoints work with.</summary>
internal sealed record PatientDesk(Store Store, PatientRecords Records, PatientSearch Search, SimilarPatients Similar, AuditTrail Audit);
