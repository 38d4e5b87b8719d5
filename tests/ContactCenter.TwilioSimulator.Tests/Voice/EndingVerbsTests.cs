using ContactCenter.TwilioSimulator.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.TwilioSimulator.Tests.Voice;

/// <summary>Redirect, Reject, Hangup, and documents that cannot be had.</summary>
internal sealed class EndingVerbsTests
{
    [TestCase("", "busy", ExpectedResult = "busy", TestName = "Reject_as_busy")]
    [TestCase("", "rejected", ExpectedResult = "no-answer", TestName = "Reject_as_rejected")]
    public async Task<string> Rejected_calls_are_never_answered(string before, string reason)
    {
        await using var bench = await Bench.Answering($"{before}<Reject reason=\"{reason}\"/>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Leg!.AnsweredAt, Is.Null);
        return (await bench.Server.Asked("/status"))["CallStatus"];
    }

    [Test]
    public async Task Redirect_takes_the_call_to_another_document_and_nothing_after_it_is_heard()
    {
        await using var bench = await Bench.Answering("<Redirect>/next</Redirect><Say>jamais</Say>");
        bench.Server.Answers("/next", "<Say>suite</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(phone.Said, Is.EqualTo(["suite"]));
        Assert.That((await bench.Server.Asked("/next")).Method, Is.EqualTo("POST"));
    }

    [Test]
    public async Task Hangup_ends_the_call_and_its_length_is_told()
    {
        await using var bench = await Bench.Answering("<Pause length=\"3\"/><Hangup/><Say>jamais</Say>");
        var phone = bench.Dial();
        await phone.IsOver();
        var told = await bench.Server.Asked("/status");
        Assert.That((told["CallStatus"], told["CallbackSource"]), Is.EqualTo(("completed", "call-progress-events")));
        Assert.That(int.Parse(told["CallDuration"], System.Globalization.CultureInfo.InvariantCulture), Is.InRange(3, 6));
        Assert.That(phone.Said, Is.Empty);
    }

    [Test]
    public async Task An_answered_call_of_less_than_a_second_counts_one()
    {
        await using var bench = await Bench.Answering("<Hangup/>");
        bench.Dial();
        Assert.That((await bench.Server.Asked("/status"))["CallDuration"], Is.EqualTo("1"));
    }

    [Test]
    public async Task A_caller_who_hangs_up_before_the_answer_cancelled()
    {
        await using var bench = await Bench.Set();
        var slow = new TaskCompletionSource();
        bench.Server.Answers("/voice", _ =>
        {
            slow.Task.Wait();
            return Results.Text("<Response/>", "application/xml");
        });
        var phone = bench.Dial();
        await bench.Server.Asked("/voice");
        phone.HangUp();
        slow.SetResult();
        Assert.That((await bench.Server.Asked("/status"))["CallStatus"], Is.EqualTo("canceled"));
    }

    [Test]
    public async Task A_server_that_fails_is_told_by_a_sentence_and_a_fault()
    {
        await using var bench = await Bench.Set();
        bench.Server.Answers("/voice", _ => Results.StatusCode(500));
        var phone = bench.Dial();
        await phone.Hears("application error");
        await phone.IsOver();
        Assert.That(bench.Faults.Single().Code, Is.EqualTo(11200));
    }

    [Test]
    public async Task The_fallback_is_asked_with_the_reason()
    {
        await using var bench = await Bench.Set();
        bench.Simulator.Options.Numbers[0].VoiceFallbackUrl = bench.Url("/fallback");
        bench.Server.Answers("/voice", "<Nonsense/>");
        bench.Server.Answers("/fallback", "<Say>secours</Say>");
        await bench.Dial().Hears("secours");
        var asked = await bench.Server.Asked("/fallback");
        Assert.That((asked["ErrorCode"], asked["ErrorUrl"]), Is.EqualTo(("12200", bench.Url("/voice"))));
    }

    [Test]
    public async Task An_empty_answer_is_an_empty_document()
    {
        await using var bench = await Bench.Set();
        var phone = bench.Dial();
        await phone.IsOver();
        Assert.That(bench.Faults, Is.Empty);
    }
}
