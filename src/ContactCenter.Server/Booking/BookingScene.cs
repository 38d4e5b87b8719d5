using System.Collections.Concurrent;
using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>Who asks, of which practice, under which rules, when. The rules are taken once for a whole unit of work.</summary>
internal sealed record BookingScene(PracticeId Practice, BookingBook Book, Guid User, BookingChannel Channel, CallId? Call, string Culture, Instant Now)
{
    /// <summary>The offer to a waiting patient that is made or taken up.</summary>
    public SlotOfferId? Offer { get; init; }

    /// <summary>The call is another practice's, with which this one shares its slots.</summary>
    public bool IsForNeighbour { get; init; }

    /// <summary>Which reasons may be booked for this call: not all where it is a neighbour's and this practice shares only some.</summary>
    public ReasonSet Bookable { get; init; } = ReasonSet.All;

    /// <summary>
    /// Holds of the practice that stand, and what is kept for this call at another, as they were read when the calendars were taken.
    /// </summary>
    public List<SlotHold> Standing { get; } = [];

    /// <summary>Holds of this call that made room, here or at another practice: their agendas are told after the commit.</summary>
    public List<SlotHold> MadeRoom { get; } = [];

    /// <summary>Null where it is not known, or not for this call.</summary>
    public VisitReason? ReasonOf(string? id) =>
        Book.Reasons.TryGetValue(new VisitReasonId(id ?? ""), out var reason) && Bookable.Includes(reason.Id) ? reason : null;

    /// <summary>Whose hold becomes what is booked here: an offer's before the call's own.</summary>
    public HoldOwner? Holder => Offer is { } offer ? HoldOwner.Of(offer) : Call is { } call ? HoldOwner.Of(call) : null;

    public LocalDate Today => Now.InZone(Book.Zone).Date;

    public DateTimeOffset Local(Instant instant) => instant.InZone(Book.Zone).ToDateTimeOffset();

    public LocalDate DateOf(Instant instant) => instant.InZone(Book.Zone).Date;

    /// <summary>The local days, both included, as instants.</summary>
    public Interval DaysFrom(LocalDate first, LocalDate last) =>
        new(Book.Zone.AtStartOfDay(first).ToInstant(), Book.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
}

/// <summary>Sets the scene of a request.</summary>
internal sealed class BookingScenes(ScriptLibrary library, IClock clock)
{
    // A slug never changes.
    private readonly ConcurrentDictionary<PracticeId, string> _slugs = [];

    /// <summary>Null where the practice's calendar is not kept here.</summary>
    public async Task<BookingScene?> Set(ContactCenterDb db, Guid practiceId, ClaimsPrincipal user, Guid? callId, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        if (await BookOf(db, practice, cancellationToken) is not { } book)
            return null;
        var channel = user.IsInRole(Roles.PracticeStaff) ? BookingChannel.Practice : BookingChannel.Agent;
        return new BookingScene(practice, book, user.UserId(), channel, callId is { } call ? new CallId(call) : null, user.Culture(), clock.GetCurrentInstant());
    }

    /// <summary>The rules in force for a practice; null where its calendar is not kept here.</summary>
    public async Task<BookingBook?> BookOf(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken)
    {
        if (!_slugs.TryGetValue(practice, out var slug))
            _slugs[practice] = slug = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Slug).SingleAsync(cancellationToken);
        return library.Current.For(slug)?.Booking;
    }

    /// <summary>The local day of a hold in the agenda of its practice.</summary>
    public async Task<DateOnly> DayOf(ContactCenterDb db, SlotHold hold, CancellationToken cancellationToken)
    {
        var book = await BookOf(db, hold.PracticeId, cancellationToken);
        return hold.Start.InZone(book?.Zone ?? DateTimeZone.Utc).Date.ToDateOnly();
    }
}
