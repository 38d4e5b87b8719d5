using System.Text.Json;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Tests.Ivr;

public sealed class IvrWalkTests
{
    private static readonly IvrContext TuesdayMorning = new(Instant.FromUtc(2026, 9, 15, 8, 0), CallerKind.Other);

    private readonly IvrFlow _flow = Shipped.Flow();

    [Test]
    public void The_greeting_and_the_menu_are_said_in_one_breath_and_keys_and_words_are_listened_to_from_its_start()
    {
        var step = IvrWalk.Start(_flow, TuesdayMorning);

        Assert.That(step.Prompts, Has.Count.EqualTo(2));
        var ask = (IvrAsk)step.Next;
        Assert.That(ask.Keys, Is.EqualTo(new[] { '1', '2', '3', '9', '0' }).AsCollection);
        Assert.That(ask.Speech, Is.True);
        Assert.That(ask.Hints, Does.Contain("ordonnance").And.Contain("confrère"));
    }

    [Test]
    public void A_key_leads_to_the_queue_with_reason_urgency_and_language()
    {
        var step = Go("3");

        Assert.That(step.Next, Is.EqualTo(new IvrEnqueue("confrere", "confrere", Urgency.Elevated, [], Language.Fr, Duration.FromMinutes(15)))
            .Using<IvrEnqueue>((a, b) => a with { Skills = [] } == b with { Skills = [] } && a.Skills.SequenceEqual(b.Skills)));
        Assert.That(step.Position.Trace, Is.EqualTo("3"));
    }

    [Test]
    public void After_words_that_were_not_understood_only_keys_are_asked_for()
    {
        var step = IvrWalk.Continue(_flow, IvrWalk.Start(_flow, TuesdayMorning).Position, new IvrSpeech("c'est pour mon chat"), TuesdayMorning);

        Assert.That(((IvrSay)step.Prompts[0]).Text, Is.EqualTo("Pardon ?"));
        Assert.That(((IvrAsk)step.Next).Speech, Is.False);
        Assert.That(((IvrAsk)step.Next).Hints, Is.Empty);
    }

    [TestCase("je voudrais un RENDEZ VOUS s'il vous plait", "rendez_vous")]
    [TestCase("c'est pour un renouvelement d'ordonance", "ordonnance")]
    [TestCase("la pharmacie du centre", "confrere")]
    [TestCase("un rendez-vous et une ordonnance", "menu", Description = "fits two choices")]
    [TestCase("", "menu")]
    public void Words_choose_by_their_phrases_whatever_their_accents_and_slips(string words, string node) =>
        Assert.That(IvrWalk.Continue(_flow, IvrWalk.Start(_flow, TuesdayMorning).Position, new IvrSpeech(words), TuesdayMorning).Position.Node, Is.EqualTo(node));

    [Test]
    public void A_change_of_language_holds_for_all_that_follows()
    {
        var step = Go("9");
        Assert.That(((IvrSay)step.Prompts[0]).Text, Does.StartWith("Appointment"));

        step = IvrWalk.Continue(_flow, step.Position, new IvrKeys("1"), TuesdayMorning);
        Assert.That(((IvrEnqueue)step.Next).Language, Is.EqualTo(Language.En));
    }

    [Test]
    public void Of_several_keys_the_emergency_key_outranks_the_others() =>
        Assert.That(Go("10").Next, Is.InstanceOf<IvrEmergency>());

    [Test]
    public void Silence_at_the_menu_goes_to_a_human() =>
        Assert.That(IvrWalk.Continue(_flow, IvrWalk.Start(_flow, TuesdayMorning).Position, new IvrSilence(), TuesdayMorning).Next, Is.InstanceOf<IvrEnqueue>());

    [Test]
    public void A_message_announced_before_the_beep_can_still_be_left_for_the_emergency()
    {
        var waiting = Go("1").Position;
        var announced = IvrWalk.Continue(_flow, waiting, new IvrUnanswered(), TuesdayMorning);

        Assert.That(announced.Next, Is.InstanceOf<IvrAsk>());
        Assert.That(IvrWalk.Continue(_flow, announced.Position, new IvrKeys("0"), TuesdayMorning).Next, Is.InstanceOf<IvrEmergency>());
        Assert.That(IvrWalk.Continue(_flow, announced.Position, new IvrSilence(), TuesdayMorning).Next, Is.InstanceOf<IvrTakeMessage>());
        Assert.That(IvrWalk.Continue(_flow, announced.Position, new IvrKeys("7"), TuesdayMorning).Next, Is.InstanceOf<IvrTakeMessage>());
    }

    [Test]
    public void A_caller_who_only_changes_the_language_is_given_a_human_when_her_answers_are_used_up()
    {
        var step = IvrWalk.Start(_flow, TuesdayMorning);
        for (var i = 0; i < _flow.MaxInputs; i++)
        {
            step = IvrWalk.Continue(_flow, step.Position, new IvrKeys("9"), TuesdayMorning);
            Assert.That(step.Next, Is.InstanceOf<IvrAsk>());
        }

        Assert.That(((IvrEnqueue)IvrWalk.Continue(_flow, step.Position, new IvrKeys("9"), TuesdayMorning).Next).Node, Is.EqualTo("standard"));
    }

    [Test]
    public void The_position_survives_the_database()
    {
        var position = Go("1").Position;

        Assert.That(JsonSerializer.Deserialize<IvrPosition>(JsonSerializer.Serialize(position)), Is.EqualTo(position));
    }

    private IvrStep Go(string keys) => IvrWalk.Continue(_flow, IvrWalk.Start(_flow, TuesdayMorning).Position, new IvrKeys(keys), TuesdayMorning);
}
