using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Consoles;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>What happened to an appointment while somebody looked at an older version of it: what, by whom, when.</summary>
internal static class ChangeWords
{
    /// <param name="latest">The last thing that was done to it; null when only something else of it changed, such as its patient's file.</param>
    public static string Outdated(AppointmentEventView? latest, BookingScene scene)
    {
        if (latest is null || !Enum.TryParse<AgendaEventKind>(latest.What, out var kind) || Deed(kind, scene.Culture) is not { } deed)
            return BookingWords.Outdated(scene.Culture);
        var (by, at) = (latest.By, Moment(latest.At, scene));
        var now = kind == AgendaEventKind.MovedIn ? Where(latest, scene) : "";
        return Culture.IsEnglish(scene.Culture)
            ? $"This appointment was changed meanwhile: {deed}{(by is null ? "" : $" by {by}")} on {at}{now}."
            : $"Ce rendez-vous a changé entre-temps : {deed}{(by is null ? "" : $" par {by}")} le {at}{now}.";
    }

    private static string? Deed(AgendaEventKind kind, string culture) => kind switch
    {
        AgendaEventKind.MovedIn or AgendaEventKind.MovedOut => Either(culture, "déplacé", "moved"),
        AgendaEventKind.Cancelled => Either(culture, "annulé", "cancelled"),
        AgendaEventKind.Approved => Either(culture, "accepté", "accepted"),
        AgendaEventKind.Arrived => Either(culture, "patient noté arrivé", "the patient was marked as arrived"),
        AgendaEventKind.Fulfilled => Either(culture, "patient noté vu", "the patient was marked as seen"),
        AgendaEventKind.NoShow => Either(culture, "patient noté absent", "the patient was marked as missing"),
        AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.Held or AgendaEventKind.HoldReleased
            or AgendaEventKind.AbsenceEntered or AgendaEventKind.AbsenceWithdrawn => null,
    };

    private static string Where(AppointmentEventView moved, BookingScene scene)
    {
        var (practitioner, start) = (SlotViews.NameOf(new ResourceId(moved.PractitionerId), scene.Book), Moment(moved.Start, scene));
        return Either(scene.Culture, $", désormais le {start} avec {practitioner}", $", now on {start} with {practitioner}");
    }

    private static string Moment(DateTimeOffset at, BookingScene scene) => BookingWords.Moment(Instant.FromDateTimeOffset(at), scene);

    private static string Either(string culture, string french, string english) => Culture.IsEnglish(culture) ? english : french;
}
