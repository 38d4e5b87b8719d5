using System.Globalization;
using ContactCenter.AgentConsole.Booking;

namespace ContactCenter.AgentConsole.Tests.Booking;

internal sealed class NeighbourTextTests
{
    [TestCase(null, "distance inconnue", "distance unknown")]
    [TestCase(0, "à moins de 50 m", "less than 50 m away")]
    [TestCase(49, "à moins de 50 m", "less than 50 m away")]
    [TestCase(130, "à 150 m", "150 m away")]
    [TestCase(974, "à 950 m", "950 m away")]
    [TestCase(975, "à 1,0 km", "1.0 km away")]
    [TestCase(1_228, "à 1,2 km", "1.2 km away")]
    [TestCase(9_949, "à 9,9 km", "9.9 km away")]
    [TestCase(9_950, "à 10 km", "10 km away")]
    [TestCase(24_400, "à 24 km", "24 km away")]
    public void Distance_is_said_as_one_says_it(int? metres, string french, string english)
    {
        Assert.That((In("fr-FR", metres), In("en-GB", metres)), Is.EqualTo((french, english)));
    }

    [TestCase("Cabinet du Parc", "1 place du Parc", "1 place du Parc")]
    [TestCase("Site de la gare", "1 place du Parc", "Site de la gare, 1 place du Parc")]
    [TestCase(null, null, "")]
    public void Where_names_nothing_twice(string? place, string? address, string expected) =>
        Assert.That(NeighbourText.Where("Cabinet du Parc", place, address), Is.EqualTo(expected));

    private static string In(string culture, int? metres)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(culture), CultureInfo.GetCultureInfo(culture));
        try
        {
            return NeighbourText.Distance(metres);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
