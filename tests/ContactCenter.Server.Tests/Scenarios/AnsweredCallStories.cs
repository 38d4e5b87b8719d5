using ContactCenter.Domain.Calls;
using ContactCenter.Server.Metering;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

internal abstract class AnsweredCallStories
{
    [Test]
    [CancelAfter(60_000)]
    public async Task A_patient_s_call_is_answered_and_its_seconds_equal_the_ground_truth()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        var offer = await claire.IsOffered();
        Assert.That(offer.Practice.Name, Is.EqualTo("Cabinet des Lilas"));
        Assert.That(offer.Caller.Number, Is.EqualTo("+33612345699"));
        Assert.That(offer.Because, Is.Not.Empty);
        await claire.Answers();
        await patient.IsTogether();
        await Task.Delay(2_500);
        patient.HangUp();
        await claire.WrapsUp();
        var metered = await floor.Metered();
        Assert.That(metered.TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));
        Assert.That(metered.TalkSeconds, Is.GreaterThanOrEqualTo(2));
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.Answered));
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }
}

internal static class FloorReading
{
    /// <summary>The usage of the only call, once its wrap-up is in it.</summary>
    public static async Task<MeteredCall> Metered(this Floor floor, Func<MeteredCall, bool>? until = null)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var metered = await floor.Store.Read((db, token) => db.Set<MeteredCall>().OrderByDescending(m => m.StartedAt).FirstOrDefaultAsync(token), default);
            if (metered is not null && (until?.Invoke(metered) ?? metered.WrapUp is not null))
                return metered;
            await Task.Delay(50);
        }
        throw new TimeoutException("The call was not metered.");
    }
}
