using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Practices;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>What a secretary knows of a caller, and of her colleagues, before she answers.</summary>
[CancelAfter(90_000)]
internal sealed class KnownCallerTests
{
    private const string Known = "+33612345601";

    [Test]
    public async Task The_second_call_of_the_day_tells_of_the_first_and_of_the_household()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var first = await floor.PatientWantsAppointment(Known);
        var offered = await claire.IsOffered();
        Assert.That((offered.Caller.LastContact, offered.Caller.CallsToday), Is.EqualTo(((LastContact?)null, 0)));
        Assert.That(offered.Reason, Is.EqualTo("Rendez-vous"));
        await claire.Answers();
        first.HangUp();
        await claire.WrapsUp("message-taken");

        await floor.PatientWantsAppointment(Known);
        var again = (await claire.IsOffered()).Caller;
        Assert.That((again.LastContact?.Outcome, again.LastContact?.AgentName, again.LastContact?.At.Offset),
            Is.EqualTo(("Message transmis", "Claire Fontaine", (TimeSpan?)TimeSpan.FromHours(1))));
        Assert.That(again.CallsToday, Is.EqualTo(1));
        Assert.That(again.Patients, Is.Not.Empty.And.All.Matches<KnownPatient>(p => p.Name.Length > 0 && p.Flags is not null));
    }

    [Test]
    public async Task Another_practice_s_or_another_number_s_calls_tell_nothing()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var first = await floor.PatientWantsAppointment(Known);
        await claire.Answers();
        first.HangUp();
        await claire.WrapsUp();
        await floor.PatientWantsAppointment("+33612345699");
        Assert.That((await claire.IsOffered()).Caller is { LastContact: null, CallsToday: 0, Patients.Count: 0 }, Is.True);
    }

    [Test]
    public async Task A_colleague_is_seen_with_the_practice_she_talks_for()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var nadia = await floor.SignIn("nadia", ready: false);
        await floor.PatientWantsAppointment();
        await claire.Answers();
        await nadia.Sees(v => v.Team!.Any(m => m is { Name: "Claire Fontaine", PracticeName: "Cabinet des Lilas" }), "what Claire is busy with");
    }

    [Test]
    public async Task An_English_console_reads_the_reason_in_English()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        await floor.PatientWantsAppointment();
        await claire.IsOffered();
        var agent = await floor.Store.Read((db, _) => Task.FromResult(db.Set<AgentProfile>().Single(a => a.Initials == "CF").Id), CancellationToken.None);
        var view = await floor.Server.Services.GetRequiredService<AgentViews>().For(agent, "en-GB", CancellationToken.None);
        Assert.That(view.Offer!.Reason, Is.EqualTo("Appointment"));
    }
}
