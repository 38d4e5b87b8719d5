using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>How far another practice is, as one says it: nobody hears single metres, nor tenths of a kilometre beyond ten.</summary>
internal static class NeighbourText
{
    private const int Near = 50;

    /// <summary>à 850 m, à 1,2 km, à 24 km; null: not known.</summary>
    public static string Distance(int? metres) => metres switch
    {
        null => NeighbourWords.FarUnknown,
        < Near => Say.With(NeighbourWords.FarLess, Near),
        < 975 => Say.With(NeighbourWords.FarMetres, (int)Math.Round(metres.Value / (double)Near) * Near),
        < 9_950 => Say.With(NeighbourWords.FarKilometres, (metres.Value / 1000.0).ToString("0.0", CultureInfo.CurrentCulture)),
        _ => Say.With(NeighbourWords.FarKilometres, (metres.Value / 1000.0).ToString("0", CultureInfo.CurrentCulture)),
    };

    /// <summary>Site and address, as far as they are known and do not say the same as the practice's name.</summary>
    public static string Where(string practice, string? place, string? address) =>
        string.Join(", ", new[] { place == practice ? null : place, address }.OfType<string>());
}
