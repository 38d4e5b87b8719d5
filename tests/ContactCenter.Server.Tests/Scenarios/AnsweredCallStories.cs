using ContactCenter.Domain.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.TwilioSimulator.Driving;
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
        var metered = await floor.MeteredAsTheTruth(patient);
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

    /// <summary>
    /// The usage of the only call, equal to what happened on the caller's line. A notice may come after the one that ended the call, and the call is
    /// measured again then: it is the last measurement that must be true.
    /// </summary>
    public static async Task<MeteredCall> MeteredAsTheTruth(this Floor floor, ScriptedPhone caller, Func<MeteredCall, bool>? until = null)
    {
        MeteredCall metered;
        long truth;
        for (var attempt = 0; ; attempt++)
        {
            (metered, truth) = (await floor.Metered(until), floor.Simulator.Truth.TalkSeconds(caller.Leg!.Sid));
            if (metered.TalkSeconds == truth || attempt == 200)
                break;
            await Task.Delay(50);
        }
        Assert.That(metered.TalkSeconds, Is.EqualTo(truth));
        return metered;
    }
}
