using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Tests.Support;

namespace ContactCenter.TwilioSimulator.Tests.Rest;

internal sealed class CallResourceTests
{
    private Bench _shared = null!;

    [OneTimeSetUp]
    public async Task Set() => _shared = await Bench.Set();

    [OneTimeTearDown]
    public async Task Clear() => await _shared.DisposeAsync();

    [TestCase("", Bench.Line, "http://x.example/", 21201)]
    [TestCase("15", "", "http://x.example/", 21603)]
    [TestCase("quinze", Bench.Line, "http://x.example/", 21211)]
    [TestCase("15", "+33999999999", "http://x.example/", 21210)]
    [TestCase("15", Bench.Line, "", 21205)]
    [TestCase("15", Bench.Line, "ftp://x.example/", 21205)]
    [TestCase("15", Bench.Line, "http://my_host/", 21205)]
    public async Task Wrong_calls_are_refused_with_their_code(string to, string from, string url, int code)
    {
        var (http, body) = await _shared.Post("Calls.json", ("To", to), ("From", from), ("Url", url));
        Assert.That((http, body.GetProperty("code").GetInt32()), Is.EqualTo((400, code)));
    }

    [Test]
    public async Task Legs_are_listed_between_two_days_with_what_they_cost()
    {
        await using var bench = await Bench.Set();
        bench.Put(Bench.Doctor, ScriptedPhone.Answers());
        var (_, made) = await bench.Post("Calls.json", ("To", Bench.Doctor), ("From", Bench.Line), ("Twiml", "<Response><Hangup/></Response>"));
        var leg = made.GetProperty("sid").GetString()!;
        for (var i = 0; i < 200 && (await bench.Get($"Calls/{leg}.json")).Body.GetProperty("status").GetString() != "completed"; i++)
            await Task.Delay(25);
        var (_, read) = await bench.Get($"Calls/{leg}.json");
        Assert.That((read.GetProperty("price").GetString(), read.GetProperty("price_unit").GetString()), Is.EqualTo(("-0.00850", "EUR")), "a started minute");
        var day = DateTimeOffset.Parse(read.GetProperty("start_time").GetString()!, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime.Date;

        Assert.That(await Between(day, day.AddDays(1)), Is.EqualTo(new[] { leg }));
        Assert.That(await Between(day.AddDays(-1), day), Is.Empty);
        Assert.That(await Between(day.AddDays(1), day.AddDays(2)), Is.Empty);

        async Task<IEnumerable<string?>> Between(DateTime from, DateTime to)
        {
            var (_, page) = await bench.Get($"Calls.json?StartTime%3E={from:yyyy-MM-dd}&StartTime%3C={to:yyyy-MM-dd}");
            return page.GetProperty("calls").EnumerateArray().Select(c => c.GetProperty("sid").GetString());
        }
    }

    [Test]
    public async Task A_document_of_more_than_4000_characters_is_refused()
    {
        var (_, body) = await _shared.Post("Calls.json", ("To", "15"), ("From", Bench.Line),
            ("Twiml", $"<Response><Say>{new string('a', 4_000)}</Say></Response>"));
        Assert.That(body.GetProperty("code").GetInt32(), Is.EqualTo(21624));
    }

    [Test]
    public async Task A_call_rings_is_answered_and_carries_out_its_document()
    {
        await using var bench = await Bench.Set();
        var doctor = bench.Put(Bench.Doctor, ScriptedPhone.Answers());
        var (http, body) = await bench.Post("Calls.json", ("To", Bench.Doctor), ("From", Bench.Line),
            ("Twiml", "<Response><Say>bonsoir</Say></Response>"));
        Assert.That((http, body.GetProperty("status").GetString(), body.GetProperty("direction").GetString()),
            Is.EqualTo((201, "queued", "outbound-api")).Or.EqualTo((201, "ringing", "outbound-api")).Or.EqualTo((201, "in-progress",
            "outbound-api")));
        await doctor.Hears("bonsoir");
        await doctor.IsOver();
        var (_, read) = await bench.Get($"Calls/{body.GetProperty("sid").GetString()}.json");
        Assert.That((read.GetProperty("status").GetString(), read.GetProperty("duration").GetString()), Is.EqualTo(("completed", "1")));
    }

    [Test]
    public async Task A_call_that_is_not_answered_has_no_duration()
    {
        await using var bench = await Bench.Set();
        var doctor = bench.Put(Bench.Doctor, ScriptedPhone.LetsItRing());
        var (_, body) = await bench.Post("Calls.json", ("To", Bench.Doctor), ("From", Bench.Line), ("Twiml", "<Response/>"), ("Timeout", "2"),
            ("StatusCallback", bench.Url("/leg")), ("StatusCallbackEvent", "completed"));
        await doctor.IsOver();
        var told = await bench.Server.Asked("/leg");
        Assert.That((told["CallStatus"], told.Form.ContainsKey("CallDuration")), Is.EqualTo(("no-answer", false)));
        Assert.That((await bench.Get($"Calls/{body.GetProperty("sid").GetString()}.json")).Body.GetProperty("duration").GetString(), Is.Null);
    }

    [Test]
    public async Task Only_a_call_in_progress_can_be_redirected()
    {
        await using var bench = await Bench.Answering("<Hangup/>");
        var phone = bench.Dial();
        await phone.IsOver();
        var (http, body) = await bench.Post($"Calls/{phone.Leg!.Sid}.json", ("Url", bench.Url("/next")));
        Assert.That((http, body.GetProperty("code").GetInt32()), Is.EqualTo((400, 21220)));
    }

    [Test]
    public async Task Status_ends_a_call_and_knows_no_other_words()
    {
        await using var bench = await Bench.Answering("<Pause length=\"600\"/>");
        var phone = bench.Dial();
        await Bench.Eventually(() => phone.Leg!.AnsweredAt is not null, "answered");
        Assert.That((await bench.Post($"Calls/{phone.Leg!.Sid}.json", ("Status", "paused"))).Body.GetProperty("code").GetInt32(), Is.EqualTo(21218));
        await bench.Post($"Calls/{phone.Leg!.Sid}.json", ("Status", "completed"));
        await phone.IsOver();
        Assert.That(phone.Leg.Word, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Lists_are_filtered_and_paged()
    {
        await using var bench = await Bench.Answering("<Hangup/>");
        for (var n = 1; n <= 3; n++)
            await bench.Dial($"+3361234560{n}").IsOver();
        var (_, page) = await bench.Get("Calls.json?Status=completed&PageSize=2");
        Assert.That((page.GetProperty("calls").GetArrayLength(), page.GetProperty("page_size").GetInt32(), page.GetProperty("end").GetInt32()),
            Is.EqualTo((2, 2, 1)));
        var (_, next) = await bench.Get(bench.Simulator.Address + page.GetProperty("next_page_uri").GetString());
        Assert.That((next.GetProperty("calls").GetArrayLength(), next.GetProperty("next_page_uri").GetString()), Is.EqualTo((1, (string?)null)));
        Assert.That((await bench.Get("Calls.json?From=%2B33612345602")).Body.GetProperty("calls").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_does_not_exist_is_20404()
    {
        foreach (var path in new[] { "Calls/CA1.json", "Conferences/CF1.json", "Conferences/CF1/Participants.json", "Recordings/RE1.json",
            "Recordings/RE1.wav", "Messages/SM1.json", "IncomingPhoneNumbers/PN1.json" })
        {
            var (http, body) = await _shared.Get(path);
            Assert.That((http, body.GetProperty("code").GetInt32()), Is.EqualTo((404, 20404)), path);
        }
    }
}
