using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Tests.Words;

internal sealed class WordsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static IEnumerable<string> Files() => typeof(CommonWords).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(CommonWords).Namespace && t.GetProperty("ResourceManager", (System.Reflection.BindingFlags)(-1)) is not null)
        .Select(t => t.FullName!);

    [TestCaseSource(nameof(Files))]
    public void Both_languages_have_the_same_keys(string file) =>
        Assert.That(Read(file, English).Keys, Is.EquivalentTo(Read(file, CultureInfo.InvariantCulture).Keys));

    [TestCaseSource(nameof(Files))]
    public void Both_languages_fill_the_same_places(string file)
    {
        var (french, english) = (Read(file, CultureInfo.InvariantCulture), Read(file, English));
        Assert.That(french.Keys.Where(key => Places(french[key]) != Places(english[key])), Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void No_word_is_empty(string file) =>
        Assert.That(Read(file, CultureInfo.InvariantCulture).Concat(Read(file, English)).Where(w => string.IsNullOrWhiteSpace(w.Value)), Is.Empty);

    private static Dictionary<string, string> Read(string file, CultureInfo culture) =>
        new ResourceManager(file, typeof(CommonWords).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string Places(string sentence) => string.Concat(Regex.Matches(sentence, @"\{\d+").Select(m => m.Value).Order());
}
