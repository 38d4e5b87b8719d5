using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>Finds practitioners and reasons of a practice's rules by what people call them.</summary>
internal sealed class BookNames(BookingBook book)
{
    private static readonly HashSet<string> Titles = ["dr", "docteur", "doctor", "pr", "professeur", "m", "mme", "mr", "mrs", "ms"];

    public Practitioner? Practitioner(string text) =>
        book.Practitioners.GetValueOrDefault(new PractitionerId(text.ToLowerInvariant()))
        ?? Only(book.Practitioners.Values.Where(p => Name(p.Name).SetEquals(Name(text))))
        ?? Only(book.Practitioners.Values.Where(p => Name(text) is { Count: > 0 } words && Name(p.Name).IsSupersetOf(words)));

    public VisitReason? Reason(string text) =>
        book.Reasons.GetValueOrDefault(new VisitReasonId(text.ToLowerInvariant()))
        ?? Only(book.Reasons.Values.Where(r => Plain(r.Label) == Plain(text)))
        ?? Only(book.Reasons.Values.Where(r => r.Synonyms.Any(s => Plain(s) == Plain(text))));

    /// <summary>A practice of one practitioner need not name her.</summary>
    public Practitioner? OnlyPractitioner => book.Practitioners.Count == 1 ? book.Practitioners.Values.First() : null;

    private static HashSet<string> Name(string text) => [.. NameWords.Asked(text).Where(w => !Titles.Contains(w))];

    private static string Plain(string text) => string.Join(' ', NameWords.Asked(text));

    private static T? Only<T>(IEnumerable<T> found)
        where T : class => found.Take(2).ToList() is [var one] ? one : null;
}
