using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>Finds the booking rules that were in force at a moment.</summary>
internal sealed class RulesOfThen(ScriptLibrary library, ScriptArchive archive)
{
    /// <summary>The scene under the rules of then; null where that was not written down.</summary>
    public async Task<BookingScene?> At(ContactCenterDb db, BookingScene scene, Instant at, CancellationToken cancellationToken) =>
        library.Current.Bundles.GetValueOrDefault(scene.Book.Version) is { } bundle
        && await archive.FindBooking(db, bundle.Own.Path, at, cancellationToken) is { } book ? scene with { Book = book } : null;

    public static RulesThen View(BookingScene then, LocalDate first, int days) => new(
        then.Book.Version.Version, [.. SlotViews.Practitioners(then)], [.. OpeningsOfDays.OfPractitioners(then, first, days)]);
}
