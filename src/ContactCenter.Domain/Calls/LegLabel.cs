using System.Globalization;

namespace ContactCenter.Domain.Calls;

/// <summary>Who a leg belongs to.</summary>
public enum LegRole { Caller, Agent, Target, Supervisor }

/// <summary>
/// The name a leg bears inside the conference: the role, the ordinal of its acceptance or transfer within the call (from 1),
/// and a generation that grows with each redial, since a conference refuses a label twice. It never holds personal data.
/// </summary>
public readonly record struct LegLabel(LegRole Role, int Ordinal = 1, int Generation = 1)
{
    public static LegLabel Caller(int generation) => new(LegRole.Caller, 1, generation);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Role switch { LegRole.Caller => "caller", LegRole.Agent => "agent", LegRole.Target => "target", LegRole.Supervisor => "supervisor" }}-{Ordinal}-{Generation}");

    /// <summary>Reads the form that <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out LegLabel label)
    {
        label = default;
        var parts = text?.Split('-');
        if (parts is not [var name, var ordinal, var generation]
            || !int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var o)
            || !int.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var g))
            return false;
        LegRole? role = name switch
        {
            "caller" => LegRole.Caller,
            "agent" => LegRole.Agent,
            "target" => LegRole.Target,
            "supervisor" => LegRole.Supervisor,
            _ => null,
        };
        if (role is null)
            return false;
        label = new LegLabel(role.Value, o, g);
        return true;
    }
}
