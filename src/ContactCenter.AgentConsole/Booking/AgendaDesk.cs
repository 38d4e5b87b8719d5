using System.Globalization;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Link;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>The agenda on screen: one practice, one day, week or month, always the server's latest.</summary>
internal sealed class AgendaDesk : CallWork
{
    private readonly ConsoleApi api;
    private readonly LatestOnly loads = new();
    private readonly HashSet<string> hidden = [];
    private bool stale;
    private (DateTimeOffset Told, DateTimeOffset Heard)? clock;

    // Null until the server has said which day it is.
    private DateOnly? day;

    public AgendaDesk(Desk desk, ConsoleApi api, AgendaNews news) : base(desk)
    {
        this.api = api;
        news.Changed += OnAgendaChanged;
        desk.Changed += OnLinkRestored;
    }

    public Guid? PracticeId { get; private set; }

    /// <summary>The day on screen, or any day of the week or month on screen.</summary>
    public DateOnly Day => day ?? AgendaLayout.On(LocalNow);

    public AgendaSpan Span { get; private set; }

    public AgendaSides Sides { get; private set; }

    public bool Legend { get; private set; } = true;

    public AgendaView? Shown { get; private set; }

    public AgendaDays? Month { get; private set; }

    public Fault? Fault { get; private set; }

    public DateOnly First => Span switch
    {
        AgendaSpan.Day => Day,
        AgendaSpan.Week => MondayOf(Day),
        AgendaSpan.Month => MondayOf(FirstOfMonth),
    };

    public int Days => Span switch
    {
        AgendaSpan.Day => 1,
        AgendaSpan.Week => 7,
        AgendaSpan.Month => MondayOf(FirstOfMonth.AddMonths(1).AddDays(-1)).AddDays(7).DayNumber - First.DayNumber,
    };

    private DateOnly FirstOfMonth => Day.AddDays(1 - Day.Day);

    /// <summary>The practice's own wall clock; without the desk's line to the server, by what its last agenda told.</summary>
    public DateTimeOffset LocalNow => Desk.State.View is null && clock is var (told, heard)
        ? told + (Desk.Now - heard)
        : Desk.Now.ToOffset(Focus.Practice is { } practice ? TimeSpan.FromMinutes(practice.UtcOffsetMinutes) : Shown?.AsOf.Offset ?? TimeSpan.Zero);

    public bool IsHidden(string practitionerId) => hidden.Contains(practitionerId);

    protected override Task Begin(Focus before) => Focus.Practice is { } practice && practice.PracticeId != PracticeId ? Open(practice.PracticeId) : Task.CompletedTask;

    public Task Open(Guid practiceId)
    {
        hidden.Clear();
        (PracticeId, Shown, Month) = (practiceId, null, null);
        day = Desk.State.View is null ? null : AgendaLayout.On(LocalNow);
        return Load();
    }

    public Task GoTo(DateOnly wanted)
    {
        if (day is not null && IsThere && wanted >= First && wanted < First.AddDays(Days) && (Span != AgendaSpan.Month || wanted.Month == Day.Month))
        {
            day = wanted;
            Tell();
            return Task.CompletedTask;
        }
        day = wanted;
        return Load();
    }

    /// <summary>Brings a day to the eye with its hours.</summary>
    public Task Reveal(DateOnly wanted)
    {
        if (Span == AgendaSpan.Month)
            (Span, Shown) = (AgendaSpan.Day, null);
        return GoTo(wanted);
    }

    public Task Shift(int steps) => GoTo(Span == AgendaSpan.Month ? Day.AddMonths(steps) : Day.AddDays(steps * Days));

    public Task Show(AgendaSpan span)
    {
        Span = span;
        return Load();
    }

    public void PutSideBySide(AgendaSides sides)
    {
        Sides = sides;
        Tell();
    }

    public void ToggleLegend()
    {
        Legend = !Legend;
        Tell();
    }

    public void ToggleHidden(string practitionerId)
    {
        if (!hidden.Remove(practitionerId))
            hidden.Add(practitionerId);
        Tell();
    }

    public async Task Load()
    {
        if (PracticeId is null)
            return;
        stale = false;
        var wanted = loads.Begin();
        Tell();
        if (Span == AgendaSpan.Month && day is not null)
        {
            var month = await api.Get<AgendaDays>($"api/practices/{PracticeId}/agenda/days?from={Written(First)}&days={Days}");
            if (!wanted())
                return;
            (Fault, Month) = (month.Fault, month.Value ?? (IsThere ? Month : null));
            Tell();
            return;
        }
        var answer = await api.Get<AgendaView>($"api/practices/{PracticeId}/agenda?{(day is null ? "days=1" : $"from={Written(First)}&days={Days}")}");
        if (!wanted())
            return;
        Fault = answer.Fault;
        Shown = answer.Value ?? (IsThere ? Shown : null);
        clock = answer.Value is { } told ? (told.AsOf, Desk.Now) : clock;
        var isFirst = day is null;
        day ??= answer.Value?.From;
        Tell();
        if (isFirst && day is not null && Span != AgendaSpan.Day)
            await Load();
    }

    /// <summary>Whether what is loaded is what is to be shown.</summary>
    public bool IsThere => Span == AgendaSpan.Month ? Month?.From == First && Month.Days == Days : Shown?.From == First && Shown.Days == Days;

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private void OnAgendaChanged(Guid practiceId, DateOnly changed)
    {
        if (practiceId == PracticeId && changed >= First && changed < First.AddDays(Days) && !stale)
            _ = LoadSoon();
    }

    /// <summary>Several changes at once are one load.</summary>
    private async Task LoadSoon()
    {
        stale = true;
        await Task.Delay(TimeSpan.FromMilliseconds(80), Desk.Time);
        if (stale)
            await Load();
    }

    private void OnLinkRestored(ScreenState before)
    {
        if (before.Link == LinkState.Lost && Desk.State.Link == LinkState.Live)
            _ = Load();
    }
}
