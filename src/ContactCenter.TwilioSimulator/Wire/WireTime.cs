using System.Globalization;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>How times stand on the wire: RFC 2822, UTC, whole seconds cut off.</summary>
internal static class WireTime
{
    public static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
