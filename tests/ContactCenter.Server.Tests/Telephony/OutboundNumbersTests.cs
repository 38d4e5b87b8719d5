using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Telephony;

internal sealed class OutboundNumbersTests
{
    [TestCase("+33612345678", true)]
    [TestCase("+33142345678", true)]
    [TestCase("+33912345678", true)]
    [TestCase("+262692123456", true)]
    [TestCase("+590590123456", true)]
    [TestCase("+594594123456", true)]
    [TestCase("+596696201234", true)]
    [TestCase("+33899123456", false)]
    [TestCase("+33812345678", false)]
    [TestCase("+33800123456", false)]
    [TestCase("+8821612345678", false)]
    [TestCase("+881612345678", false)]
    [TestCase("+14158675309", false)]
    [TestCase("+442079460000", false)]
    [TestCase("+330131852676", false)]
    [TestCase("0612345678", false)]
    [TestCase("3635", false)]
    [TestCase("", false)]
    [TestCase("15", false)]
    [TestCase("sip:someone@example.org", false)]
    [TestCase("client:agent", false)]
    public void Only_french_fixed_and_mobile_numbers_are_dialled(string number, bool may) =>
        Assert.That(OutboundNumbers.MayDial(number, emergency: false), Is.EqualTo(may));

    [TestCase("15", true)]
    [TestCase("112", true)]
    [TestCase("114", true)]
    [TestCase("3114", true)]
    [TestCase("911", false)]
    [TestCase("+33612345678", true)]
    [TestCase("+8821612345678", false)]
    public void An_emergency_dials_rescue_and_the_practice_s_own_numbers(string number, bool may) =>
        Assert.That(OutboundNumbers.MayDial(number, emergency: true), Is.EqualTo(may));

    /// <summary>S3: whatever the digits, nothing outside the listed countries and kinds is dialled.</summary>
    [Test]
    public void Of_a_thousand_random_numbers_none_outside_the_list_is_dialled()
    {
        var seed = TestContext.CurrentContext.Random.Next();
        var random = new Random(seed);
        string[] allowed = ["+331", "+332", "+333", "+334", "+335", "+336", "+337", "+339", "+262", "+590", "+594", "+596"];
        var outside = Enumerable.Range(0, 1_000)
            .Select(_ => "+" + string.Concat(Enumerable.Range(0, random.Next(6, 15)).Select(i => (char)('0' + (i == 0 ? random.Next(1, 10) : random.Next(10))))))
            .Where(n => OutboundNumbers.MayDial(n, random.Next(2) == 0) && !allowed.Any(a => n.StartsWith(a, StringComparison.Ordinal))).ToList();
        Assert.That(outside, Is.Empty, $"seed {seed}");
    }

    [Test]
    public async Task The_day_s_cap_holds_for_calls_at_once_and_starts_anew_each_day()
    {
        await using var host = new TestHost(b => b.UseSetting("Twilio:DailyOutboundCap", "20"));
        var cap = host.Services.GetRequiredService<OutboundCap>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cap.Take(default)));
        Assert.That(taken.Count(t => t), Is.EqualTo(20));
    }
}
