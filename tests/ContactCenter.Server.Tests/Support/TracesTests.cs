using System.Text;

namespace ContactCenter.Server.Tests.Support;

/// <summary>A search that finds nothing proves nothing unless it finds what is there.</summary>
internal sealed class TracesTests
{
    private static readonly Traces Wanted = new("Zwybelfisché", "698712345");

    [TestCase("plain Zwybelfisché here")]
    [TestCase("ZWYBELFISCHé")]
    [TestCase("name=Zwybelfisch%C3%A9&x=1")]
    [TestCase("\"Zwybelfisch\\u00E9\"")]
    [TestCase("To=%2B33698712345")]
    [TestCase("5A777962656C6669736368C3A9")]
    [TestCase("3639383731323334 35 363938373132333435")]
    public void A_word_is_found_in_text(string text) => Assert.That(Wanted.In("text", text), Is.Not.Empty);

    [Test]
    public void A_word_is_found_in_base64_wherever_it_begins([Range(0, 5)] int before, [Values] bool url)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', before) + "Zwybelfisché and more"));
        Assert.That(Wanted.In("text", url ? text.Replace('+', '-').Replace('/', '_') : text), Is.Not.Empty);
    }

    [Test]
    public void A_word_is_found_in_wide_letters() => Assert.That(Wanted.In("bytes", Encoding.Unicode.GetBytes("xxZwybelfisché")), Is.Not.Empty);

    [TestCase("Zwybel fisch 69871234")]
    [TestCase("")]
    public void What_is_not_there_is_not_found(string text) => Assert.That(Wanted.In("text", text), Is.Empty);

    [Test]
    public void Numbers_are_looked_for_as_people_write_them() =>
        Assert.That(Traces.OfNumber("+33698712345"), Is.EqualTo(new[] { "698712345", "0698712345", "06 98 71 23 45", "06.98.71.23.45", "06-98-71-23-45" }));
}
