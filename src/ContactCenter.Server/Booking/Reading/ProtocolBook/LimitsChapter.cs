using System.Xml.Linq;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>How many, how far apart, and what may stand side by side.</summary>
internal static class LimitsChapter
{
    public static XElement? Of(ProtocolBookScene scene) =>
        Sheet.Section("limits", scene.Say("Limites", "Limits"), Quotas(scene), Gaps(scene), Overbookings(scene), Neighbours(scene));

    private static XElement? Quotas(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Au plus", "At most"),
        [scene.Say("Règle", "Rule"), scene.Say("Nombre", "Number"), scene.Say("Ce qui compte", "What counts"), scene.Say("Au-delà", "Beyond"), scene.Say("Donné par", "Given by")],
        scene.Book.Quotas.Select(q => (object?[])
        [
            q.Label, $"{q.Most} {ProtocolBookWords.Period(q.Period, scene)}",
            Sheet.Lines(
                scene.Labels(q.Reasons), ProtocolBookWords.Patients(q.Patients, scene),
                q.Practitioners.Count == 0 ? scene.Say("tous les praticiens", "all practitioners") : scene.Names(q.Practitioners),
                q.Together ? scene.Say("comptés ensemble", "counted together") : null),
            ProtocolBookWords.Strength(q.Strength, scene), scene.By(q.Source),
        ]));

    private static XElement? Gaps(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Temps gardé libre entre deux rendez-vous", "Time kept free between two appointments"),
        [scene.Say("Après", "After"), scene.Say("Avant", "Before"), "Minutes", scene.Say("Donné par", "Given by")],
        scene.Book.Gaps.Select(g => (object?[])[scene.Labels(g.After), scene.Labels(g.Before), $"{g.Minutes}", scene.By(g.Source)]));

    private static XElement? Overbookings(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Doublons permis", "Intended overbooking"),
        [scene.Say("Règle", "Rule"), scene.Say("Praticien", "Practitioner"), scene.Say("Motifs", "Visit reasons"), scene.Say("Combien", "How many"), scene.Say("Donné par", "Given by")],
        scene.Book.Overbookings.Select(o => (object?[])
        [
            o.Label, scene.Name(o.Practitioner), scene.Labels(o.Reasons),
            Sheet.Lines(
                scene.Say($"{o.MostPerDay} par jour", $"{o.MostPerDay} a day"), scene.Say($"{o.Lanes} à la fois", $"{o.Lanes} at a time"), o.Hours?.ToString(),
                ProtocolBookWords.Strength(o.Strength, scene)),
            scene.By(o.Source),
        ]));

    private static XElement? Neighbours(ProtocolBookScene scene) => scene.Book.Neighbours is not { } consent ? null : Sheet.Table(
        scene.Say("Créneaux proposés aux appelants d’autres cabinets", "Slots offered to callers of other practices"),
        [scene.Say("Quels cabinets", "Which practices"), scene.Say("Motifs", "Visit reasons"), scene.Say("Donné par", "Given by")],
        [[
            consent.With is { } with ? string.Join(", ", with.Order(StringComparer.Ordinal)) : scene.Say("tous ceux de la même équipe", "all of the same team"),
            scene.Labels(consent.Reasons), scene.By(consent.Source),
        ]]);
}
