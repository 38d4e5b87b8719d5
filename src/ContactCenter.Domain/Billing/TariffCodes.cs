using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Billing;

/// <summary>What can be wrong with a tariff.</summary>
public static class TariffCodes
{
    public static readonly ScriptCode Hole = Error("TAR001", "No band covers {0} from {1} to {2}.", "Add these hours to a band: every second of the week and of holidays needs one price.");
    public static readonly ScriptCode Overlap = Error("TAR002", "The bands '{0}' and '{1}' both cover {2} from {3} to {4}.", "Take these hours out of one of them.");
    public static readonly ScriptCode Negative = Error("TAR003", "'{0}' is negative: {1}.", "Write a price of zero or more; what is taken off is a discount of the contract.");
    public static readonly ScriptCode NotAPrice = Error("TAR004", "'{0}' is no amount in euros: '{1}'.", "Write it with a point and at most {2} decimals: \"0.65\".");
    public static readonly ScriptCode UnknownUnit = Error("TAR005", "There is no unit '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode WrongUnit = Error("TAR006", "What is counted in {0} has no price per {1}.", "Choose one of: {2}.");
    public static readonly ScriptCode NotHours = Error("TAR007", "'{0}' is not a stretch of a day.", "Write it as \"08:00-20:00\", to the minute; the end may be 24:00, and a night is written as two stretches.");
    public static readonly ScriptCode UnknownBand = Error("TAR008", "There is no band '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode BandUnpriced = Error("TAR009", "No fee counts {0} in the band '{1}'.", "Add the band to a fee; what costs nothing there has the price \"0\".");
    public static readonly ScriptCode BandTwice = Error("TAR010", "The fees '{0}' and '{1}' both count {2} in the band '{3}'.", "Take the band out of one of them, or the same units would be charged twice.");
    public static readonly ScriptCode TierOrder = Error("TAR011", "The tier up to {0} does not end after the one above it.", "Write the tiers in ascending order.");
    public static readonly ScriptCode LastTier = Error("TAR012", "Only the last tier, and it, has no 'up_to'.", "Give every tier but the last its end.");
    public static readonly ScriptCode NeverBillable = Error("TAR013", "Seconds of the kind '{0}' are never charged.", "Choose among: {1}.");
    public static readonly ScriptCode Increment = Error("TAR014", "Seconds cannot be counted by {0}.", "Choose 1, 6, 30 or 60.");
    public static readonly ScriptCode UnlawfulRate = Error("TAR015", "'{0}' is no rate of VAT that may stand on a French invoice.", "Choose one of: {1}; or write 'exemption' with the article of law.");
    public static readonly ScriptCode RateOrExemption = Error("TAR016", "Exactly one of 'vat' and 'exemption' is needed.", "Write the rate, or the article of law that exempts.");
    public static readonly ScriptCode ReverseCharge = Error("TAR017", "Reverse charge is not supported: our clients are established in France.", "Write the rate of the practice's place, such as \"20\" or \"8.5\".");
    public static readonly ScriptCode NothingCharged = Error("TAR018", "This tariff charges nothing.", "Add 'flat', 'fees' or 'minimum'.");
    public static readonly ScriptCode PriceOrTiers = Error("TAR019", "Exactly one of 'price' and 'tiers' is needed.", "Write one price, or a list of tiers.");
    public static readonly ScriptCode IncludedUncounted = Error("TAR020", "The flat fee includes {0}, but no fee counts them.", "Add a fee for what goes beyond, or take the included units out.");
    public static readonly ScriptCode VersionTwice = Error("TAR021", "Version {0} of the tariff '{1}' stands in two files.", "Give the newer one the next number: what was agreed never changes.");
    public static readonly ScriptCode DatesBackwards = Error("TAR022", "Version {0} is valid from {1}, not after the version before it.", "Give it a later day.");
    public static readonly ScriptCode TiersWithoutMode = Error("TAR023", "It is not said how the tiers work.", "Add 'mode: marginal' (each unit at the price of its tier) or 'mode: whole' (all at the price of the last one reached).");
}
