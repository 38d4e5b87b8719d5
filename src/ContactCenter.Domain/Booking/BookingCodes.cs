using ContactCenter.Domain.Scripts;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Booking;

/// <summary>What can be wrong with a practice's booking rules.</summary>
public static class BookingCodes
{
    public static readonly ScriptCode OffStep = Error("BOK001", "{0} is no whole number of five-minute steps.", "Calendars count in steps of five minutes: write {1}.");
    public static readonly ScriptCode UnknownPractitioner = Error("BOK002", "There is no practitioner '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode UnknownReason = Error("BOK003", "There is no visit reason or family '{0}'.", "Choose one of: {1}.");
    public static readonly ScriptCode UnknownResource = Error("BOK004", "There is no room, device or member of staff '{0}'.", "Add it under 'resources', or choose one of: {1}.");
    public static readonly ScriptCode UnknownPlace = Error("BOK005", "There is no place '{0}'.", "Add it under 'places', or choose one of: {1}.");
    public static readonly ScriptCode UnknownZone = Error("BOK006", "There is no time zone '{0}' in which calendars can be kept.", "Write an IANA name such as Europe/Paris or Indian/Reunion.");
    public static readonly ScriptCode EmptyOpening = Error("BOK007", "This opening ends at {1}, not after its start at {0}.", "Let it end later, or take it out; midnight is written 00:00.");
    public static readonly ScriptCode NoDays = Error("BOK008", "This opening holds on no day of the week.", "Name at least one under 'days'.");
    public static readonly ScriptCode Overlap = Error("BOK009", "This opening overlaps the one at {0}.", "Let one end where the other begins: an appointment lies within one opening.");
    public static readonly ScriptCode BackwardDates = Error("BOK010", "The last day lies before the first.", "Exchange the two.");
    public static readonly ScriptCode NobodyOffers = Error("BOK011", "No practitioner offers '{0}'.", "Say under 'minutes' with whom it may be booked, and for how long.");
    public static readonly ScriptCode NeverOffered = Error("BOK012", "'{0}' can never be booked with {1}: no opening serves it for the {2} minutes it takes.", "Add it to an opening, or make the opening longer.");
    public static readonly ScriptCode Unreachable = Error("BOK013", "Nobody may book '{0}': only kept slots serve it, and they never open to it.", "Give the reason the pool, or add a release to the opening.");
    public static readonly ScriptCode NameTwice = Error("BOK014", "'{0}' is the name of two things.", "Give one of the two another name.");
    public static readonly ScriptCode AgesBackwards = Error("BOK015", "Nobody is at least {0} and under {1}.", "Exchange the two ages.");
    public static readonly ScriptCode NotAnAge = Error("BOK016", "'{0}' must be an age; it is '{1}'.", "Write years or months: 16, 16y or 18m.");
    public static readonly ScriptCode AgeRowWithoutBase = Error("BOK017", "{0} has a duration for an age and none for the other ages.", "Add {0} under 'minutes'.");
    public static readonly ScriptCode NeedTooMany = Error("BOK018", "{0} of {1} resources cannot be met.", "Name more resources, or ask for fewer.");
    public static readonly ScriptCode NeedTwice = Error("BOK019", "'{0}' stands in two needs of one reason.", "A resource can meet one need only: join the two, or name others.");
    public static readonly ScriptCode UnknownRule = Error("BOK020", "There is no quota or overbooking '{0}' to suspend.", "Choose one of: {1}.");
    public static readonly ScriptCode OverbookingHard = Error("BOK021", "Overbooking cannot be forbidden where it is allowed.", "Write strength: soft or strength: approval, or take the rule out.");
    public static readonly ScriptCode ReleaseNeedsWhen = Error("BOK022", "A release says either how many days before at which time, or how long before.", "Write {{days_before: 1, at: \"18:00\"}} or {{before: 2h}}.");
    public static readonly ScriptCode KeptForNobody = Warning("BOK023", "Nobody draws on the pool '{0}' by a reason of this file.", "Only triage or a choice of the agent opens these slots; check the name.");
    public static readonly ScriptCode ClosureOver = Warning("BOK024", "This is over since {0}.", "Take it out.");
    public static readonly ScriptCode SubstituteOver = Warning("BOK025", "{0}'s substitution is over since {1}.", "Take it out, or give the new dates.");
    public static readonly ScriptCode SubstitutionsOverlap = Error("BOK026", "{0} is substituted twice on {1}.", "Let one substitution end before the other begins.");
    public static readonly ScriptCode OpeningOver = Warning("BOK027", "This opening is over since {0}.", "Take it out.");
    public static readonly ScriptCode NotYetInForce = Warning("BOK028", "These rules say that they hold from {0} on.", "They are taken into use at once: put the file in place on that day.");
    public static readonly ScriptCode QuotaNeverReached = Warning("BOK029", "No appointment ever counts for this quota.", "Its practitioners do not offer its reasons: correct one of the two.");
    public static readonly ScriptCode GridTooCoarse = Warning("BOK030", "'{0}' takes {1} minutes and appointments begin every {2}: {3} minutes stay empty.", "Make the grid finer, or the visit as long as the grid.");
    public static readonly ScriptCode ExtraBesideWeekly = Error("BOK031", "This extra opening overlaps the one at {0} that holds on that date.", "Let it begin where the other ends.");
    public static readonly ScriptCode WalkInServesNone = Error("BOK032", "Nothing is booked in walk-in hours.", "Take 'reasons' and 'kept_for' out.");
    public static readonly ScriptCode HoldsOnNoDate = Error("BOK033", "This opening holds on no date between its first and its last day.", "Name a weekday that lies between them, or other days.");
    public static readonly ScriptCode NobodyOfThatAge = Error("BOK034", "'{0}' can never be booked with {1}: nobody has an age that both take.", "Change the ages of one of the two, or take {1} out of the reason's minutes.");
    public static readonly ScriptCode NeedNeverThere = Error("BOK035", "'{0}' can never be booked with {1}: {2} is never there during an opening that serves it.", "Let the two be open at the same time, or name others under 'needs'.");
    public static readonly ScriptCode AgeRowNeverUsed = Warning("BOK036", "'{0}' has {2} minutes with {1} for an age that is never taken.", "Take the row out of 'by_age', or change the ages.");
    public static readonly ScriptCode NewPatientsNeverTaken = Warning("BOK037", "'{0}' has minutes for new patients of {1}, who are never taken.", "Take the minutes out, or take new patients.");
    public static readonly ScriptCode NoticeBeyondHorizon = Error("BOK038", "Nothing can ever be booked: a notice of {0} minutes reaches beyond the {1} days ahead that may be booked.", "Shorten 'notice_minutes' or lengthen 'horizon_days'.");
    public static readonly ScriptCode NothingToBook = Warning("BOK039", "Nothing can be booked with {0}: no reason names this practitioner.", "Add {0} to the minutes of a reason, or take the practitioner out.");
    public static readonly ScriptCode HalfAPosition = Error("BOK040", "A position is a latitude and a longitude: here one of the two is missing.", "Write both, in degrees such as latitude: 48.8867 and longitude: 2.3917, or neither.");
    public static readonly ScriptCode SharesWithItself = Error("BOK041", "'{0}' need not share its slots with itself.", "Name other practices, or write shares: true for all who have the same secretaries.");
    public static readonly ScriptCode SharesFromNowhere = Warning("BOK042", "Slots are shared with neighbours and no place has a position: nobody can say how far it is.", "Add latitude and longitude to the places.");
    public static readonly ScriptCode SubstituteTakesNobody = Error("BOK043", "{0} takes no patient over: nobody has an age that the substitution and a visit reason both accept.", "Change the ages, the reasons, or close these days.");
    public static readonly ScriptCode AgeRowWithoutAge = Error("BOK044", "A duration for an age names no age.", "Write 'from', 'under' or both, or take the row out of 'by_age'.");
    public static readonly ScriptCode AgeRowWithoutMinutes = Error("BOK045", "A duration for an age names no duration.", "Write the minutes of a practitioner, or take the row out of 'by_age'.");
}
