using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>What holds for the rows that do not say it: exports of one agenda seldom name whose it is.</summary>
internal sealed record AgendaDefaults(Practitioner? Practitioner, VisitReason? Reason)
{
    public static AgendaDefaults? Read(BookNames names, string? practitioner, string? reason, out ImportFault? fault)
    {
        fault = null;
        var (whose, why) = (practitioner is null ? names.OnlyPractitioner : names.Practitioner(practitioner), reason is null ? null : names.Reason(reason));
        if (practitioner is not null && whose is null)
            fault = Unknown("practitioner");
        else if (reason is not null && why is null)
            fault = Unknown("reason");
        return fault is null ? new AgendaDefaults(whose, why) : null;
    }

    private static ImportFault Unknown(string option) => new(1, 1, ImportCodes.UnknownDefault, ImportWords.UnknownDefault(option));
}
