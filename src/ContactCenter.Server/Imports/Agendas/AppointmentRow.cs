using ContactCenter.Domain.Booking;
using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>An appointment as a row or an event tells it, or what is wrong with it.</summary>
internal sealed record AppointmentRow(SourceRow Source, AppointmentDraft? Draft, ImportFault? Fault);

/// <param name="Key">Its id in the file; null when it has none.</param>
/// <param name="Note">What stands beside it; to be sealed.</param>
internal sealed record AppointmentDraft(string? Key, NamedPatient Patient, Practitioner Practitioner, VisitReason Reason, Interval Time, string? Note)
{
    /// <summary>All that makes it this appointment: a change in the file is seen by it.</summary>
    public string Written => string.Join('\u001f', Practitioner.Id, Reason.Id, Time.Start, Time.End, Patient.Key, Patient.Name, Patient.Born, Note);
}

/// <summary>Whom it is for: by the id under which she was imported, or by name and birth date.</summary>
internal sealed record NamedPatient(string? Key, string? Name, LocalDate? Born)
{
    /// <summary>Masked.</summary>
    public override string ToString() => "***";
}
