using System.Text;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The booking rules of a practice that are in force, with the text they were compiled from.</summary>
internal sealed record StandingRules(Practice Practice, BookingBook Book, ScriptFile File)
{
    public string Hash => Book.Version.Hash;

    /// <summary>The file as it would be with another text, and as the disk gives it back: without a byte order mark, and with characters that there are.</summary>
    public ScriptBundle With(string text) => new([File with { Text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'))) }]);

    /// <summary>Whether a file belongs to this practice alone.</summary>
    public bool Owns(string path) => path.Split('/') is [_, var owner, _] && owner == Practice.Slug;
}

/// <summary>Finds the rules of a practice.</summary>
internal sealed class Rulebooks(ScriptLibrary library, Store store)
{
    /// <summary>Null where the practice's calendar is not kept here.</summary>
    public Task<StandingRules?> Of(PracticeId id, CancellationToken cancellationToken) =>
        store.Read((db, token) => Of(db, id, token), cancellationToken);

    /// <inheritdoc cref="Of(PracticeId, CancellationToken)"/>
    public async Task<StandingRules?> Of(ContactCenterDb db, PracticeId id, CancellationToken cancellationToken)
    {
        var practice = await db.Set<Practice>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var current = library.Current;
        return current.For(practice.Slug)?.Booking is { } book ? new StandingRules(practice, book, current.Bundles[book.Version].Own) : null;
    }
}
