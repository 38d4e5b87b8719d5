using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Triage;

public sealed class EscalationPolicyTests
{
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 9, 15, 8, 0);

    private readonly EscalationPolicy _policy = EscalationPolicyCompiler.Compile(Shipped.Mapping("protocols/cabinet-des-lilas/escalation.yaml"), "0").Value!;

    [Test]
    public void An_emergency_goes_to_15_then_112_then_the_doctor_on_call() =>
        Assert.That(_policy.EmergencyAttempts(Tuesday).Select(t => t.Number), Is.EqualTo(new[] { "15", "112", "+33600000015" }).AsCollection);

    [Test]
    public void A_doctor_is_sought_on_call_then_in_the_practice_and_at_last_at_the_emergency_services()
    {
        Assert.That(_policy.DoctorAttempts(Tuesday).Select(t => t.Number), Is.EqualTo(new[] { "+33600000015", "+33180000002", "15", "112" }).AsCollection);
        Assert.That(
            _policy.DoctorAttempts(Instant.FromUtc(2026, 12, 25, 8, 0)).Select(t => t.Name),
            Is.EqualTo(new[] { "Dr Benali", "Dr Martin", "Ligne directe du cabinet", "SAMU", "Numéro d’urgence européen" }).AsCollection);
    }

    [TestCase(2026, 12, 24, 14, 59, "Dr Martin")]
    [TestCase(2026, 12, 24, 15, 0, "Dr Benali", Description = "16:00 in Paris")]
    [TestCase(2026, 12, 26, 7, 29, "Dr Benali")]
    [TestCase(2026, 12, 26, 7, 30, "Dr Martin", Description = "the end is not included")]
    public void A_dated_period_outranks_the_default(int year, int month, int day, int hour, int minute, string name) =>
        Assert.That(_policy.OnCall(Instant.FromUtc(year, month, day, hour, minute)).Name, Is.EqualTo(name));

    [Test]
    public void Names_are_found_and_unknown_ones_are_not()
    {
        Assert.That(_policy.Names, Is.EqualTo(Shipped.Targets).AsCollection);
        Assert.That(_policy.Names.Select(n => _policy.Find(n, Tuesday)), Has.None.Null);
        Assert.That(_policy.Find("pharmacie", Tuesday), Is.Null);
    }

    [Test]
    public void A_target_does_not_show_its_number() => Assert.That($"{_policy.OnCallByDefault}", Does.Not.Contain("33600000015"));

    [Test]
    public void All_that_is_wrong_is_said_at_once()
    {
        var compiled = EscalationPolicyCompiler.Compile(ScriptText.Mapping("""
            escalation: x
            version: 1
            zone: Paris
            emergency:
              - {name: Europe, number: "112"}
              - {name: Europe, number: "112"}
            on_call:
              default: {name: Dr, number: "15"}
              dated:
                - {from: 2026-12-24T16:00, until: 2026-12-24T15:00, name: Dr, number: "+33600000015"}
                - {from: 2026-12-23T16:00, until: 2026-12-24T15:00, name: Dr, number: "+33600000015"}
            targets:
              samu: {name: SAMU, number: "15"}
            """), "0");

        Assert.That(compiled.Diagnostics.Select(d => d.Code), Is.EqualTo(
            new[] { "ESC006", "ESC001", "ESC005", "ESC007", "ESC002", "ESC003", "ESC004" }).AsCollection);
    }
}
