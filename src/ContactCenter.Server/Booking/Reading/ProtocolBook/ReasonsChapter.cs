using System.Xml.Linq;
using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>The visit reasons: how long, with whom, what to tell the patient, and who may book them.</summary>
internal static class ReasonsChapter
{
    public static IEnumerable<XElement?> Of(ProtocolBookScene scene)
    {
        yield return Sheet.Section("reasons", scene.Say("Motifs et durées", "Visit reasons and durations"), Reasons(scene));
        yield return Sheet.Section("who", scene.Say("Qui prend quoi", "Who may book what"), Who(scene), General(scene));
    }

    private static XElement? Reasons(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Ce que disent les patients, et combien de temps il faut", "What patients say, and how long it takes"),
        [scene.Say("Motif", "Visit reason"), scene.Say("Durée", "Duration"), scene.Say("À dire au patient", "To tell the patient"), scene.Say("Donné par", "Given by")],
        Sorted(scene).Select(r => (object?[])
        [
            new[] { Sheet.Marked(r.Label), Sheet.Lines(r.Synonyms.Count == 0 ? null : $"« {string.Join(", ", r.Synonyms)} »", ProtocolBookWords.Mode(r.Mode, scene)) },
            Sheet.Lines(r.Durations.Rows.Select(d => Duration(d, scene))), ToSay(r, scene), scene.By(r.Source),
        ]));

    private static string Duration(DurationRow row, ProtocolBookScene scene) => string.Concat(
        scene.Name(row.Practitioner), row.Ages is { } ages ? $" ({ProtocolBookWords.Ages(ages, scene)})" : "", scene.Say($" : {row.Minutes} min", $": {row.Minutes} min"),
        row.NewPatientMinutes is { } first ? scene.Say($", nouveau patient {first} min", $", new patient {first} min") : "");

    private static XElement? ToSay(VisitReason reason, ProtocolBookScene scene) => Sheet.Lines(
    [
        .. reason.Preparation,
        reason.Documents.Count == 0 ? null : scene.Say($"Apporter : {string.Join(", ", reason.Documents)}.", $"Bring: {string.Join(", ", reason.Documents)}."),
    ]);

    private static XElement? Who(ProtocolBookScene scene) => Sheet.Table(
        scene.Say("Au téléphone, en ligne, et sous quelles conditions", "On the phone, online, and on which conditions"),
        [scene.Say("Motif", "Visit reason"), scene.Say("Secrétaires", "Secretaries"), scene.Say("En ligne", "Online"), scene.Say("Conditions", "Conditions")],
        Sorted(scene).Select(r => (object?[])
        [
            r.Label, ProtocolBookWords.Permission(r.Agents, scene), ProtocolBookWords.Permission(r.Online, scene), Sheet.Lines(Conditions(r, scene)),
        ]));

    private static IEnumerable<string> Conditions(VisitReason reason, ProtocolBookScene scene)
    {
        if (reason.Pool is { } pool)
            yield return scene.Say($"Peut prendre les créneaux gardés pour : {pool}.", $"May take the slots kept for: {pool}.");
        if (reason.Ages is { } ages)
            yield return scene.Say($"Âge : {ProtocolBookWords.Ages(ages.Band, scene)} ; sinon {Strength(ages.Strength)}.", $"Age: {ProtocolBookWords.Ages(ages.Band, scene)}; otherwise {Strength(ages.Strength)}.");
        if (reason.NewPatients is { } unknown)
            yield return scene.Say($"Nouveau patient : {Strength(unknown.Strength)}.", $"New patient: {Strength(unknown.Strength)}.");
        if (reason.Referral is { } referral)
            yield return scene.Say($"Courrier ou ordonnance ; sans : {Strength(referral.Strength)}.", $"Letter or prescription; without: {Strength(referral.Strength)}.");
        if (reason.Spacing is { } spacing)
        {
            yield return scene.Say(
                $"Au moins {spacing.Days} jours après {scene.Labels(spacing.Reasons)} ; sinon {Strength(spacing.Strength)}.",
                $"At least {spacing.Days} days from {scene.Labels(spacing.Reasons)}; otherwise {Strength(spacing.Strength)}.");
        }

        foreach (var need in reason.Needs)
        {
            var names = string.Join(", ", need.Of.Select(r => scene.Book.Resources.TryGetValue(r, out var known) ? known.Name : r.Value));
            yield return need.Of.Count == need.Count ? scene.Say($"Il faut : {names}.", $"Needs: {names}.") : scene.Say($"Il faut {need.Count} de : {names}.", $"Needs {need.Count} of: {names}.");
        }

        string Strength(RuleStrength strength) => ProtocolBookWords.Strength(strength, scene);
    }

    private static XElement General(ProtocolBookScene scene)
    {
        var book = scene.Book;
        return new XElement(
            "ul",
            new List<string?>
            {
                scene.Say(
                    $"L’agenda est ouvert {ProtocolBookWords.Count(book.HorizonDays, ("jour", "jours"), ("day", "days"), scene)} à l’avance ; les rendez-vous commencent toutes les {book.GridMinutes} minutes.",
                    $"The calendar is open {ProtocolBookWords.Count(book.HorizonDays, ("jour", "jours"), ("day", "days"), scene)} ahead; appointments begin every {book.GridMinutes} minutes."),
                scene.Say(
                    $"Accord du cabinet : il répond en {ProtocolBookWords.Length(book.Approval.Within, scene)} ; sinon, {ProtocolBookWords.Fallback(book.Approval.Fallback, scene)}.",
                    $"The practice's approval: it answers within {ProtocolBookWords.Length(book.Approval.Within, scene)}; otherwise {ProtocolBookWords.Fallback(book.Approval.Fallback, scene)}."),
                book.Missed is { } missed
                    ? scene.Say(
                        $"{missed.Most} rendez-vous manqués en {missed.Months} mois : {ProtocolBookWords.Strength(missed.Strength, scene)}.",
                        $"{missed.Most} missed appointments in {missed.Months} months: {ProtocolBookWords.Strength(missed.Strength, scene)}.")
                    : null,
            }
            .Concat(book.Notice.OrderBy(n => n.Key).Where(n => n.Value.TotalMinutes > 0).Select(n => scene.Say(
                $"Délai minimum {ProtocolBookWords.Channel(n.Key, scene)} : {ProtocolBookWords.Length(n.Value, scene)}.",
                $"Least notice {ProtocolBookWords.Channel(n.Key, scene)}: {ProtocolBookWords.Length(n.Value, scene)}.")))
            .Concat(book.Practitioners.Values.SelectMany(p => Terms(p, scene)))
            .OfType<string>().Select(line => new XElement("li", line)));
    }

    private static IEnumerable<string> Terms(Practitioner practitioner, ProtocolBookScene scene)
    {
        if (practitioner.Ages is { } ages)
        {
            yield return scene.Say(
                $"{practitioner.Name} : {ProtocolBookWords.Ages(ages.Band, scene)} ; sinon {ProtocolBookWords.Strength(ages.Strength, scene)}.",
                $"{practitioner.Name}: {ProtocolBookWords.Ages(ages.Band, scene)}; otherwise {ProtocolBookWords.Strength(ages.Strength, scene)}.");
        }

        if (practitioner.NewPatients is { } unknown)
        {
            yield return scene.Say(
                $"{practitioner.Name}, nouveau patient : {ProtocolBookWords.Strength(unknown.Strength, scene)}.",
                $"{practitioner.Name}, new patient: {ProtocolBookWords.Strength(unknown.Strength, scene)}.");
        }
    }

    private static IOrderedEnumerable<VisitReason> Sorted(ProtocolBookScene scene) =>
        scene.Book.Reasons.Values.OrderBy(r => r.Label, StringComparer.Create(scene.Language, ignoreCase: true));
}
