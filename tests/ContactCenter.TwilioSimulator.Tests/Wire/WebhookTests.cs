using ContactCenter.TwilioSimulator.Tests.Support;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Tests.Wire;

/// <summary>What is sent is signed, and what chaos does to notices.</summary>
internal sealed class WebhookTests
{
    [Test]
    public async Task A_request_by_POST_is_signed_over_address_and_form_without_the_fragment()
    {
        await using var bench = await Bench.Set();
        bench.Simulator.Options.Numbers[0].VoiceUrl += "?x=a%20+b&y=#rc=1";
        await bench.Dial().IsOver();
        var asked = await bench.Server.Asked("/voice");
        Assert.That(asked.Signature, Is.EqualTo(Signature.Sign(bench.Simulator.Options.AuthToken, asked.Url, asked.Form)));
        Assert.That(asked["CallStatus"], Is.EqualTo("ringing"));
    }

    [Test]
    public async Task A_request_by_GET_is_signed_over_its_whole_address()
    {
        await using var bench = await Bench.Answering("<Gather numDigits=\"1\" method=\"GET\" action=\"/keys?turn=2\"/>");
        bench.Dial().Press("3");
        var asked = await bench.Server.Asked("/keys");
        Assert.That(asked.Signature, Is.EqualTo(Signature.Sign(bench.Simulator.Options.AuthToken, asked.Url, [])));
    }

    [Test]
    public async Task A_softphone_connects_through_the_application_with_its_parameters()
    {
        await using var bench = await Bench.Set();
        var phone = ScriptedPhoneOf(bench);
        var asked = await bench.Server.Asked("/app");
        Assert.That((asked["From"], asked["To"], asked["callId"], asked["Direction"]), Is.EqualTo(("client:claire", "", "7", "inbound")));
        await phone.IsOver();
    }

    [Test]
    public async Task A_lost_notice_never_comes()
    {
        await using var bench = await Bench.Set(o => o with { Chaos = new() { DropPercent = 100 } });
        await bench.Dial().IsOver();
        await Bench.Eventually(() => bench.Simulator.IsQuiet, "quiet");
        Assert.That(bench.Server.At("/status"), Is.Empty);
    }

    [Test]
    public async Task A_withheld_notice_comes_once_when_it_is_released()
    {
        await using var bench = await Bench.Set(o => o with { Chaos = new() { WithholdPercent = 100, DuplicatePercent = 100, ReorderPercent = 100, ForgePercent = 0 } });
        await bench.Dial().IsOver();
        await Bench.Eventually(() => bench.Simulator.IsQuiet, "quiet");
        Assert.That(bench.Server.At("/status"), Is.Empty);
        var released = bench.Simulator.ReleaseWithheld();
        await Bench.Eventually(() => bench.Simulator.IsQuiet, "quiet again");
        Assert.That((released > 0, bench.Server.At("/status").Count), Is.EqualTo((true, released)));
        Assert.That(bench.Simulator.ReleaseWithheld(), Is.Zero);
    }

    [Test]
    public async Task A_repeated_notice_comes_twice_and_a_forged_one_is_signed_by_another()
    {
        await using var bench =
            await Bench.Set(o => o with { Chaos = new() { DuplicatePercent = 100, ForgePercent = 100, MostDelay = TimeSpan.FromSeconds(1) } });
        await bench.Dial().IsOver();
        await bench.Server.Asked("/status", 2);
        var genuine = bench.Server.At("/status").Where(r => r.Signature == Signature.Sign(bench.Simulator.Options.AuthToken, r.Url, r.Form)).ToList();
        Assert.That((genuine.Count, bench.Server.At("/status").Count), Is.EqualTo((2, 3)));
        Assert.That(genuine[0].Form, Is.EqualTo(genuine[1].Form));
    }

    private static Driving.ScriptedPhone ScriptedPhoneOf(Bench bench)
    {
        var phone = Driving.ScriptedPhone.LetsItRing();
        bench.Simulator.Board.ConnectClient("claire", new Dictionary<string, string> { ["callId"] = "7" }, phone);
        return phone;
    }
}
