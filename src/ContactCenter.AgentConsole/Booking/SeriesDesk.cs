using System.Globalization;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Patients;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Several sessions with one practitioner: proposed as a whole, booked as one.</summary>
internal sealed class SeriesDesk(Desk desk, ConsoleApi api, BookingDesk bookings, PatientDesk patients, AgendaDesk agenda) : CallWork(desk, Focus.Of(desk.State))
{
    private readonly LatestOnly searches = new();
    private readonly RequestKey key = new();
    private IReadOnlyList<DateTimeOffset> starts = [];

    public int Sessions { get; set; } = 10;

    /// <summary>Local days from one session to the next, at least.</summary>
    public int LeastDays { get; set; } = 2;

    /// <summary>At most; null: any.</summary>
    public int? MostDays { get; set; }

    public bool Searching { get; private set; }

    public bool Sending { get; private set; }

    public ProposedSeries? Proposed { get; private set; }

    public BookedSeries? Booked { get; private set; }

    public Fault? Fault { get; private set; }

    /// <summary>Which session was refused, from 1.</summary>
    public int? Refused { get; private set; }

    public bool NeedsReason =>
        Fault?.Code is BookingProblems.ReasonNeeded or BookingProblems.PlanDoesNotCover || Proposed?.Sessions.Any(s => s.Asks == SlotAsks.Reason) == true;

    protected override Task Begin(Focus before)
    {
        Reset();
        return Task.CompletedTask;
    }

    public void Reset()
    {
        searches.Forget();
        (Proposed, Booked, Fault, Refused, Searching) = (null, null, null, null, false);
        Tell();
    }

    public async Task Propose()
    {
        if (bookings.Reason is null)
            return;
        Reset();
        var wanted = searches.Begin();
        Searching = true;
        Tell();
        (string, string?)[] spacing =
            [("sessions", Number(Sessions)), ("leastDays", Number(LeastDays)), ("mostDaysApart", MostDays is { } most ? Number(most) : null)];
        var answer = await api.Get<ProposedSeries>($"{bookings.Root}/series?{QueryText.Of([.. bookings.Query, .. spacing])}");
        if (!wanted())
            return;
        (Searching, Proposed, Fault) = (false, answer.Value, answer.Fault);
        starts = [.. Proposed?.Sessions.Select(s => s.Start) ?? []];
        Tell();
    }

    /// <summary>Books all of them or none, on the case and with the words of the draft.</summary>
    public async Task Book()
    {
        if (Sending || bookings.IsClosed || Proposed is not { Sessions: [var first, ..] })
            return;
        if (bookings.Reason is not { } reason || patients.Chosen is not { } patient)
            return;
        (Sending, Refused) = (true, null);
        Tell();
        var draft = bookings.Draft;
        var form = new BookSeries(
            bookings.CallId, reason.VisitReasonId, first.PractitionerId, starts, patient.PatientId, draft.FilledNote, NeedsReason ? draft.FilledWhy : null,
            bookings.Ask.Wishes.IsNew, draft.HasReferral, bookings.Pool, draft.CaseId);
        var answer = await api.Post<BookedSeries>($"{bookings.Root}/series", form, key.For(form));
        key.Answered(answer.Fault);
        (Sending, Fault) = (false, answer.Fault);
        if (answer.Value is { } booked)
        {
            (Booked, Proposed) = (booked, null);
            bookings.Draft = new BookingDraft();
        }
        else
        {
            Refused = SessionIn(answer.Fault);
        }
        Tell();
        await Task.WhenAll(agenda.Load(), patients.LoadAppointments());
    }

    private static int? SessionIn(Fault? fault) =>
        fault?.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(BookSeries.SessionField, out var session)
            ? session.GetInt32()
            : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
