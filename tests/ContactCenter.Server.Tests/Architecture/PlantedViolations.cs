// What the walls must see, written as somebody would who wanted to be overlooked: relative names, aliases, words in pieces.
using Driver = Microsoft.Data.Sqlite;

namespace Planted.Calls
{
    internal sealed record PlantedCall(int Seconds);
}

namespace Planted.Practices
{
    internal sealed class KnowsTooMuch
    {
        public static int Seconds(object call) => ((Calls.PlantedCall)call).Seconds;
    }

    internal sealed class KnowsItAsAnArgument
    {
        public List<Calls.PlantedCall>? Calls { get; init; }
    }
}

namespace Planted.Routing
{
    internal sealed class OpensTheDatabase
    {
        public static bool Is(Exception failure) => failure is Driver.SqliteException;
    }

    internal sealed class ReadsTheForm
    {
        private const string Half = "Dig";

        public static string Key => Half + "its";

        public static string Leg(IReadOnlyDictionary<string, string> form) => form["Call" + "Sid"];
    }

    internal sealed class WritesTheDocument
    {
        public static string Hangs => "<Response><Hangup/></Response>";
    }
}
