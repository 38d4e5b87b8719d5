using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Tests.Support;
using NodaTime;

namespace ContactCenter.Domain.Tests.Ivr;

public sealed class IvrQueueingTests
{
    private static readonly IvrContext Known = new(Instant.FromUtc(2026, 9, 15, 8, 0), CallerKind.Known);
    private static readonly IvrPosition Queued = new("rendez_vous", Language.Fr, Entered: true);

    private readonly IvrFlow _flow = Shipped.Flow();

    [Test]
    public void A_wait_begins_with_the_nodes_own_words_the_place_and_the_offer_to_call_back()
    {
        var step = IvrWalk.Wait(_flow, Queued, new IvrWaitState(3, Duration.Zero, null), Known);

        Assert.That(Texts(step), Is.EqualTo(new[]
        {
            "Une secrétaire va vous répondre pour votre rendez-vous.",
            "Vous êtes en position 3. En cas d'urgence vitale, tapez 0.",
            "Pour être rappelé sans perdre votre place, tapez 1.",
        }).AsCollection);
        Assert.That(step.Prompts[^1], Is.EqualTo(new IvrMusic("hold-music")));
        Assert.That(((IvrAsk)step.Next).Keys, Is.EqualTo(new[] { '1', '0' }).AsCollection);
    }

    [TestCase(0, 30, ExpectedResult = 0)]
    [TestCase(30, 44, ExpectedResult = 0)]
    [TestCase(30, 46, ExpectedResult = 2)]
    [TestCase(46, 80, ExpectedResult = 0)]
    [TestCase(80, 95, ExpectedResult = 2)]
    [TestCase(95, 300, ExpectedResult = 2, Description = "a late question makes one announcement, not four")]
    public int Announcements_come_as_often_as_the_flow_says(int before, int now) =>
        Texts(IvrWalk.Wait(_flow, Queued, new IvrWaitState(2, Duration.FromSeconds(now), Duration.FromSeconds(before)), Known)).Count();

    [Test]
    public void A_place_that_is_not_known_is_not_said() =>
        Assert.That(Texts(IvrWalk.Wait(_flow, Queued, new IvrWaitState(null, Duration.Zero, null), Known)), Has.None.Contains("position"));

    [Test]
    public void A_masked_number_is_neither_offered_nor_given_a_callback()
    {
        var masked = Known with { Caller = CallerKind.Masked };

        Assert.That(Texts(IvrWalk.Wait(_flow, Queued, new IvrWaitState(1, Duration.Zero, null), masked)), Has.None.Contains("rappelé"));
        Assert.That(IvrWalk.Continue(_flow, Queued, new IvrKeys("1"), masked).Next, Is.InstanceOf<IvrKeepWaiting>());
        Assert.That(IvrWalk.Continue(_flow, Queued, new IvrKeys("1"), Known).Next, Is.InstanceOf<IvrCallbackRequested>());
    }

    [Test]
    public void Silence_and_other_keys_keep_the_caller_waiting()
    {
        Assert.That(IvrWalk.Continue(_flow, Queued, new IvrSilence(), Known).Next, Is.InstanceOf<IvrKeepWaiting>());
        Assert.That(IvrWalk.Continue(_flow, Queued, new IvrKeys("7"), Known).Next, Is.InstanceOf<IvrKeepWaiting>());
    }

    [Test]
    public void The_emergency_key_works_in_the_queue() =>
        Assert.That(IvrWalk.Continue(_flow, Queued, new IvrKeys("0"), Known).Next, Is.InstanceOf<IvrEmergency>());

    private static IEnumerable<string> Texts(IvrStep step) => step.Prompts.OfType<IvrSay>().Select(s => s.Text);
}
