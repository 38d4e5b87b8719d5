using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using CsCheck;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking.Waiting;

public sealed class WaitlistRankingTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly PractitionerId Martin = new("dr-martin");

    // Thursday at ten, for half an hour.
    private static readonly FreedTime Freed = new(Martin, Instant.FromUtc(2026, 11, 26, 9, 0), Instant.FromUtc(2026, 11, 26, 9, 30));

    private static WaitingPatient Patient(int n, int days = 0, WaitingUrgency urgency = WaitingUrgency.Routine, Wishes? wishes = null, CallingHours? hours = null) =>
        new(Entry(n), new VisitReasonId("consultation"), wishes ?? Wishes.None, urgency, Now - Duration.FromDays(days), hours ?? CallingHours.Decent);

    private static WaitlistEntryId Entry(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static List<WaitlistEntryId> Rank(params WaitingPatient[] waiting) =>
        [.. WaitlistRanking.Rank(Freed, waiting, new HashSet<WaitlistEntryId>(), Now, Paris).Select(r => r.Patient.Entry)];

    [Test]
    public void The_more_pressing_goes_first_and_the_long_waiting_before_a_younger_pressing_one()
    {
        Assert.That(Rank(Patient(1, 3), Patient(2, 0, WaitingUrgency.Pressing)), Is.EqualTo([Entry(2), Entry(1)]));
        Assert.That(Rank(Patient(1, 60), Patient(2, 0, WaitingUrgency.Pressing)), Is.EqualTo([Entry(1), Entry(2)]));
    }

    [Test]
    public void Of_two_who_wait_alike_the_one_with_fewer_choices_goes_first() =>
        Assert.That(Rank(Patient(1), Patient(2, wishes: new Wishes { Practitioner = Martin, Before = new LocalTime(12, 0) })), Is.EqualTo([Entry(2), Entry(1)]));

    [Test]
    public void Each_rank_explains_its_points()
    {
        var rank = WaitlistRanking.Rank(Freed, [Patient(1, 10, WaitingUrgency.Soon, new Wishes { Practitioner = Martin })], new HashSet<WaitlistEntryId>(), Now, Paris).Single();
        Assert.That((rank.Days, rank.Urgency, rank.Wishes, rank.Points), Is.EqualTo((10, 14, 2, 26)));
    }

    [Test]
    public void Whom_it_does_not_suit_is_not_asked()
    {
        Assert.That(
            Rank(
                Patient(1, wishes: new Wishes { Practitioner = new PractitionerId("dr-benali") }),
                Patient(2, wishes: new Wishes { Days = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Friday } }),
                Patient(3, wishes: new Wishes { Before = new LocalTime(10, 0) }),
                Patient(4, wishes: new Wishes { From = new LocalTime(10, 30) }),
                Patient(5, wishes: new Wishes { Until = new LocalDate(2026, 11, 25) }),
                Patient(6, wishes: new Wishes { NotBefore = new LocalDate(2026, 11, 27) }),
                Patient(7, hours: new CallingHours(new LocalTime(18, 0), new LocalTime(20, 0))),
                Patient(8) with { MayBeRung = false }),
            Is.Empty);
        Assert.That(
            Rank(
                Patient(1, wishes: new Wishes { Practitioner = Martin, Days = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Thursday }, Until = new LocalDate(2026, 11, 26) }),
                Patient(2, wishes: new Wishes { From = new LocalTime(10, 0), Before = new LocalTime(10, 1), NotBefore = new LocalDate(2026, 11, 26) }),
                Patient(3, wishes: new Wishes { From = new LocalTime(10, 15) })),
            Has.Count.EqualTo(3));
    }

    [Test]
    public void Nobody_is_asked_twice_about_one_time() =>
        Assert.That(WaitlistRanking.Rank(Freed, [Patient(1)], new HashSet<WaitlistEntryId> { Entry(1) }, Now, Paris), Is.Empty);

    [Test]
    public void The_order_of_the_list_does_not_matter() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 90], Gen.Enum<WaitingUrgency>()).List[0, 20].Sample(list =>
        {
            var patients = list.DistinctBy(x => x.Item1).Select(x => Patient(x.Item1, x.Item2, x.Item3)).ToList();
            return Rank([.. patients]).SequenceEqual(Rank([.. Enumerable.Reverse(patients)]));
        });

    [TestCase(8, 0, 8, 30)]
    [TestCase(12, 0, 12, 0)]
    [TestCase(20, 0, 32, 30)]
    public void Nobody_is_rung_out_of_hours(int hour, int minute, int thenHour, int thenMinute)
    {
        var midnight = Paris.AtStartOfDay(new LocalDate(2026, 11, 23)).ToInstant();
        var asked = midnight + Duration.FromHours(hour) + Duration.FromMinutes(minute);
        Assert.That(CallingHours.Decent.Next(asked, Paris), Is.EqualTo(midnight + Duration.FromHours(thenHour) + Duration.FromMinutes(thenMinute)));
    }

    [Test]
    public void A_recall_is_rung_before_its_window_and_overdue_after_it()
    {
        var term = RecallTerm.After(new LocalDate(2026, 11, 30), 3, 14);
        Assert.That((term.On, term.Window.Start, term.Window.End), Is.EqualTo((new LocalDate(2027, 2, 28), new LocalDate(2027, 2, 14), new LocalDate(2027, 3, 14))));
        Assert.That(
            new[] { new LocalDate(2027, 1, 23), new LocalDate(2027, 1, 24), new LocalDate(2027, 3, 14), new LocalDate(2027, 3, 15) }.Select(term.StageOn),
            Is.EqualTo([RecallStage.Later, RecallStage.Due, RecallStage.Due, RecallStage.Overdue]));
    }

    [TestCase(CallTaskKind.Recall, CallTaskOutcome.NotReached, 1, nameof(TryAgain))]
    [TestCase(CallTaskKind.Recall, CallTaskOutcome.NotReached, 3, nameof(GiveUp))]
    [TestCase(CallTaskKind.SlotOffer, CallTaskOutcome.NotReached, 1, nameof(TaskDone))]
    [TestCase(CallTaskKind.Replan, CallTaskOutcome.WrongNumber, 1, nameof(GiveUp))]
    [TestCase(CallTaskKind.TellRefusal, CallTaskOutcome.Told, 1, nameof(TaskDone))]
    public void What_follows_an_outcome(CallTaskKind kind, CallTaskOutcome outcome, int attempts, string follows) => Assert.That(
        new CallAttempts(3, Duration.FromHours(2)).After(kind, outcome, attempts, CallingHours.Decent, Now, Paris).GetType().Name, Is.EqualTo(follows));
}
