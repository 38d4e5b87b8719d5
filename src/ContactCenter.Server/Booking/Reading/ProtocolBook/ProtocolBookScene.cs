using System.Globalization;
using System.Xml.Linq;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Scripts;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>What one printing of the book is made from: the rules of one practice as they are in force at one moment, and who reads it.</summary>
internal sealed record ProtocolBookScene(string PracticeName, PracticeScripts Scripts, BookingBook Book, string Culture, Instant Now)
{
    public bool IsEnglish { get; } = Consoles.Culture.IsEnglish(Culture);

    public CultureInfo Language { get; } = CultureInfo.GetCultureInfo(Consoles.Culture.IsEnglish(Culture) ? "en-GB" : "fr-FR");

    public LocalDate Today => Now.InZone(Book.Zone).Date;

    public string Say(string french, string english) => IsEnglish ? english : french;

    public string Day(LocalDate date) => date.ToString("d MMMM yyyy", Language);

    /// <summary>First and last inclusive; null means without that end.</summary>
    public string Days(LocalDate? first, LocalDate? last) => (first, last) switch
    {
        ({ } from, { } to) when from == to => Day(from),
        ({ } from, { } to) => Say($"du {Day(from)} au {Day(to)}", $"from {Day(from)} to {Day(to)}"),
        ({ } from, null) => Say($"à partir du {Day(from)}", $"from {Day(from)} on"),
        (null, { } to) => Say($"jusqu’au {Day(to)}", $"until {Day(to)}"),
        (null, null) => "",
    };

    public string Moment(Instant instant) => instant.InZone(Book.Zone).LocalDateTime.ToString(Say("d MMMM yyyy 'à' HH:mm", "d MMMM yyyy 'at' HH:mm"), Language);

    public string Weekday(IsoDayOfWeek day) => Language.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    public string Names(IEnumerable<PractitionerId> practitioners) => string.Join(", ", practitioners.Select(Name));

    public string Name(PractitionerId practitioner) => Book.Practitioners.TryGetValue(practitioner, out var known) ? known.Name : practitioner.Value;

    public string Labels(ReasonSet reasons) => reasons.IsAll
        ? Say("tous les motifs", "all visit reasons")
        : string.Join(", ", reasons.Named.Select(r => Book.Reasons.TryGetValue(r, out var known) ? known.Label : r.Value));

    /// <summary>Who answers for a rule, and since when.</summary>
    public XElement By(RuleSource source) => new("small", Say($"{source.Author}, depuis le {Day(source.Since)}", $"{source.Author}, since {Day(source.Since)}"));
}
