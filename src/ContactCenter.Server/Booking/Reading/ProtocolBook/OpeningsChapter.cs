using System.Xml.Linq;
using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>When the practice answers, and when each practitioner consults, for what.</summary>
internal static class OpeningsChapter
{
    public static IEnumerable<XElement?> Of(ProtocolBookScene scene)
    {
        yield return Sheet.Section("hours", scene.Say("Horaires du cabinet", "Hours of the practice"), PracticeHours(scene));
        yield return Sheet.Section(
            "openings", scene.Say("Consultations", "Consultations"),
            [
                .. scene.Book.Practitioners.Values.OrderBy(p => p.Name, StringComparer.Create(scene.Language, ignoreCase: true)).Select(p => Openings(p, scene)),
                Resources(scene),
            ]);
    }

    private static XElement? PracticeHours(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Le cabinet est ouvert", "The practice is open"),
        [scene.Say("Jour", "Day"), scene.Say("Heures", "Hours")],
        Enumerable.Range(1, 7).Select(n => (IsoDayOfWeek)n).Select(day => (object?[])
        [
            scene.Weekday(day),
            scene.Scripts.Hours.Week.TryGetValue(day, out var hours) && hours.Count > 0 ? string.Join(", ", hours) : scene.Say("fermé", "closed"),
        ]));

    private static XElement? Openings(Practitioner practitioner, ProtocolBookScene scene) => Sheet.Table(
        $"{practitioner.Name} · {practitioner.Specialty}",
        [scene.Say("Jours", "Days"), scene.Say("Heures", "Hours"), scene.Say("Où", "Where"), scene.Say("Pour", "For"), scene.Say("Donné par", "Given by")],
        practitioner.Openings.Where(o => !(o.Last < scene.Today)).Select(o => (object?[])
        [
            Sheet.Lines(string.Join(", ", o.Days.Order().Select(scene.Weekday)), ProtocolBookWords.Weeks(o.Weeks, scene), scene.Days(o.First, o.Last)),
            Sheet.Lines($"{o.Hours}", o.GridMinutes is { } grid ? scene.Say($"toutes les {grid} min", $"every {grid} min") : null),
            Where(o, scene), What(o, scene), scene.By(o.Source),
        ]));

    public static XElement? Where(OpeningRule opening, ProtocolBookScene scene) => Sheet.Lines(
        ProtocolBookWords.Mode(opening.Mode, scene),
        opening.Place is { } place && scene.Book.Places.TryGetValue(place, out var known) ? known.Address is { } address ? $"{known.Name}, {address}" : known.Name : null);

    public static XElement? What(OpeningRule opening, ProtocolBookScene scene) => opening.Mode == ConsultationMode.WalkIn
        ? Sheet.Lines(scene.Say("les patients viennent sans rendez-vous", "patients come without an appointment"))
        : Sheet.Lines([scene.Labels(opening.Reasons), .. opening.Kept is { } kept ? Kept(kept, scene) : []]);

    private static IEnumerable<string> Kept(KeptSlots kept, ProtocolBookScene scene)
    {
        yield return scene.Say($"Gardé pour : {kept.Pool}.", $"Kept for: {kept.Pool}.");
        foreach (var release in kept.Releases)
        {
            yield return release switch
            {
                DayBeforeRelease { Days: var days, At: var at } => scene.Say(
                    $"S’ouvre {(days == 0 ? "le jour même" : days == 1 ? "la veille" : $"{days} jours avant")} à {at:HH':'mm} : {scene.Labels(release.To)}.",
                    $"Opens {(days == 0 ? "the same day" : days == 1 ? "the day before" : $"{days} days before")} at {at:HH':'mm}: {scene.Labels(release.To)}."),
                HoursBeforeRelease { Before: var before } => scene.Say(
                    $"S’ouvre {ProtocolBookWords.Length(before, scene)} avant : {scene.Labels(release.To)}.",
                    $"Opens {ProtocolBookWords.Length(before, scene)} before: {scene.Labels(release.To)}."),
                _ => throw new InvalidOperationException("A slot release that the book does not know."),
            };
        }
    }

    private static XElement? Resources(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Salles, appareils et personnel", "Rooms, devices and staff"),
        [scene.Say("Nom", "Name"), scene.Say("Disponible", "Available"), scene.Say("Donné par", "Given by")],
        scene.Book.Resources.Values.Select(r => (object?[])
        [
            r.Name,
            r.Openings.Count == 0
                ? scene.Say("toujours", "always")
                : Sheet.Lines(r.Openings.Where(o => !(o.Last < scene.Today)).Select(o => $"{string.Join(", ", o.Days.Order().Select(scene.Weekday))} {o.Hours}")),
            scene.By(r.Source),
        ]));
}
