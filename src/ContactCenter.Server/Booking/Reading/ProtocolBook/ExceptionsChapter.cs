using System.Xml.Linq;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>What holds for some days only, as far as it is not over.</summary>
internal static class ExceptionsChapter
{
    public static XElement Of(ProtocolBookScene scene)
    {
        var title = scene.Say("Exceptions datées", "Dated exceptions");
        return Sheet.Section("exceptions", title, Closures(scene), Substitutions(scene), ExtraOpenings(scene), Suspensions(scene), PracticeHours(scene))
            ?? Sheet.Section("exceptions", title, new XElement("p", scene.Say("Aucune à ce jour.", "None to date.")))!;
    }

    private static XElement? Closures(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Fermetures", "Closures"), ["Dates", scene.Say("Qui", "Who"), Why(scene), GivenBy(scene)],
        scene.Book.Closures.Where(c => c.Last >= scene.Today).OrderBy(c => c.First).Select(c => (object?[])
        [
            scene.Days(c.First, c.Last), c.Practitioners.Count == 0 ? scene.Say("tout le cabinet", "the whole practice") : scene.Names(c.Practitioners), c.Why, scene.By(c.Source),
        ]));

    private static XElement? Substitutions(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Remplacements", "Substitutes"), ["Dates", scene.Say("Qui remplace qui", "Who stands in for whom"), scene.Say("Prend", "Takes"), GivenBy(scene)],
        scene.Book.Substitutions.Where(s => s.Last >= scene.Today).OrderBy(s => s.First).Select(s => (object?[])
        [
            scene.Days(s.First, s.Last), scene.Say($"{s.Name} remplace {scene.Name(s.For)}", $"{s.Name} stands in for {scene.Name(s.For)}"),
            Sheet.Lines(
                scene.Labels(s.Reasons), s.KnownPatientsOnly ? scene.Say("pas de nouveaux patients", "no new patients") : null,
                s.Ages is { } ages ? ProtocolBookWords.Ages(ages, scene) : null),
            scene.By(s.Source),
        ]));

    private static XElement? ExtraOpenings(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Consultations en plus", "Extra consultations"), ["Dates", scene.Say("Qui", "Who"), scene.Say("Où", "Where"), scene.Say("Pour", "For"), Why(scene), GivenBy(scene)],
        scene.Book.Practitioners.Values.SelectMany(p => p.ExtraOpenings.Select(o => (Practitioner: p, Opening: o)))
            .Where(e => e.Opening.Date >= scene.Today).OrderBy(e => e.Opening.Date).Select(e => (object?[])
            [
                Sheet.Lines(scene.Day(e.Opening.Date), $"{e.Opening.Rule.Hours}"), e.Practitioner.Name, OpeningsChapter.Where(e.Opening.Rule, scene),
                OpeningsChapter.What(e.Opening.Rule, scene), e.Opening.Why, scene.By(e.Opening.Rule.Source),
            ]));

    private static XElement? Suspensions(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Règles levées", "Rules that are lifted"), ["Dates", scene.Say("Règle", "Rule"), Why(scene), GivenBy(scene)],
        scene.Book.Suspensions.Where(s => s.Last >= scene.Today).OrderBy(s => s.First).Select(s => (object?[])
        [
            scene.Days(s.First, s.Last), scene.Book.Quotas.FirstOrDefault(q => q.Name == s.Rule)?.Label ?? s.Rule, s.Why, scene.By(s.Source),
        ]));

    private static XElement? PracticeHours(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Horaires du cabinet à ces dates", "Hours of the practice on these dates"), ["Dates", scene.Say("Heures", "Hours")],
        scene.Scripts.Hours.Exceptions.Where(e => e.Key >= scene.Today).Select(e => (First: e.Key, Last: e.Key, Hours: string.Join(", ", e.Value)))
            .Concat(scene.Scripts.Hours.Closures.Where(c => c.Last >= scene.Today).Select(c => (c.First, c.Last, Hours: ""))).OrderBy(e => e.First)
            .Select(e => (object?[])[scene.Days(e.First, e.Last), e.Hours.Length == 0 ? scene.Say("fermé", "closed") : e.Hours]));

    private static string Why(ProtocolBookScene scene) => scene.Say("Pourquoi", "Why");

    private static string GivenBy(ProtocolBookScene scene) => scene.Say("Donné par", "Given by");
}
