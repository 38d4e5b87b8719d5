using PhoneNumbers;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Which numbers may be dialled at all. Premium, satellite and foreign numbers cost money that nobody ordered.</summary>
internal static class OutboundNumbers
{
    /// <summary>Short numbers of rescue and help, dialled on the emergency way only.</summary>
    private static readonly HashSet<string> Emergency = ["15", "17", "18", "112", "114", "119", "3114", "3919"];

    // Metropolitan France and overseas, by country calling code.
    private static readonly HashSet<int> Countries = [33, 262, 590, 594, 596];

    public static bool MayDial(string number, bool emergency)
    {
        if (Emergency.Contains(number))
            return emergency;
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            var parsed = util.Parse(number, null);
            return util.Format(parsed, PhoneNumberFormat.E164) == number && Countries.Contains(parsed.CountryCode) && util.IsValidNumber(parsed)
                && util.GetNumberType(parsed) is PhoneNumberType.FIXED_LINE or PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.VOIP;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
