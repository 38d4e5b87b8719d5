using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>What to offer instead of a slot that is gone: the same practitioner first, then the others, the nearest in time.</summary>
internal static class Alternatives
{
    private const int Shown = 6;
    private const int DaysAround = 14;

    public static async Task<List<SlotView>> To(ContactCenterDb db, BookingScene scene, SlotWish wish, CancellationToken cancellationToken)
    {
        var from = Instant.Max(scene.Now, wish.Start - Duration.FromDays(1));
        var within = new Interval(from, Instant.Max(from, wish.Start) + Duration.FromDays(DaysAround));
        var scope = CalendarScope.For(wish.Reason, [], within, scene) with { ExceptAppointment = wish.Moving?.Id };
        var calendar = await CalendarRows.Load(db, scene.Practice, scope, cancellationToken);
        var question = new SlotQuestion { Request = wish.Request(scene), Within = within, Most = int.MaxValue, MostEach = 400 };
        var found = SlotFinder.Find(question, calendar, scene.Book)
            .OrderBy(s => s.Asks is not null).ThenBy(s => s.Practitioner != wish.Practitioner).ThenBy(s => Math.Abs((s.Start - wish.Start).TotalSeconds));
        return [.. Apart(found).Take(Shown).OrderBy(s => s.Start).Select(s => SlotViews.Of(s, scene))];
    }

    /// <summary>Of slots that overlap each other only the first: a list of five-minute shifts helps nobody.</summary>
    private static IEnumerable<Slot> Apart(IEnumerable<Slot> slots)
    {
        var taken = new List<Slot>();
        foreach (var slot in slots)
        {
            if (taken.Exists(t => t.Practitioner == slot.Practitioner && t.Start < slot.End && slot.Start < t.End))
                continue;
            taken.Add(slot);
            yield return slot;
        }
    }
}
