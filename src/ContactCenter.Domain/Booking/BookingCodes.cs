using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Booking;

/// <summary>What can be wrong with a practice's booking rules.</summary>
public static class BookingCodes
{
    public static readonly ScriptCode OffStep = Error("BOK001", "{0} minutes are no multiple of five.", "Calendars count in steps of five minutes: write {1}.");
    public static readonly ScriptCode UnknownPractitioner = Error("BOK002", "There is no practitioner '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode UnknownReason = Error("BOK003", "There is no visit reason '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode NeverOffered = Error("BOK004", "'{0}' can never be booked: no opening of its practitioners serves it for long enough.", "Add it to an opening, or make the opening longer.");
    public static readonly ScriptCode EmptyOpening = Error("BOK005", "This opening ends at {1}, not after its start at {0}.", "Let it end later, or take it out.");
    public static readonly ScriptCode Overlap = Error("BOK006", "This opening overlaps the one at {0}.", "Let one end where the other begins.");
    public static readonly ScriptCode BackwardDates = Error("BOK007", "The last day lies before the first.", "Exchange the two.");
    public static readonly ScriptCode NobodyOffers = Error("BOK008", "No practitioner offers '{0}'.", "Say under 'minutes' with whom it may be booked, and for how long.");
    public static readonly ScriptCode NoDays = Error("BOK009", "This opening holds on no day of the week.", "Name at least one under 'days'.");
    public static readonly ScriptCode Twice = Error("BOK010", "'{0}' stands here twice.", "Give one of the two another name.");
    public static readonly ScriptCode UnknownZone = Error("BOK011", "There is no time zone '{0}'.", "Write an IANA name such as Europe/Paris or Indian/Reunion.");
    public static readonly ScriptCode OverClosure = Warning("BOK012", "This closure is over since {0}.", "Take it out.");
}
