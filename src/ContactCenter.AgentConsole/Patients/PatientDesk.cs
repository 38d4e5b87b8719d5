using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Patients;

/// <summary>Whom this call is about: found by number or name, or created.</summary>
internal sealed class PatientDesk(Desk desk, ConsoleApi api) : CallWork(desk)
{
    private readonly LatestOnly searches = new();
    private readonly LatestOnly choices = new();

    public PatientView? Chosen { get; private set; }

    public PatientAppointments? Appointments { get; private set; }

    /// <summary>Null until it is loaded.</summary>
    public PatientFile? File { get; private set; }

    public string Typed { get; private set; } = "";

    /// <summary>What the search found; null before a search.</summary>
    public FoundPatients? Found { get; private set; }

    public Fault? Fault { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(Desk.Now.ToOffset(TimeSpan.FromMinutes(Focus.Practice?.UtcOffsetMinutes ?? 0)).DateTime);

    public string? CallerNumber => Focus.Caller?.Number;

    private string Root => $"api/practices/{Focus.Practice?.PracticeId}/patients";

    protected override async Task Begin(Focus before)
    {
        choices.Forget();
        Clear();
        if (Focus is { CallId: not null, Caller.Patients: [var only] })
            await Choose(only.PatientId);
    }

    public void Clear()
    {
        searches.Forget();
        (Chosen, Appointments, File, Typed, Found, Fault) = (null, null, null, "", null, null);
        Tell();
    }

    public async Task Search(string typed)
    {
        var wanted = searches.Begin();
        Typed = typed;
        var query = PatientQuery.Parse(typed, Today);
        if (query is { Name: null or { Length: < 2 }, Phone: null, BirthDate: null } || Focus.Practice is null)
        {
            (Found, Fault) = (null, null);
            Tell();
            return;
        }
        var answer = await api.Post<FoundPatients>($"{Root}/search{InCall}", query);
        if (!wanted())
            return;
        (Found, Fault) = (answer.Value, answer.Fault);
        Tell();
    }

    public async Task Choose(Guid patientId)
    {
        var wanted = choices.Begin();
        var answer = await api.Get<PatientView>($"{Root}/{patientId}{InCall}");
        if (!wanted())
            return;
        Fault = answer.Fault;
        if (answer.Value is { } patient)
            Take(patient);
        else
            Tell();
        await LoadAppointments();
    }

    /// <summary>Answers the patient, or why she could not be created; someone alike is in the fault's body.</summary>
    public async Task<Fault?> Create(SavePatient patient, Guid key)
    {
        var answer = await api.Post<PatientView>(Root, patient, key);
        if (answer.Value is { } created)
        {
            Take(created);
            await LoadAppointments();
        }
        return answer.Fault;
    }

    public void Take(PatientView patient)
    {
        choices.Forget();
        (Chosen, Appointments, File, Found, Typed, Fault) = (patient, null, null, null, "", null);
        Tell();
    }

    public async Task LoadAppointments()
    {
        if (Chosen is not { } patient)
            return;
        var answer = await api.Get<PatientAppointments>($"{Root}/{patient.PatientId}/appointments");
        if (Chosen?.PatientId == patient.PatientId)
            Appointments = answer.Value;
        Tell();
        await LoadFile(patient);
    }

    /// <summary>A booking changes it as well: sessions are counted.</summary>
    private async Task LoadFile(PatientView patient)
    {
        var answer = await api.Get<PatientFile>($"{Root}/{patient.PatientId}/file{InCall}");
        if (Chosen?.PatientId == patient.PatientId)
            File = answer.Value;
        Tell();
    }

    private string InCall => Focus.CallId is { } call ? $"?callId={call}" : "";
}
