using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Writes down what happens in calendars, in the transaction in which it happens.</summary>
internal static class AgendaEvents
{
    private const int MostRules = 400;

    public static void Of(ContactCenterDb db, BookingScene scene, AgendaEventKind kind, Appointment appointment, Slot slot, IEnumerable<Finding> rules) =>
        db.Add(new AgendaEvent
        {
            PracticeId = appointment.PracticeId, Id = Guid.CreateVersion7(), Kind = kind, At = scene.Now, ResourceId = ResourceId.Of(slot.Practitioner),
            Subject = appointment.Id.Value, State = appointment.State, Start = slot.Start, End = slot.End, Lane = slot.Lane,
            By = scene.User == Guid.Empty ? null : scene.User, CallId = scene.Call, Rules = Names(rules),
        });

    public static void Of(ContactCenterDb db, AgendaEventKind kind, SlotHold hold, NodaTime.Instant at, Guid? by) => db.Add(new AgendaEvent
    {
        PracticeId = hold.PracticeId, Id = Guid.CreateVersion7(), Kind = kind, At = at, ResourceId = ResourceId.Of(hold.PractitionerId),
        Subject = hold.Id.Value, Start = hold.Start, End = hold.End, Lane = hold.Lane, By = by, CallId = hold.CallId,
    });

    public static void Of(ContactCenterDb db, BookingScene scene, AgendaEventKind kind, Absence absence) => db.Add(new AgendaEvent
    {
        PracticeId = absence.PracticeId, Id = Guid.CreateVersion7(), Kind = kind, At = scene.Now, ResourceId = absence.ResourceId,
        Subject = absence.Id, Start = absence.Start, End = absence.End, By = scene.User,
    });

    private static string Names(IEnumerable<Finding> rules)
    {
        var names = string.Join(' ', rules.Select(r => r.Rule).Distinct());
        return names.Length <= MostRules ? names : names[..MostRules];
    }
}
