using System.Text;
using ContactCenter.Server.Telephony.TwilioVoice;

namespace ContactCenter.Server.Tests.Telephony;

internal sealed class TwilioSignatureTests
{
    private const string MyCompany = "https://mycompany.com/myapp.php?foo=1&bar=2";

    [TestCase("https://example.com/myapp.php?foo=1&bar=2", "+14158675310", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [TestCase(MyCompany, "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [TestCase(MyCompany, "+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void Published_vectors_of_forms_are_accepted(string url, string caller, string signature) =>
        Assert.That(TwilioSignature.Matches(signature, ["12345"], url, Form(caller)), Is.True);

    [Test]
    public void Published_vectors_of_bodies_are_accepted()
    {
        const string hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var body = Encoding.UTF8.GetBytes("{\"property\": \"value\", \"boolean\": true}");
        Assert.That(TwilioSignature.Matches("a9nBmqA0ju/hNViExpshrM61xv4=", ["12345"], $"{MyCompany}&bodySHA256={hash}", []), Is.True);
        Assert.That(TwilioSignature.BodyMatches($"?foo=1&bar=2&bodySHA256={hash}", body), Is.True);
        Assert.That(TwilioSignature.BodyMatches($"?foo=1&bodySHA256={hash}&bar=2", body), Is.True);
        Assert.That(TwilioSignature.BodyMatches("?foo=1&bodySHA256", body), Is.False);
        Assert.That(TwilioSignature.BodyMatches($"?bodySHA256={hash.ToUpperInvariant()}", body), Is.False);
    }

    [Test]
    public void Both_tokens_are_accepted_during_rotation_and_no_other()
    {
        var signature = TwilioSignature.Compute("old", MyCompany, Flat("+33612345678"));
        Assert.That(TwilioSignature.Matches(signature, ["new", "old"], MyCompany, Form("+33612345678")), Is.True);
        Assert.That(TwilioSignature.Matches(signature, ["new"], MyCompany, Form("+33612345678")), Is.False);
    }

    [TestCase("https://voice.example.org/twilio", "https://voice.example.org:443/twilio")]
    [TestCase("https://voice.example.org:443/twilio", "https://voice.example.org/twilio")]
    [TestCase("http://voice.example.org/twilio", "http://voice.example.org:80/twilio")]
    [TestCase("https://voice.example.org:8443/twilio", "https://voice.example.org/twilio")]
    public void A_port_may_be_in_the_signed_address_or_not(string ours, string signed) =>
        Assert.That(TwilioSignature.Matches(TwilioSignature.Compute("t", signed, []), ["t"], ours, []), Is.True);

    [Test]
    public void A_repeated_name_is_accepted_as_each_of_the_vendors_libraries_writes_it()
    {
        KeyValuePair<string, IReadOnlyList<string>>[] form = [KeyValuePair.Create("Digits", (IReadOnlyList<string>)["2", "1", "2"])];
        var asNode = TwilioSignature.Compute("t", MyCompany, [new("Digits", "1"), new("Digits", "2")]);
        var asCSharp = TwilioSignature.Compute("t", MyCompany, [new("Digits", "2,1,2")]);
        Assert.That(TwilioSignature.Matches(asNode, ["t"], MyCompany, form), Is.True);
        Assert.That(TwilioSignature.Matches(asCSharp, ["t"], MyCompany, form), Is.True);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("not base64 at all !")]
    [TestCase("é")]
    public void A_missing_or_malformed_signature_matches_nothing(string? signature) =>
        Assert.That(TwilioSignature.Matches(signature, ["12345"], MyCompany, Form("+14158675309")), Is.False);

    /// <summary>S1: 200 requests signed right, each changed by one byte 50 times over.</summary>
    [Test]
    public void Two_hundred_requests_are_accepted_and_ten_thousand_changed_by_one_byte_refused()
    {
        var seed = TestContext.CurrentContext.Random.Next();
        var random = new Random(seed);
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            var url = $"https://voice.example.org/twilio/voice/calls/{Guid.NewGuid():N}/input?a=node-{random.Next(99)}&t={random.Next(99)}";
            string[] values = [$"CA{Guid.NewGuid():N}", $"+336{random.Next(10_000_000, 99_999_999)}", $"{random.Next(10)}", Words(random)];
            var form = Fields(values);
            var signature = TwilioSignature.Compute("s3cret", url, form.Select(f => KeyValuePair.Create(f.Key, f.Value[0])));
            if (TwilioSignature.Matches(signature, ["s3cret"], url, form))
                accepted++;
            for (var change = 0; change < 50; change++)
            {
                var parts = new[] { url, signature }.Concat(values).ToArray();
                var at = random.Next(parts.Length);
                parts[at] = Change(parts[at], random);
                if (!TwilioSignature.Matches(parts[1], ["s3cret"], parts[0], Fields(parts[2..])))
                    refused++;
            }
        }
        Assert.That((accepted, refused), Is.EqualTo((200, 10_000)), $"seed {seed}");
    }

    private static KeyValuePair<string, IReadOnlyList<string>>[] Fields(string[] values) =>
    [
        .. new[] { "CallSid", "From", "Digits", "SpeechResult" }.Zip(values).Select(f => KeyValuePair.Create(f.First, (IReadOnlyList<string>)[f.Second]))
            .OrderBy(f => f.Key, StringComparer.Ordinal),
    ];

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, 4).Select(_ => new[] { "mal", "à", "la", "tête", "rendez-vous" }[random.Next(5)]));

    private static string Change(string text, Random random)
    {
        var at = random.Next(text.Length);
        var other = (char)('!' + random.Next(90));
        return text[at] == other ? Change(text, random) : $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static KeyValuePair<string, IReadOnlyList<string>>[] Form(string caller) => [.. Flat(caller).Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[f.Value]))];

    private static KeyValuePair<string, string>[] Flat(string caller) =>
        [new("CallSid", "CA1234567890ABCDE"), new("Caller", caller), new("Digits", "1234"), new("From", caller), new("To", "+18005551212")];
}
