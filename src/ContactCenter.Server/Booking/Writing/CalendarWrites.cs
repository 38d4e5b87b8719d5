using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>A request to change a calendar.</summary>
/// <param name="Verb">What is asked, beside the body: two addresses may take the same body.</param>
/// <param name="Target">The appointment, hold or absence in the address.</param>
internal sealed record CalendarAsk(Guid PracticeId, IdempotencyKey Key, ClaimsPrincipal User, Guid? CallId, string Verb, Guid? Target, object Body)
{
    /// <summary>All that makes it this request and no other.</summary>
    public object Whole => new AskedOfCalendar(Identity.SignedInUser.UserId(User), Verb, Target, Body);

    private sealed record AskedOfCalendar(Guid User, string Verb, Guid? Target, object Body);
}

/// <summary>The way of every change to a calendar: once however often it is sent, refused in an emergency, told to the consoles after the commit.</summary>
internal sealed class CalendarWrites(BookingScenes scenes, OnceOnly once, AgendaSignals agendas)
{
    public async Task<IResult> Do(
        CalendarAsk ask, Func<ContactCenterDb, BookingScene, CancellationToken, Task<BookingReply>> work, CancellationToken cancellationToken)
    {
        var reply = await once.Do(new PracticeId(ask.PracticeId), ask.Key.Value, ask.Whole, (db, token) => Work(db, ask, work, token), r => r.IsFinal, cancellationToken);
        Measures.Booking(ask.Verb, OutcomeOf(reply.StatusCode));
        foreach (var day in reply.Days)
            agendas.Raise(ask.PracticeId, day);
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
        return await Refuse(db, scene, cancellationToken) ?? await work(db, scene, cancellationToken);
    }

    /// <summary>The call must be this practice's and, for an agent, in her hands; and no emergency may be open on it.</summary>
    private static async Task<BookingReply?> Refuse(ContactCenterDb db, BookingScene scene, CancellationToken cancellationToken)
    {
        if (scene.Call is not { } id)
            return null;
        var call = await db.Set<CallRecord>().AsNoTracking().Where(c => c.Id == id && c.PracticeId == scene.Practice)
            .Select(c => new { c.AgentId, c.EmergencyOpen }).SingleOrDefaultAsync(cancellationToken);
        if (call is null || (scene.Channel == BookingChannel.Agent && call.AgentId?.Value != scene.User))
            return BookingReply.NotFound();
        return call.EmergencyOpen ? BookingReply.Conflict(BookingProblems.EmergencyOpen, BookingWords.EmergencyOpen(scene.Culture)) : null;
    }
}
