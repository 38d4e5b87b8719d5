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
    private Task naming = Task.CompletedTask;

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

    /// <summary>After a reload the patient she had chosen; else the only one behind the caller's number.</summary>
    protected override async Task Begin(Focus before)
    {
        choices.Forget();
        Clear();
        if (Focus.CallId is not null && (Desk.State.View?.Call?.PatientId ?? (Focus.Caller?.Patients is [var only] ? only.PatientId : null)) is { } known)
            await Choose(known);
    }

    private void Clear()
    {
        searches.Forget();
        (Chosen, Appointments, File, Typed, Found, Fault) = (null, null, null, "", null, null);
        Tell();
    }

    /// <summary>The call is about somebody else.</summary>
    public void LetGo()
    {
        choices.Forget();
        Clear();
        Name(null);
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

    /// <summary>Keeps what she changed; null when it is kept.</summary>
    public async Task<Fault?> Change(Guid patientId, SavePatient patient)
    {
        var answer = await api.Put<PatientView>($"{Root}/{patientId}{InCall}", patient);
        if (answer.Value is { } changed && Chosen?.PatientId == patientId)
        {
            Chosen = changed;
            Tell();
        }
        return answer.Fault;
    }

    /// <summary>The patient as she stands at the server now.</summary>
    public async Task<PatientView?> Reload(Guid patientId)
    {
        var answer = await api.Get<PatientView>($"{Root}/{patientId}{InCall}");
        if (answer.Value is { } now && Chosen?.PatientId == patientId)
        {
            Chosen = now;
            Tell();
        }
        return answer.Value;
    }

    public void Take(PatientView patient)
    {
        choices.Forget();
        (Chosen, Appointments, File, Found, Typed, Fault) = (patient, null, null, null, "", null);
        Tell();
        Name(patient.PatientId);
    }

    public async Task LoadAppointments()
    {
        if (Chosen is not { } patient)
            return;
        var answer = await api.Get<PatientAppointments>($"{Root}/{patient.PatientId}/appointments");
        if (Chosen?.PatientId == patient.PatientId)
            Appointments = answer.Value;
        Tell();
        await LoadFile();
    }

    /// <summary>A booking changes it as well: sessions are counted.</summary>
    public async Task LoadFile()
    {
        if (Chosen is not { } patient)
            return;
        var answer = await api.Get<PatientFile>($"{Root}/{patient.PatientId}/file{InCall}");
        if (Chosen?.PatientId == patient.PatientId)
            File = answer.Value;
        Tell();
    }

    /// <summary>Opens or changes a case of the chosen patient; null when it is kept.</summary>
    public async Task<Fault?> SaveCase(Guid? caseId, SaveCase form, Guid key)
    {
        if (Chosen is not { } patient)
            return null;
        var address = $"{Root}/{patient.PatientId}/cases";
        var answer = caseId is { } id ? await api.Put<CaseView>($"{address}/{id}", form) : await api.Post<CaseView>(address, form, key);
        await LoadFile();
        return answer.Fault;
    }

    /// <summary>Tells whom the call is about, one choice after the other, so that its notes stand with the last.</summary>
    private void Name(Guid? patientId)
    {
        if (Focus is { CallId: { } call, Practice: { } practice })
            naming = Name($"api/practices/{practice.PracticeId}/calls/{call}/patient", patientId, naming);
    }

    private async Task Name(string address, Guid? patientId, Task before)
    {
        await before;
        await api.Put<object>(address, new PatientOfCall(patientId));
    }

    private string InCall => Focus.CallId is { } call ? $"?callId={call}" : "";
}
