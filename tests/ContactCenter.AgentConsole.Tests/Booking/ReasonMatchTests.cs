using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Tests.Support;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class ReasonMatchTests
{
    [TestCase("", new[] { "consultation", "vaccin" })]
    [TestCase("cons", new[] { "consultation" })]
    [TestCase("VACC gri", new[] { "vaccin" })]
    [TestCase("piqure", new[] { "vaccin" })]
    [TestCase("fievre", new[] { "consultation" })]
    [TestCase("xyz", new string[0])]
    public void Reasons_are_found_by_beginnings_and_by_patients_words(string typed, string[] found) =>
        Assert.That(ReasonMatch.Of([Agendas.Consultation, Agendas.Vaccine], typed).Select(r => r.VisitReasonId), Is.EqualTo(found));
}
