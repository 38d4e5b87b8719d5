using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Tests.Wire;

internal sealed class SignatureTests
{
    [TestCase("https://example.com/myapp.php?foo=1&bar=2", "+14158675310", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [TestCase("https://mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [TestCase("https://mycompany.com/myapp.php?foo=1&bar=2", "+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void Published_vectors_are_signed_as_published(string url, string caller, string expected)
    {
        Dictionary<string, string> form = new()
        {
            ["CallSid"] = "CA1234567890ABCDE", ["Caller"] = caller, ["From"] = caller, ["Digits"] = "1234", ["To"] = "+18005551212",
        };
        Assert.That(Signature.Sign("12345", url, form), Is.EqualTo(expected));
    }
}
