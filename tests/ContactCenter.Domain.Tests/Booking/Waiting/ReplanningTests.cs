using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking.Waiting;

/// <summary>Proposals on random calendars: each may be booked after those made before it, and nobody's first choice is another's. Prints its seed.</summary>
public sealed class ReplanningTests
{
    private static readonly int Calendars = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 4_000 : 150;

    [Test]
    public void First_proposals_can_all_be_booked_together_and_urgent_ones_come_first()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("CONTACTCENTER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Out.WriteLine($"first seed {first} (CONTACTCENTER_SEED repeats it)");
        var proposed = 0;
        Parallel.For(0, Calendars, n =>
        {
            var calendar = new RandomCalendar(first + n);
            var request = calendar.Question.Request;
            var within = calendar.Question.Within;
            var stranded = Enumerable.Range(0, 4).Select(i => new StrandedAppointment(
                new AppointmentId(new Guid(i, 0, 0, new byte[8])), calendar.Book.Practitioners.Keys.First(), within.Start + Duration.FromMinutes(15 * i), within.Start,
                i == 2 ? request with { Reason = request.Reason with { Pool = request.Reason.Pool ?? "urgent" } } : request)).ToList();
            var proposals = Replanning.Propose(stranded, within, 3, calendar.Calendar, calendar.Book);
            Assert.That(proposals.Select(p => p.Appointment.IsUrgent), Is.Ordered.Descending, $"seed {first + n}");
            var taken = calendar.Calendar;
            foreach (var proposal in proposals.Where(p => p.Slots.Count > 0))
            {
                var (slot, asked) = (proposal.Slots[0], proposal.Appointment.Request);
                Assert.That(
                    BookingRules.Decide(asked, calendar.Book.Practitioners[slot.Practitioner], slot.Start, false, taken, calendar.Book), Is.InstanceOf<MayBook>(), $"seed {first + n}");
                taken = taken.With(slot, asked.Reason.Id, asked.Patient);
                Interlocked.Increment(ref proposed);
            }
        });

        TestContext.Out.WriteLine($"{Calendars} calendars, {proposed} proposals");
        Assert.That(proposed, Is.GreaterThan(Calendars / 2), "too little is found for the test to mean anything");
    }
}
