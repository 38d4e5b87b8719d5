using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using NodaTime;

namespace ContactCenter.Server.Tests.Booking;

internal sealed class AgendaEventOrderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    [Test]
    public void Lines_of_one_moment_are_told_in_the_order_in_which_they_must_have_come_whatever_their_ids()
    {
        AgendaEvent[] lines =
        [
            Line(AgendaEventKind.Cancelled, Now, 1), Line(AgendaEventKind.MovedIn, Now, 2), Line(AgendaEventKind.MovedOut, Now, 3),
            Line(AgendaEventKind.Approved, Now, 4), Line(AgendaEventKind.Booked, Now, 5), Line(AgendaEventKind.NoShow, Now - Duration.FromMilliseconds(1), 6),
        ];
        Assert.That(
            lines.InOrder().Select(l => $"{l.Kind}"), Is.EqualTo(["NoShow", "Booked", "MovedOut", "MovedIn", "Approved", "Cancelled"]));
    }

    private static AgendaEvent Line(AgendaEventKind kind, Instant at, byte id) => new()
    {
        PracticeId = new PracticeId(Guid.Empty), Id = new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, id), Kind = kind, At = at, ResourceId = new ResourceId("dr-martin"),
        Subject = Guid.Empty, Start = at, End = at,
    };
}
