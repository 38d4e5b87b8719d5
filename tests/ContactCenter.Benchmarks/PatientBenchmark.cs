using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>Finds patients among very many: by number, by name as it is written and as it sounds, by birth date; beside a lookup of one row by its key in bare SQLite.</summary>
internal static class PatientBenchmark
{
    private const int Batch = 2_000;

    public static async Task Run(string[] options)
    {
        var count = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 200_000;
        var searches = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 1_000;
        var folder = Directory.CreateTempSubdirectory("patients");
        try
        {
            var file = Path.Combine(folder.FullName, "patients.db");
            var database = new Database(DatabaseEngine.Sqlite, $"Data Source={file}", folder.FullName);
            await Schema.BringUp(database, default);
            var crowd = new Crowd(database.OpenStore());
            var fill = Stopwatch.StartNew();
            await crowd.Fill(count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count:N0} patients sealed with their tokens in {fill.Elapsed.TotalSeconds:N1} s, {new FileInfo(file).Length / 1e6:N0} MB"));
            var bare = Bare(file, crowd, searches);
            await Report("by number (a household)", searches, n => crowd.Question(n, byPhone: true), crowd, bare);
            await Report("by family and given name", searches, n => crowd.Question(n, words: 2), crowd, bare);
            await Report("by family and given name, as it sounds", searches, n => crowd.Question(n, words: 2, misspelt: true), crowd, bare);
            await Report("by a beginning of three letters and the birth date", searches, n => crowd.Question(n, words: 1, letters: 3, born: true), crowd, bare);
            await Report("by birth date", searches, n => crowd.Question(n, born: true), crowd, bare);
            await Report("by a beginning of three letters alone", searches, n => crowd.Question(n, words: 1, letters: 3), crowd, bare);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Report(string what, int searches, Func<int, (PatientQuestion Asked, PatientId Wanted, bool Certain)> question, Crowd crowd, double bare)
    {
        List<double> took = [];
        for (var n = -searches / 10; n < searches; n++)
        {
            var (asked, wanted, certain) = question(Math.Abs(n));
            var clock = Stopwatch.StartNew();
            var found = await crowd.Find(asked);
            if (n >= 0)
                took.Add(clock.Elapsed.TotalMilliseconds);
            if (certain && found.All(p => p.Row.Id != wanted) && found.Count <= PatientSearch.Shown)
                throw new InvalidOperationException($"Patient {n} was not found {what}.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-52} p50 {Figures.Median(took),7:N2} ms  p99 {Figures.Percentile(took, 0.99),7:N2} ms  {Figures.Median(took) / bare,6:N0} x bare  goal p99 20 ms"));
    }

    /// <summary>What SQLite itself takes to find one token's row, in milliseconds.</summary>
    private static double Bare(string file, Crowd crowd, int lookups)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT p.Box FROM PatientTokens t JOIN Patients p ON p.PracticeId = t.PracticeId AND p.Id = t.PatientId WHERE t.PracticeId = $practice AND t.Token = $token";
        command.Parameters.AddWithValue("$practice", crowd.Practice.Value);
        var token = command.Parameters.Add("$token", SqliteType.Integer);
        List<double> took = [];
        for (var n = 0; n < lookups; n++)
        {
            token.Value = crowd.PhoneToken(n);
            var clock = Stopwatch.StartNew();
            using var reader = command.ExecuteReader();
            if (!reader.Read())
                throw new InvalidOperationException("The token is not there.");
            took.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{"bare SQLite: one box by its token",-52} p50 {Figures.Median(took),7:N3} ms  p99 {Figures.Percentile(took, 0.99),7:N3} ms"));
        return Figures.Median(took);
    }

    /// <summary>Invented people: a few hundred family names, some very common, as in a French town.</summary>
    private sealed class Crowd
    {
        private static readonly string[] Starts = ["Mar", "Ber", "Dur", "Lef", "Mo", "Rou", "Gir", "Fon", "Cha", "Per", "Gau", "Le", "Bou", "Vin", "Del", "Sau"];
        private static readonly string[] Middles = ["ti", "na", "e", "re", "che", "vi", "la", "bo", "ma", "lli", "go", "tte"];
        private static readonly string[] Ends = ["n", "rd", "vre", "u", "ud", "er", "t", "lle", "z", "c", "ière", "eau"];
        private static readonly string[] Given =
            ["Marie", "Jean", "Camille", "Léa", "Hugo", "Inès", "Louis", "Zoé", "Paul", "Anne-Sophie", "Noé", "Fatima", "Karim", "Élodie", "Lucas", "Jeanne", "Mehdi", "Agnès"];

        private readonly Store _store;
        private readonly PatientTokens _tokens;
        private readonly PatientRecords _records;
        private readonly PatientSearch _search;
        private readonly Dictionary<int, PatientId> _ids = [];

        public Crowd(Store store)
        {
            var keys = new SealingKeys(1, new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(SealingKeys.KeyBytes) }, RandomNumberGenerator.GetBytes(SealingKeys.KeyBytes));
            _store = store;
            _tokens = new PatientTokens(new SearchTokens(keys));
            _records = new PatientRecords(new Sealer(keys), _tokens, SystemClock.Instance);
            _search = new PatientSearch(_tokens, _records);
        }

        public PracticeId Practice { get; } = new(Guid.CreateVersion7());

        public async Task Fill(int count)
        {
            await _store.Write((db, _) => Task.FromResult(db.Add(new Practice
            {
                Id = Practice, Slug = "grand", Name = "Grand", TimeZone = "Europe/Paris", Region = HolidayRegion.Metropole, AnswerPhraseFr = "Bonjour", AnswerPhraseEn = "Hello",
            })), default);
            for (var from = 0; from < count; from += Batch)
            {
                await _store.Write(
                    (db, _) =>
                    {
                        for (var n = from; n < Math.Min(from + Batch, count); n++)
                            _records.Add(db, Practice, _ids[n] = new PatientId(Guid.CreateVersion7()), Person(n), PatientFlags.None);
                        return Task.CompletedTask;
                    },
                    default);
            }
        }

        public long PhoneToken(int n) => _tokens.Phone(Practice, Phone(Of(n)));

        public Task<List<OpenedPatient>> Find(PatientQuestion asked) => _store.Read((db, token) => _search.Find(db, Practice, asked, token), default);

        public (PatientQuestion Asked, PatientId Wanted, bool Certain) Question(int n, bool byPhone = false, int words = 0, int letters = 100, bool born = false, bool misspelt = false)
        {
            var index = Of(n);
            var person = Person(index);
            var asked = words switch
            {
                0 => [],
                1 => NameWords.Asked(person.Name.Family).Take(1),
                _ => NameWords.Asked($"{person.Name.Family} {person.Name.Given}"),
            };
            var typed = asked.Select(w => misspelt ? Misspelt(w) : w[..Math.Min(letters, w.Length)]).ToList();
            return (new PatientQuestion(typed, byPhone ? Phone(index) : null, born ? person.BirthDate : null), _ids[index], Certain: byPhone || born);
        }

        /// <summary>Another spelling of the same sound.</summary>
        private static string Misspelt(string word) => word.EndsWith('t') || word.EndsWith('d') ? word[..^1] : $"{word}s";

        /// <summary>Spread over the whole crowd, the same in every run.</summary>
        private int Of(int n) => (int)(n * 104_729L % _ids.Count);

        private static PatientIdentity Person(int n)
        {
            var chance = new Random(n);
            // The product of two draws: some names are borne by many, most by few.
            string Drawn(string[] of) => of[(int)(chance.NextDouble() * chance.NextDouble() * of.Length)];
            var family = $"{Drawn(Starts)}{Drawn(Middles)}{(chance.Next(3) == 0 ? Drawn(Middles) : "")}{Drawn(Ends)}";
            var born = new LocalDate(1925, 1, 1).PlusDays(chance.Next(36_500));
            return new PatientIdentity(new PersonName(family, Drawn(Given)), born, [Phone(n).E164], null, null);
        }

        /// <summary>Three of a household share one.</summary>
        private static PhoneNumber Phone(int n) => PhoneNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"+336{n / 3:00000000}"));
    }
}
