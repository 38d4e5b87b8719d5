using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>What a list of names needs beside the rows: the boxes opened, the look recorded.</summary>
internal sealed record WaitingSeals(Sealer Sealer, AuditTrail Audit);
