using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>A real conversation, and what the vendor's records say of it afterwards.</summary>
[CancelAfter(120_000)]
internal sealed class LedgerScenarioTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Test]
    public async Task What_was_measured_of_a_conversation_agrees_with_the_vendor_leg_by_leg_and_a_wrong_measurement_heals_when_made_again()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await patient.IsTogether();
        await Task.Delay(2_500);
        patient.HangUp();
        await claire.WrapsUp();
        await floor.Metered();
        await Floor.Eventually(() => floor.Simulator.IsQuiet, "the last notices");
        var compare = floor.Server.Services.GetRequiredService<CompareLedgers>();
        var compared = await compare.Day(Today, default);
        Assert.That(compared.CarrierLegs, Is.EqualTo(2));
        Assert.That(compared.Open.Select(f => $"{f.Role} {f.Difference} {f.OurSeconds}/{f.TheirSeconds}"), Is.Empty);

        await floor.Store.Write(
            async (db, token) =>
            {
                var row = await db.Set<MeteredCall>().SingleAsync(token);
                row.EndedAt += Duration.FromSeconds(30);
                row.Version++;
            },
            default);
        var found = (await compare.Day(Today, default)).Open;
        Assert.That(found.Select(f => f.Difference).Distinct(), Is.EqualTo(new[] { LegDifference.Length }));
        foreach (var finding in found)
            await floor.Server.Services.GetRequiredService<MeasureAgain>().Do(finding.Id, default);
        var rows = await floor.Store.Read((db, token) => db.Set<Finding>().ToListAsync(token), default);
        Assert.That(rows.Select(f => f.SettledAs), Has.All.EqualTo(Settlement.RecordsAgree));
        Assert.That((await floor.Metered()).TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));
    }
}
