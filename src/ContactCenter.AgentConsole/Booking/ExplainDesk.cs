using System.Globalization;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>Why a moment is not offered, and what would make it possible.</summary>
internal sealed class ExplainDesk(Desk desk, ConsoleApi api, BookingDesk bookings) : CallWork(desk, Focus.Of(desk.State))
{
    private readonly LatestOnly questions = new();

    public SlotExplanation? Answer { get; private set; }

    public Fault? Fault { get; private set; }

    public bool Asking { get; private set; }

    /// <summary>The answer is there: her keys go to the slots that are near.</summary>
    public event Action? Answered;

    /// <summary>The moment itself where it is free, or the nearest that are.</summary>
    public IReadOnlyList<SlotView> Offered => Answer switch
    {
        null => [],
        { IsOffered: true, End: { } end } free => [new SlotView(free.PractitionerId, bookings.NameOf(free.PractitionerId), free.At, end)],
        var other => other.Alternatives,
    };

    protected override Task Begin(Focus before)
    {
        questions.Forget();
        (Answer, Fault, Asking) = (null, null, false);
        Tell();
        return Task.CompletedTask;
    }

    /// <param name="moment">By the practice's own clock.</param>
    public async Task Ask(string practitionerId, DateTime moment)
    {
        if (bookings.Reason is null)
            return;
        var wanted = questions.Begin();
        (Answer, Fault, Asking) = (null, null, true);
        Tell();
        var local = moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        var wishes = bookings.Query.Where(q => q.Name is not ("practitioner" or "from"));
        var query = QueryText.Of([.. wishes, ("practitioner", practitionerId), ("local", local)]);
        var answer = await api.Get<SlotExplanation>($"{bookings.Root}/slots/explain?{query}");
        if (!wanted())
            return;
        (Answer, Fault, Asking) = (answer.Value, answer.Fault, false);
        Answered?.Invoke();
        Tell();
    }
}
