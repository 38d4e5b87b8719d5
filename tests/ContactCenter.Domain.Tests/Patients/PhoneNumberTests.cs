using ContactCenter.Domain.Patients;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class PhoneNumberTests
{
    [TestCase("+33612345678")]
    [TestCase("+262692123456")]
    [TestCase("+1234567")]
    [TestCase("+123456789012345")]
    public void E164_is_read(string text) => Assert.That(PhoneNumber.Parse(text).E164, Is.EqualTo(text));

    [TestCase("0612345678")]
    [TestCase("+0612345678")]
    [TestCase("+33 6 12 34 56 78")]
    [TestCase("+3361234567٣")]
    [TestCase("+123456")]
    [TestCase("+1234567890123456")]
    [TestCase("anonymous")]
    [TestCase("")]
    [TestCase(null)]
    public void Anything_else_is_refused(string? text) => Assert.That(PhoneNumber.TryParse(text, out _), Is.False);

    [Test]
    public void A_refusal_does_not_repeat_the_number() =>
        Assert.That(() => PhoneNumber.Parse("06 12 34 56 78"), Throws.TypeOf<FormatException>().With.Message.Not.Contains("12"));
}
