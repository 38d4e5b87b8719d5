using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Tests.Support;
using NodaTime;

namespace ContactCenter.Domain.Tests.Scripts;

public sealed class FieldsTests
{
    [Test]
    public void Every_kind_of_value_is_read()
    {
        var (fields, bag) = ScriptText.Fields("""
            text: " Bonjour "
            id: accueil
            number: 3
            flag: true
            choice: second_value
            duration: 45s
            time: 08:30
            date: 2026-12-24
            moment: 2026-12-24T18:05
            decimal: -48.8867
            phone: +33180000001
            short: 15
            key: "1"
            list: [a, b]
            maps: [{x: 1}]
            """);

        Assert.Multiple(() =>
        {
            Assert.That(fields.Text("text"), Is.EqualTo("Bonjour"));
            Assert.That(fields.Id("id"), Is.EqualTo("accueil"));
            Assert.That(fields.Int("number", 1, 3), Is.EqualTo(3));
            Assert.That(fields.OptionalDecimal("decimal", -90, 90), Is.EqualTo(-48.8867m));
            Assert.That(fields.Flag("flag"), Is.True);
            Assert.That(fields.Choice<Sample>("choice"), Is.EqualTo(Sample.SecondValue));
            Assert.That(fields.Duration("duration", Duration.Zero, Duration.FromMinutes(1)), Is.EqualTo(Duration.FromSeconds(45)));
            Assert.That(fields.Time("time"), Is.EqualTo(new LocalTime(8, 30)));
            Assert.That(fields.Date("date"), Is.EqualTo(new LocalDate(2026, 12, 24)));
            Assert.That(fields.Moment("moment"), Is.EqualTo(new LocalDateTime(2026, 12, 24, 18, 5)));
            Assert.That(fields.Phone("phone"), Is.EqualTo("+33180000001"));
            Assert.That(fields.Phone("short"), Is.EqualTo("15"));
            Assert.That(fields.PhoneKey("key"), Is.EqualTo('1'));
            Assert.That(fields.Texts("list").Select(t => t.Text), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(fields.Maps("maps")[0].Int("x", 0, 9), Is.EqualTo(1));
            fields.Done();
            Assert.That(bag.InOrder, Is.Empty);
        });
    }

    [Test]
    public void Everything_wrong_is_reported_at_its_own_place_and_at_once()
    {
        var (fields, bag) = ScriptText.Fields("""
            id: Été
            number: "3"
            flag: yes
            choice: third
            duration: 2h
            time: 24:00
            date: 2026-02-30
            moment: 2026-12-24
            phone: 06 00 00
            key: 1
            empty: ""
            list: [a, a]
            shape: [1]
            """);

        fields.Id("id");
        fields.Int("number", 1, 3);
        fields.Flag("flag");
        fields.Choice<Sample>("choice");
        fields.Duration("duration", Duration.Zero, Duration.FromMinutes(1));
        fields.Time("time");
        fields.Date("date");
        fields.Moment("moment");
        fields.Phone("phone");
        fields.PhoneKey("key");
        fields.Text("empty");
        fields.Texts("list");
        fields.Text("shape");
        fields.Text("absent");
        fields.Done();

        Assert.That(bag.InOrder.Places(), Is.EqualTo(new[]
        {
            "SCR010(1,1)", "SCR022(1,5)", "SCR015(2,9)", "SCR021(3,7)", "SCR016(4,9)", "SCR017(5,11)", "SCR018(6,7)", "SCR019(7,7)",
            "SCR020(8,9)", "SCR024(9,8)", "SCR025(10,6)", "SCR014(11,8)", "SCR023(12,11)", "SCR013(13,8)",
        }).AsCollection);
    }

    [Test]
    public void A_key_nobody_asked_for_is_reported_with_the_nearest_one_that_was()
    {
        var (fields, bag) = ScriptText.Fields("tiemout: 5s\nzebra: 1");

        fields.OptionalDuration("timeout", Duration.Zero, Duration.FromMinutes(1));
        fields.Done();

        Assert.That(bag.InOrder.Select(d => d.ToString()), Is.EqualTo(new[]
        {
            "test.yaml(1,1): error SCR012: The key 'tiemout' is not known here. Did you mean 'timeout'?",
            "test.yaml(2,1): error SCR011: The key 'zebra' is not known here. Known are: timeout.",
        }).AsCollection);
    }

    [Test]
    public void Null_counts_as_absent()
    {
        var (fields, bag) = ScriptText.Fields("age: null\nname:\nother: ~");

        Assert.That(fields.OptionalInt("age", 0, 10), Is.Null);
        Assert.That(fields.OptionalText("name"), Is.Null);
        Assert.That(fields.Has("other"), Is.False);
        Assert.That(bag.InOrder, Is.Empty);
    }

    [Test]
    public void One_value_alone_is_a_list_of_one()
    {
        var (fields, _) = ScriptText.Fields("when: second_value");

        Assert.That(fields.Choices<Sample>("when"), Is.EqualTo(new[] { Sample.SecondValue }).AsCollection);
    }

    [Test]
    public void The_names_of_a_mapping_are_checked_and_its_values_are_mappings()
    {
        var (fields, bag) = ScriptText.Fields("nodes:\n  accueil: {x: 1}\n  Réponse: {x: 1}\n  menu: 3");

        Assert.That(fields.NamedMaps("nodes").Select(n => n.Name), Is.EqualTo(new[] { "accueil" }).AsCollection);
        Assert.That(bag.InOrder.Places(), Is.EqualTo(new[] { "SCR022(3,3)", "SCR013(4,9)" }).AsCollection);
    }

    private enum Sample
    {
        First,
        SecondValue,
    }
}
