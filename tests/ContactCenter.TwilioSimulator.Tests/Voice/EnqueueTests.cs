using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

internal sealed class EnqueueTests
{
    private const string Waits = "<Enqueue waitUrl=\"/wait\" action=\"/left\">lilas</Enqueue>";

    [Test]
    public async Task The_waiting_document_is_asked_again_and_again_with_place_and_time()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Play>/music.wav</Play>");
        bench.Dial();
        var (first, third) = (await bench.Server.Asked("/wait"), await bench.Server.Asked("/wait", 2));
        Assert.That((first["QueuePosition"], first["CurrentQueueSize"], first["MaxQueueSize"], first["QueueTime"]),
            Is.EqualTo(("1", "1", "1000", "0")));
        Assert.That(int.Parse(third["QueueTime"], System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task Places_follow_the_order_of_arrival()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Pause length=\"1\"/>");
        var first = bench.Dial("+33612345601");
        await bench.Server.Asked("/wait");
        bench.Dial("+33612345602");
        await Bench.Eventually(() => bench.Server.At("/wait").Any(r => r["From"] == "+33612345602"), "the second waits");
        Assert.That(bench.Server.At("/wait").First(r => r["From"] == "+33612345602")["QueuePosition"], Is.EqualTo("2"));
        first.HangUp();
        await Bench.Eventually(() => bench.Server.At("/wait")[^1] is { } last && last["From"] == "+33612345602"
            && last["QueuePosition"] == "1", "the second moves up");
    }

    [Test]
    public async Task Leave_goes_to_the_action_at_once()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Leave/>");
        bench.Server.Answers("/left", "<Say>sortie</Say>");
        await bench.Dial().Hears("sortie");
        Assert.That((await bench.Server.Asked("/left"))["QueueResult"], Is.EqualTo("leave"));
    }

    [Test]
    public async Task A_redirect_over_REST_is_told_to_the_action_and_followed()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Play loop=\"0\">/music.wav</Play>");
        bench.Server.Answers("/talk", "<Say>en ligne</Say>");
        var phone = bench.Dial();
        await bench.Server.Asked("/wait");
        await bench.Post($"Calls/{phone.Leg!.Sid}.json", ("Url", bench.Url("/talk")));
        await phone.Hears("en ligne");
        Assert.That((await bench.Server.Asked("/left"))["QueueResult"], Is.EqualTo("redirected"));
    }

    [Test]
    public async Task Hanging_up_is_told_to_the_action()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Play loop=\"0\">/music.wav</Play>");
        var phone = bench.Dial();
        await bench.Server.Asked("/wait");
        phone.HangUp();
        var left = await bench.Server.Asked("/left");
        Assert.That((left["QueueResult"], left["CallStatus"]), Is.EqualTo(("hangup", "completed")));
    }

    [Test]
    public async Task Keys_can_be_gathered_while_waiting_and_without_an_action_come_to_the_waiting_document()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Gather numDigits=\"1\" timeout=\"60\"/>");
        var phone = bench.Dial();
        await bench.Server.Asked("/wait");
        phone.Press("8");
        Assert.That((await bench.Server.Asked("/wait", 1))["Digits"], Is.EqualTo("8"));
    }

    [Test]
    public async Task A_full_queue_is_told_to_the_action()
    {
        await using var bench = await Bench.Answering("<Enqueue waitUrl=\"/wait\" maxQueueSize=\"1\" action=\"/left\">lilas</Enqueue>");
        bench.Server.Answers("/wait", "<Play loop=\"0\">/music.wav</Play>");
        bench.Dial();
        await bench.Server.Asked("/wait");
        bench.Dial("+33612345602");
        Assert.That((await bench.Server.Asked("/left"))["QueueResult"], Is.EqualTo("queue-full"));
    }

    [Test]
    public async Task A_verb_that_is_not_for_queues_ends_the_call_with_a_fault()
    {
        await using var bench = await Bench.Answering(Waits);
        bench.Server.Answers("/wait", "<Record/>");
        await bench.Dial().IsOver();
        Assert.That(bench.Faults.Single().Message, Is.EqualTo("<Record> is not allowed here."));
    }
}
