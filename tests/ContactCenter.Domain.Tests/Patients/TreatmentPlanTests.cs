using ContactCenter.Domain.Patients;
using NodaTime;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class TreatmentPlanTests
{
    private static readonly LocalDate LastDay = new(2027, 1, 31);
    private static readonly TreatmentPlan Plan = new(10, LastDay, ReassessBefore: 6);

    [TestCase(0, 5, null)]
    [TestCase(0, 6, PlanObjection.ReassessmentDue)]
    [TestCase(4, 1, null)]
    [TestCase(5, 1, PlanObjection.ReassessmentDue)]
    [TestCase(9, 1, PlanObjection.ReassessmentDue)]
    [TestCase(10, 1, PlanObjection.UsedUp)]
    [TestCase(5, 6, PlanObjection.UsedUp)]
    public void Sessions_are_covered_up_to_the_approved_and_the_reassessment(int taken, int more, PlanObjection? against) =>
        Assert.That(Plan.Against(new SessionCount(taken / 2, taken - (taken / 2)), more, LastDay), Is.EqualTo(against));

    [Test]
    public void The_last_session_of_a_plan_is_covered_when_nobody_asks_for_a_reassessment() =>
        Assert.That((Plan with { ReassessBefore = null }).Against(new SessionCount(9, 0), 1, LastDay), Is.Null);

    [Test]
    public void The_last_day_is_covered_and_the_next_is_not()
    {
        Assert.That(Plan.Against(default, 1, LastDay), Is.Null);
        Assert.That(Plan.Against(default, 1, LastDay.PlusDays(1)), Is.EqualTo(PlanObjection.Expired));
        Assert.That(new TreatmentPlan(1).Against(default, 1, LocalDate.MaxIsoValue), Is.Null, "without a last day a plan does not expire");
    }

    [Test]
    public void What_remains_is_never_below_nothing()
    {
        Assert.That(Plan.Remaining(new SessionCount(3, 2)), Is.EqualTo(5));
        Assert.That(Plan.Remaining(new SessionCount(11, 2)), Is.Zero);
    }

    [TestCase(4, false)]
    [TestCase(5, true)]
    [TestCase(6, true)]
    public void The_reassessment_is_due_when_the_next_session_is_the_one_it_stands_before(int taken, bool due) =>
        Assert.That(Plan.IsReassessmentDue(new SessionCount(taken, 0)), Is.EqualTo(due));
}
