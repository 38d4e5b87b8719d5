using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class GatherTests
{
    [Test]
    public async Task Keys_up_to_their_number_go_to_the_action()
    {
        await using var bench = await Bench.Answering("<Gather numDigits=\"2\" action=\"/keys\"><Say>deux chiffres</Say></Gather>");
        bench.Server.Answers("/keys", "<Say>merci</Say>");
        var phone = bench.Dial();
        await phone.Hears("deux chiffres");
        phone.Press("42");
        await phone.Hears("merci");
        Assert.That((await bench.Server.Asked("/keys"))["Digits"], Is.EqualTo("42"));
    }

    [Test]
    public async Task The_hash_key_ends_the_entry_and_is_not_part_of_it()
    {
        await using var bench = await Bench.Answering("<Gather action=\"/keys\"/>");
        bench.Dial().Press("17#9");
        Assert.That((await bench.Server.Asked("/keys"))["Digits"], Is.EqualTo("17"));
    }

    [Test]
    public async Task No_key_ends_the_entry_when_finishOnKey_is_empty()
    {
        await using var bench = await Bench.Answering("<Gather finishOnKey=\"\" numDigits=\"3\" action=\"/keys\"/>");
        bench.Dial().Press("1#*");
        Assert.That((await bench.Server.Asked("/keys"))["Digits"], Is.EqualTo("1#*"));
    }

    [Test]
    public async Task Five_seconds_without_a_key_end_the_entry()
    {
        await using var bench = await Bench.Answering("<Gather action=\"/keys\"/>");
        var phone = bench.Dial();
        phone.Press("7");
        Assert.That((await bench.Server.Asked("/keys"))["Digits"], Is.EqualTo("7"));
        Assert.That(bench.Simulator.Options.Time.GetUtcNow() - phone.Leg!.AnsweredAt, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4.5)));
    }

    [Test]
    public async Task Silence_falls_through_to_the_next_verb()
    {
        await using var bench = await Bench.Answering("<Gather timeout=\"1\" action=\"/keys\"/><Say>personne</Say>");
        var phone = bench.Dial();
        await phone.Hears("personne");
        await phone.IsOver();
        Assert.That(bench.Server.At("/keys"), Is.Empty);
    }

    [Test]
    public async Task Silence_goes_to_the_action_when_empty_results_are_wanted()
    {
        await using var bench = await Bench.Answering("<Gather timeout=\"1\" actionOnEmptyResult=\"true\" action=\"/keys\"/>");
        bench.Dial();
        Assert.That((await bench.Server.Asked("/keys")).Form.ContainsKey("Digits"), Is.False);
    }

    [Test]
    public async Task Without_an_action_the_current_document_is_asked_again()
    {
        await using var bench = await Bench.Answering("<Gather numDigits=\"1\"/><Say>rien</Say>");
        bench.Dial().Press("5");
        Assert.That((await bench.Server.Asked("/voice", 1))["Digits"], Is.EqualTo("5"));
    }

    [Test]
    public async Task A_key_interrupts_the_prompt()
    {
        await using var bench =
            await Bench.Answering("<Gather numDigits=\"1\" action=\"/keys\"><Pause length=\"600\"/><Say>trop tard</Say></Gather>");
        var phone = bench.Dial();
        phone.Press("1");
        await bench.Server.Asked("/keys");
        Assert.That(phone.Said, Is.Empty);
    }

    [Test]
    public async Task Words_are_the_result_when_speech_is_listened_to()
    {
        await using var bench = await Bench.Answering("<Gather input=\"dtmf speech\" language=\"fr-FR\" action=\"/words\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Heard.Any(h => h.Kind == "listening"), "listening");
        phone.Speak("un rendez-vous");
        var asked = await bench.Server.Asked("/words");
        Assert.That((asked["SpeechResult"], asked["Confidence"]), Is.EqualTo(("un rendez-vous", "0.92")));
    }

    [Test]
    public async Task Keys_are_not_listened_to_when_only_speech_is()
    {
        await using var bench = await Bench.Answering("<Gather input=\"speech\" timeout=\"2\" action=\"/words\"/><Say>rien</Say>");
        var phone = bench.Dial();
        phone.Press("1");
        await phone.Hears("rien");
        Assert.That(bench.Server.At("/words"), Is.Empty);
    }

    [Test]
    public async Task A_method_of_GET_carries_the_keys_in_the_address()
    {
        await using var bench = await Bench.Answering("<Gather numDigits=\"1\" method=\"GET\" action=\"/keys?turn=2\"/>");
        bench.Dial().Press("3");
        var asked = await bench.Server.Asked("/keys");
        Assert.That((asked.Method, asked["Digits"], asked["turn"]), Is.EqualTo(("GET", "3", "2")));
    }
}
