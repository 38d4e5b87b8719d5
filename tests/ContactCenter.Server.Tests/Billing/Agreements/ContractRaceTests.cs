using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Agreements;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Billing.Agreements;

/// <summary>A month is closed under the contract that then holds, whoever changes it at that moment.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class ContractRaceTests(DatabaseEngine engine)
{
    private const int Rounds = 12;

    [Test]
    public async Task Closing_and_changing_at_once_never_leaves_a_month_priced_by_another_contract()
    {
        await using var house = new BillingHouse(engine);
        var write = house.Host.Services.GetRequiredService<WriteContract>();
        var (changed, refused) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            var practice = await house.AddPractice($"p{i}");
            var form = AgreementClerk.Contract with { Discounts = [new("Moitié", "Half", 5_000, "2026-09", "2026-09")] };
            var closing = Task.Run(() => house.Close(practice, BillingHouse.September));
            var changing = Task.Run(() => house.Host.Store.Write(
                (db, token) => write.Do(db, practice, ContractForms.Read(form), 1, "clerk", token), Rerun.OnConflictOrTakenKey, default));
            var net = (await closing).Value!.ReadCharged().Net.MinorUnits;
            var halved = (await changing).Value is not null;

            // 89.00 + 120.00, or half of the 89.00.
            Assert.That(net, Is.EqualTo(halved ? 16_450 : 20_900), $"round {i}");
            (changed, refused) = halved ? (changed + 1, refused) : (changed, refused + 1);
        }

        TestContext.Out.WriteLine($"{changed} changed before the close, {refused} refused after it");
    }

    [Test]
    public async Task Two_who_change_the_same_version_at_once_do_not_both_win()
    {
        await using var house = new BillingHouse(engine);
        var practice = await house.AddPractice("p");
        var write = house.Host.Services.GetRequiredService<WriteContract>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => house.Host.Store.Write(
            (db, token) => write.Do(db, practice, ContractForms.Read(AgreementClerk.Contract with { DaysToPay = 10 + n }), 1, $"clerk {n}", token),
            Rerun.OnConflictOrTakenKey, default))));

        Assert.That(outcomes.Count(o => o.Value is not null), Is.EqualTo(1));
        Assert.That(outcomes.Where(o => o.Refusal is not null).Select(o => o.Refusal), Has.All.EqualTo(BillingRefusal.ChangedMeanwhile));
        Assert.That(await house.Host.Store.Read((db, token) => db.Set<ContractRevision>().CountAsync(token), default), Is.EqualTo(1));
    }
}
