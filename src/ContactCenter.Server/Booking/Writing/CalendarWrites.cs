using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading.Neighbours;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>A request to change a calendar.</summary>
/// <param name="Verb">What is asked, beside the body: two addresses may take the same body.</param>
/// <param name="Target">The appointment, hold or absence in the address.</param>
internal sealed record CalendarAsk(Guid PracticeId, IdempotencyKey Key, ClaimsPrincipal User, Guid? CallId, string Verb, Guid? Target, object Body)
{
    /// <summary>Whether it may be asked for a caller of another practice, with which this one shares its slots.</summary>
    public bool MayBeNeighbours { get; init; }

    /// <summary>All that makes it this request and no other.</summary>
    public object Whole => new AskedOfCalendar(Identity.SignedInUser.UserId(User), Verb, Target, Body);

    private sealed record AskedOfCalendar(Guid User, string Verb, Guid? Target, object Body);
}

/// <summary>The way of every change to a calendar: once however often it is sent, refused in an emergency, told to the consoles after the commit.</summary>
internal sealed class CalendarWrites(BookingScenes scenes, NeighbourPractices neighbours, OnceOnly once, AgendaSignals agendas)
{
    private static readonly HotQuery<CallId, CallOfBooking?> CallOf = new((db, id, _) => db.Set<CallRecord>()
        .Where(c => c.Id == id).Select(c => new CallOfBooking(c.PracticeId, c.AgentId, c.EmergencyOpen, c.State)).SingleOrDefault());

    public async Task<IResult> Do(
        CalendarAsk ask, Func<ContactCenterDb, BookingScene, CancellationToken, Task<BookingReply>> work, CancellationToken cancellationToken)
    {
        var reply = await once.Do(new PracticeId(ask.PracticeId), ask.Key.Value, ask.Whole, (db, token) => Work(db, ask, work, token), r => r.IsFinal, cancellationToken);
        Measures.Booking(ask.Verb, OutcomeOf(reply.StatusCode));
        foreach (var day in reply.Days)
            agendas.Raise(ask.PracticeId, day);
        foreach (var (practice, day) in reply.Elsewhere)
            agendas.Raise(practice, day);
        return reply.Result();
    }

    private static string OutcomeOf(int statusCode) => statusCode switch
    {
        < 400 => "done",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status409Conflict => "conflict",
        _ => "refused",
    };

    private async Task<BookingReply> Work(
        ContactCenterDb db, CalendarAsk ask, Func<ContactCenterDb, BookingScene, CancellationToken, Task<BookingReply>> work, CancellationToken cancellationToken)
    {
        if (await scenes.Set(db, ask.PracticeId, ask.User, ask.CallId, cancellationToken) is not { } scene)
            return BookingReply.NotFound(BookingProblems.NoCalendar);
        var (admitted, refused) = await Admit(db, scene, ask.MayBeNeighbours, cancellationToken);
        if (admitted is null)
            return refused!;
        var reply = await work(db, admitted, cancellationToken);
        return admitted.MadeRoom.Count == 0 ? reply : reply with { Elsewhere = await DaysOf(db, admitted.MadeRoom, cancellationToken) };
    }

    /// <summary>
    /// The call must be this practice's, or that of one with which it shares its slots, and, for an agent, in her hands; and no emergency may be open
    /// on it. One of the two is null.
    /// </summary>
    private async Task<(BookingScene? Admitted, BookingReply? Refused)> Admit(ContactCenterDb db, BookingScene scene, bool mayBeNeighbours, CancellationToken cancellationToken)
    {
        if (scene.Call is not { } id)
            return (scene, null);
        var call = await CallOf.Run(db, id, cancellationToken);
        if (call is null || (scene.Channel == BookingChannel.Agent && call.AgentId?.Value != scene.User))
            return (null, BookingReply.NotFound());
        var admitted = scene;
        if (call.PracticeId != scene.Practice)
        {
            var isInHand = mayBeNeighbours && scene.Channel == BookingChannel.Agent && FloorBoard.InHand.Contains(call.State);
            if (!isInHand || await neighbours.Shared(db, call.PracticeId, scene.Practice, new AgentId(scene.User), cancellationToken) is not { } reasons)
                return (null, BookingReply.NotFound());
            admitted = scene with { IsForNeighbour = true, Bookable = reasons };
        }

        return call.EmergencyOpen
            ? (null, BookingReply.Conflict(BookingProblems.EmergencyOpen, BookingWords.EmergencyOpen(scene.Culture)))
            : (admitted, null);
    }

    private async Task<List<ChangedDay>> DaysOf(ContactCenterDb db, List<SlotHold> holds, CancellationToken cancellationToken)
    {
        List<ChangedDay> days = [];
        foreach (var hold in holds)
            days.Add(new ChangedDay(hold.PracticeId.Value, await scenes.DayOf(db, hold, cancellationToken)));
        return days;
    }

    private sealed record CallOfBooking(PracticeId PracticeId, AgentId? AgentId, bool EmergencyOpen, CallState State);
}
