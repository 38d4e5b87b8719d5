using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Practices;

public sealed class OpeningHoursCompilerTests
{
    [Test]
    public void All_that_is_wrong_is_said_at_once_and_at_its_place()
    {
        var compiled = OpeningHoursCompiler.Compile(ScriptText.Mapping("""
            hours: lilas
            version: 1
            zone: Europe/Pariss
            holidays: metropole
            week:
              monday: ["8h-12h", "14:00-12:00", "11:00-18:00"]
              lundi: "08:00-12:00"
            closures:
              - {first: 2026-08-14, last: 2026-08-03}
            exceptions:
              - {date: 2026-08-05, open: "09:00-11:00"}
              - {date: 2026-08-05}
            """));

        Assert.That(compiled.Value, Is.Null);
        Assert.That(compiled.Diagnostics.Places(), Is.EqualTo(new[]
        {
            "HRS001(3,7)", "HRS002(6,12)", "HRS003(6,22)", "HRS004(6,37)", "SCR011(7,3)", "HRS006(9,31)", "HRS007(12,12)",
        }).AsCollection);
    }

    [Test]
    public void A_week_without_hours_and_a_forced_close_backwards_are_refused()
    {
        var compiled = OpeningHoursCompiler.Compile(ScriptText.Mapping("""
            hours: lilas
            version: 1
            zone: Indian/Reunion
            holidays: reunion
            week: {monday: null}
            forced_close: {from: 2026-09-15T10:00, until: 2026-09-15T09:00}
            """));

        Assert.That(compiled.Diagnostics.Places(), Is.EqualTo(new[] { "HRS005(5,7)", "HRS008(6,47)" }).AsCollection);
    }

    [Test]
    public void A_day_may_end_at_midnight() =>
        Assert.That(
            OpeningHoursCompiler.Compile(ScriptText.Mapping("hours: a\nversion: 1\nzone: Europe/Paris\nholidays: metropole\nweek: {monday: \"00:00-24:00\"}"))
                .Diagnostics,
            Is.Empty);
}
