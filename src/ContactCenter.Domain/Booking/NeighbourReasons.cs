using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Booking;

/// <summary>Finds what a visit reason of one practice is at another: each writes its own.</summary>
public static class NeighbourReasons
{
    /// <summary>
    /// The reason of the same name; otherwise the one that shares most of its words, label and synonyms together. Either way it is of the same mode
    /// and offered by somebody of the same specialty as those who were asked for: a word alone says little, and a caller who wants a children's
    /// doctor is not sent to a skin specialist because both call it a consultation.
    /// </summary>
    /// <param name="by">Who was asked for at the practice that was called.</param>
    /// <returns>Null when there is none.</returns>
    public static NeighbourReason? Match(VisitReason asked, IEnumerable<Practitioner> by, ReasonSet among, BookingBook book)
    {
        var specialties = by.Select(p => Plain(p.Specialty)).ToHashSet();
        var words = Words(asked);
        List<NeighbourReason> offered =
        [
            .. from reason in book.Reasons.Values
               where reason.Mode == asked.Mode && among.Includes(reason.Id)
               let whose = reason.Durations.Practitioners.Where(p => specialties.Contains(Plain(book.Practitioners[p].Specialty))).Distinct().ToList()
               where whose.Count > 0
               select new NeighbourReason(reason, whose),
        ];
        return offered.Find(o => o.Reason.Id == asked.Id)
            ?? offered.Where(o => Words(o.Reason).Overlaps(words)).MaxBy(o => Words(o.Reason).Intersect(words).Count());
    }

    private static HashSet<string> Words(VisitReason reason) => [.. reason.Synonyms.Append(reason.Label).Select(Plain)];

    private static string Plain(string text) => string.Join(' ', Wording.Of(text).Words);
}

/// <param name="Practitioners">Who offers it there and is of a specialty that was asked for; never empty.</param>
public sealed record NeighbourReason(VisitReason Reason, IReadOnlyList<PractitionerId> Practitioners);
