using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Patients;

/// <summary>Which tokens lead to a patient, and which a search asks for.</summary>
internal sealed class PatientTokens(SearchTokens tokens)
{
    private const int ShortestStart = 2;
    private const int LongestStart = 5;

    public HashSet<long> Of(PracticeId practice, PatientIdentity identity)
    {
        var words = identity.Name.Words;
        return
        [
            .. identity.Phones.Select(phone => Phone(practice, PhoneNumber.Parse(phone))),
            .. words.Select(word => Word(practice, word)),
            .. words.Select(word => Sound(practice, word)),
            .. words.SelectMany(word => Starts(practice, word)),
            .. identity.BirthDate is { } born ? [Born(practice, born)] : Array.Empty<long>(),
        ];
    }

    public long Phone(PracticeId practice, PhoneNumber number) => tokens.Of(practice, "phone", number.E164);

    public long Born(PracticeId practice, LocalDate day) => tokens.Of(practice, "born", LocalDatePattern.Iso.Format(day));

    public long Word(PracticeId practice, string word) => tokens.Of(practice, "word", word);

    public long Sound(PracticeId practice, string word) => tokens.Of(practice, "sound", NameSound.Of(word));

    /// <summary>The tokens by which a word that was asked for may lead to somebody: whole, by sound, or as a beginning.</summary>
    public long[] Loosely(PracticeId practice, string asked) => asked.Length < ShortestStart
        ? [Word(practice, asked)]
        : [Word(practice, asked), Sound(practice, asked), Start(practice, asked[..Math.Min(asked.Length, LongestStart)])];

    private IEnumerable<long> Starts(PracticeId practice, string word) =>
        Enumerable.Range(ShortestStart, LongestStart - ShortestStart + 1).Where(length => length <= word.Length).Select(length => Start(practice, word[..length]));

    private long Start(PracticeId practice, string beginning) => tokens.Of(practice, "start", beginning);
}
