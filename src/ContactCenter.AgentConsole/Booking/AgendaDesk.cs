using System.Globalization;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Link;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>The agenda on screen: one practice, one day or one week, always the server's latest.</summary>
internal sealed class AgendaDesk : CallWork
{
    private readonly ConsoleApi api;
    private readonly LatestOnly loads = new();
    private readonly HashSet<string> hidden = [];
    private bool stale;

    public AgendaDesk(Desk desk, ConsoleApi api, AgendaNews news) : base(desk)
    {
        this.api = api;
        news.Changed += OnAgendaChanged;
        desk.Changed += OnLinkRestored;
    }

    public Guid? PracticeId { get; private set; }

    /// <summary>The day on screen, or any day of the week on screen.</summary>
    public DateOnly Day { get; private set; }

    public bool Week { get; private set; }

    public AgendaView? Shown { get; private set; }

    public Fault? Fault { get; private set; }

    public DateOnly First => Week ? Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7)) : Day;

    public int Days => Week ? 7 : 1;

    /// <summary>The practice's own wall clock.</summary>
    public DateTimeOffset LocalNow => Desk.Now.ToOffset(Focus.Practice is { } practice ? TimeSpan.FromMinutes(practice.UtcOffsetMinutes) : Shown?.AsOf.Offset ?? TimeSpan.Zero);

    public bool IsHidden(string practitionerId) => hidden.Contains(practitionerId);

    protected override Task Begin(Focus before) => Focus.Practice is { } practice && practice.PracticeId != PracticeId ? Open(practice.PracticeId) : Task.CompletedTask;

    public Task Open(Guid practiceId)
    {
        hidden.Clear();
        (PracticeId, Shown) = (practiceId, null);
        Day = DateOnly.FromDateTime(LocalNow.DateTime);
        return Load();
    }

    public Task GoTo(DateOnly day)
    {
        if (Shown is not null && day >= First && day < First.AddDays(Days) && Shown.From == First)
        {
            Day = Week ? day : Day;
            return Task.CompletedTask;
        }
        Day = day;
        return Load();
    }

    public Task Shift(int steps) => GoTo(Day.AddDays(steps * Days));

    public Task ShowWeek(bool week)
    {
        Week = week;
        return Load();
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
        var from = First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await api.Get<AgendaView>($"api/practices/{PracticeId}/agenda?from={from}&days={Days}");
        if (!wanted())
            return;
        Fault = answer.Fault;
        Shown = answer.Value ?? (Shown?.From == First && Shown.Days == Days ? Shown : null);
        Tell();
    }

    private void OnAgendaChanged(Guid practiceId, DateOnly day)
    {
        if (practiceId == PracticeId && day >= First && day < First.AddDays(Days) && !stale)
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
