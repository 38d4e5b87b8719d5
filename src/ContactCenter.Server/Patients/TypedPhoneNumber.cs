using System.Diagnostics.CodeAnalysis;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using PhoneNumbers;
using PhoneNumber = ContactCenter.Domain.Patients.PhoneNumber;

namespace ContactCenter.Server.Patients;

/// <summary>Reads telephone numbers as people type them, by the numbering plan of the place where the practice is.</summary>
internal static class TypedPhoneNumber
{
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    public static bool TryRead([NotNullWhen(true)] string? typed, HolidayRegion region, out PhoneNumber number)
    {
        number = default;
        try
        {
            var read = Plans.Parse(typed, Country(region));
            return Plans.IsPossibleNumber(read) && PhoneNumber.TryParse(Plans.Format(read, PhoneNumberFormat.E164), out number);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The overseas departments dial 0 and nine digits as the mainland does, but into plans of their own.</summary>
    private static string Country(HolidayRegion region) => region switch
    {
        HolidayRegion.Metropole or HolidayRegion.AlsaceMoselle => "FR",
        HolidayRegion.Guadeloupe => "GP",
        HolidayRegion.Martinique => "MQ",
        HolidayRegion.Guyane => "GF",
        HolidayRegion.Reunion => "RE",
        HolidayRegion.Mayotte => "YT",
        HolidayRegion.SaintMartin => "MF",
        HolidayRegion.SaintBarthelemy => "BL",
    };
}
