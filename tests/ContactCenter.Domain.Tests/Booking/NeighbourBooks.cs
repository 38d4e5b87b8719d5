using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>Small books of two practices of the same secretaries, written as practices write them.</summary>
internal static class NeighbourBooks
{
    private const string Lilas = """
        booking: lilas
        version: 1
        author: Dr Martin
        since: 2026-01-05
        zone: Europe/Paris
        holidays: metropole
        grid_minutes: 30
        horizon_days: 90
        places:
          lilas: {name: Cabinet des Lilas, latitude: 48.8867, longitude: 2.3917}
        practitioners:
          martin: {name: Dr Martin, specialty: Médecine générale, openings: [{days: monday, from: "09:00", to: "12:00", place: lilas}]}
          benali: {name: Dr Benali, specialty: Pédiatrie, openings: [{days: monday, from: "09:00", to: "12:00", place: lilas}]}
        reasons:
          consultation: {label: Consultation, synonyms: [rendez-vous, généraliste], minutes: {martin: 30}}
          enfant: {label: Consultation enfant, synonyms: [pédiatre, fièvre], minutes: {benali: 30}}
          vaccination: {label: Vaccination, synonyms: [vaccin, rappel], minutes: {martin: 30, benali: 30}}
        """;

    /// <summary>That of the neighbour.</summary>
    public const string Written = """
        booking: tilleuls
        version: 1
        author: Dr Roy
        since: 2026-01-05
        zone: Europe/Paris
        holidays: metropole
        grid_minutes: 30
        horizon_days: 90
        neighbours: {shares: true}
        places:
          parc: {name: Les Tilleuls du parc, latitude: 48.8790, longitude: 2.4080}
          gare: {name: Les Tilleuls de la gare, latitude: 48.8866, longitude: 2.3920}
          moulin: {name: Au moulin}
        practitioners:
          roy:
            name: Dr Roy
            specialty: medecine generale
            openings:
              - {days: tuesday, from: "09:00", to: "10:00", place: parc}
              - {days: thursday, from: "09:00", to: "10:00", place: gare}
              - {days: monday, from: "09:00", to: "10:00", place: moulin}
              - {days: monday, from: "14:00", to: "15:00"}
              - {days: friday, from: "14:00", to: "15:00", mode: tele}
          peau: {name: Dr Lys, specialty: Dermatologie, openings: [{days: monday, from: "09:00", to: "18:00", place: gare}]}
        reasons:
          consultation: {label: Consultation de dermatologie, synonyms: [rendez-vous], minutes: {peau: 30}}
          suivi: {label: Suivi, synonyms: [rendez-vous], minutes: {roy: 30}}
          visite: {label: Visite, synonyms: [Généraliste, rendez-vous], minutes: {roy: 30, peau: 30}}
          video: {label: Consultation, synonyms: [rendez-vous, généraliste], minutes: {roy: 30}, mode: tele}
          vaccination: {label: Piqûre, minutes: {roy: 30}}
        """;

    public static BookingBook Called { get; } = Compile(Lilas).Value!;

    public static BookingBook Neighbour(Func<string, string>? change = null)
    {
        var written = change is null ? Written : change(Written);
        var compiled = Compile(written);
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!;
    }

    public static Compiled<BookingBook> Compile(string text) => BookingBookCompiler.Compile(ScriptText.Mapping(text), "0");
}
