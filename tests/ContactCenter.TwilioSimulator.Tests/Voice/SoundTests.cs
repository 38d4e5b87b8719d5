using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class SoundTests
{
    [Test]
    public async Task Say_is_heard_in_order_and_the_end_of_the_document_hangs_up()
    {
        await using var bench = await Bench.Answering("<Say>un</Say><Say>deux</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Said, Is.EqualTo(["un", "deux"]));
        Assert.That(phone.Leg!.Word, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Loop_repeats_a_sentence()
    {
        await using var bench = await Bench.Answering("<Say loop=\"3\">encore</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Said, Is.EqualTo(["encore", "encore", "encore"]));
    }

    [Test]
    public async Task Markup_within_Say_is_spoken_as_its_words()
    {
        await using var bench = await Bench.Answering("<Say>Il est <say-as interpret-as=\"time\">10:30</say-as><break time=\"1s\"/>.</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Said, Is.EqualTo(["Il est 10:30."]));
    }

    [Test]
    public async Task Play_without_end_goes_on_until_the_leg_is_redirected()
    {
        await using var bench = await Bench.Answering("<Play loop=\"0\">/music.wav</Play>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Heard.Count(h => h.Kind == "play") > 2, "three rounds");
        phone.Leg!.Redirect("<Response><Say>suite</Say></Response>");
        await phone.Hears("suite");
    }

    [Test]
    public async Task Pause_lasts_one_second_unless_told()
    {
        await using var bench = await Bench.Answering("<Pause/><Say>fin</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        var leg = phone.Leg!;
        Assert.That(leg.EndedAt - leg.AnsweredAt,
            Is.EqualTo(TimeSpan.FromSeconds(1)).Within(TimeSpan.FromSeconds(0.5)).Or.GreaterThan(TimeSpan.FromSeconds(1)));
    }
}
