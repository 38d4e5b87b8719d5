using System.Xml.Linq;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>Whom urgent calls are brought to. A doctor's own number is private: it is dialled by name and not printed.</summary>
internal static class EscalationChapter
{
    public static XElement Of(ProtocolBookScene scene)
    {
        var policy = scene.Scripts.Escalation;
        return Sheet.Section(
            "escalation", scene.Say("Urgences", "Escalation"),
            Sheet.Table(
                scene.Say("Secours, dans cet ordre", "Emergency services, in this order"), [Who(scene), scene.Say("Numéro", "Number"), Rings(scene)],
                policy.EmergencyNumbers.Select(t => (object?[])[t.Name, Sheet.Marked(t.Number), Ring(t, scene)])),
            Sheet.Table(
                scene.Say("Médecin d’astreinte", "Doctor on call"), [scene.Say("Quand", "When"), Who(scene), Rings(scene)],
                policy.OnCallDated.Where(p => p.Until > scene.Now).Select(p => (object?[])
                [
                    scene.Say($"du {scene.Moment(p.From)} au {scene.Moment(p.Until)}", $"from {scene.Moment(p.From)} to {scene.Moment(p.Until)}"), p.Target.Name, Ring(p.Target, scene),
                ]).Append([scene.Say("sinon", "otherwise"), policy.OnCallByDefault.Name, Ring(policy.OnCallByDefault, scene)])),
            Sheet.Table(
                scene.Say("Autres destinataires", "Others"), [Who(scene), Rings(scene)],
                new[] { policy.PracticeLine }.OfType<EscalationTarget>().Concat(policy.Others.Values).Select(t => (object?[])[t.Name, Ring(t, scene)])),
            Sheet.Table(
                scene.Say("Numéros à donner, jamais à composer", "Numbers to name, never to dial"), [scene.Say("Pour", "For"), scene.Say("Numéro", "Number")],
                policy.HelpLines.Select(h => (object?[])[h.Label, Sheet.Marked(h.Number)])),
            new XElement("p", scene.Say(
                "Les numéros des médecins ne sont pas imprimés : la console les compose par leur nom.",
                "The doctors' own numbers are not printed: the console dials them by name.")))!;
    }

    private static string Ring(EscalationTarget target, ProtocolBookScene scene) => scene.Say($"{target.Ring.TotalSeconds:0} secondes", $"{target.Ring.TotalSeconds:0} seconds");

    private static string Who(ProtocolBookScene scene) => scene.Say("Qui", "Who");

    private static string Rings(ProtocolBookScene scene) => scene.Say("Sonne", "Rings");
}
