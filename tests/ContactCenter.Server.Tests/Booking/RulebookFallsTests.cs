using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Rules put in force while something breaks: what is left explains itself, and nothing is half done.</summary>
internal sealed class RulebookFallsTests
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;
    private RulesInForce _rules = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open();
        _staff = await _house.Staff();
        _rules = await _staff.Rules();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_file_that_cannot_be_written_changes_nothing_and_the_same_may_be_tried_again()
    {
        var inTheWay = Path.Combine(Path.GetDirectoryName(RulebookHouse.Path(_house))!, ".booking.yaml.part");
        Directory.CreateDirectory(inTheWay);
        var (form, key) = (new PutRules(RulebookHouse.Next(_rules.Text), _rules.Hash, "essai"), Guid.NewGuid());
        var refused = await _staff.Put(form, key);
        Assert.That((refused.StatusCode, await refused.ProblemCode()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, RulesProblems.NotWritten)));
        Assert.That((await _staff.Rules()).Hash, Is.EqualTo(_rules.Hash));
        Assert.That(await File.ReadAllTextAsync(RulebookHouse.Path(_house)), Is.EqualTo(_rules.Text));
        Assert.That(await _staff.Get<List<RulesVersion>>("rules/history"), Has.Count.EqualTo(1));
        Directory.Delete(inTheWay);
        await BookingClient.Read<RulesTaken>(await _staff.Put(form, key));
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(inTheWay)!, "*.part"), Is.Empty);
    }

    [Test]
    public async Task A_server_that_fell_before_the_file_has_changed_nothing_and_says_so()
    {
        var next = RulebookHouse.Next(_rules.Text);
        await Begin(next);
        var busy = await _staff.Put(new PutRules(RulebookHouse.Next(_rules.Text, 3), _rules.Hash, "essai"));
        Assert.That(await busy.ProblemCode(), Is.EqualTo(RulesProblems.Busy), "another node may be writing");
        _house.Time.Advance(RuleChanges.Patience.ToTimeSpan() + TimeSpan.FromSeconds(1));
        Assert.That((await _staff.Get<List<RulesVersion>>("rules/history")).Select(v => v.State), Is.EqualTo([RulesVersionState.NotTaken, RulesVersionState.InForce]));
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(RulebookHouse.Next(_rules.Text, 3), _rules.Hash, "essai")));
        Assert.That((await _staff.Get<List<RulesVersion>>("rules/history")).Select(v => v.State), Is.EqualTo([RulesVersionState.InForce, RulesVersionState.NotTaken, RulesVersionState.Past]));
    }

    [Test]
    public async Task A_server_that_fell_after_the_file_left_its_author_and_the_next_change_completes_the_row()
    {
        var next = RulebookHouse.Next(_rules.Text);
        await Begin(next);
        await File.WriteAllTextAsync(RulebookHouse.Path(_house), next);
        await _house.Restart();
        var later = new BookingClient(await _house.Node.SignedIn(await _house.Node.AddUser("later", "PracticeStaff", _house.Practice)), _house.Practice, null);
        var now = await later.Rules();
        Assert.That((now.Version, now.By, now.Comment), Is.EqualTo((2, "martin", "avant la chute")));
        await BookingClient.Read<RulesTaken>(await later.Put(new PutRules(RulebookHouse.Next(_rules.Text, 3), now.Hash, "la suite")));
        Assert.That((await later.Get<List<RulesVersion>>("rules/history")).Select(v => v.State), Is.EqualTo([RulesVersionState.InForce, RulesVersionState.Past, RulesVersionState.Past]));
    }

    [Test]
    public async Task A_file_written_by_hand_is_taken_first_and_whoever_edited_the_older_text_hears_of_it()
    {
        await File.WriteAllTextAsync(RulebookHouse.Path(_house), RulebookHouse.Next(_rules.Text));
        Assert.That(await (await _staff.Put(new PutRules(RulebookHouse.Next(_rules.Text, 3), _rules.Hash, "essai"))).ProblemCode(), Is.EqualTo(RulesProblems.Outdated));
        Assert.That((await _staff.Rules()).By, Is.Null);
    }

    [Test]
    public async Task A_faulty_file_written_by_hand_is_not_overwritten()
    {
        await File.WriteAllTextAsync(RulebookHouse.Path(_house), "version: [");
        Assert.That(await (await _staff.Put(new PutRules(RulebookHouse.Next(_rules.Text), _rules.Hash, "essai"))).ProblemCode(), Is.EqualTo(RulesProblems.ChangedByHand));
        Assert.That(await File.ReadAllTextAsync(RulebookHouse.Path(_house)), Is.EqualTo("version: ["));
    }

    [Test]
    public async Task The_fault_of_a_neighbour_holds_up_and_is_not_told()
    {
        var root = _house.Node.Services.GetRequiredService<ScriptLibrary>().Root;
        Directory.CreateDirectory(Path.Combine(root, "protocols/cabinet-voisin"));
        await File.WriteAllTextAsync(Path.Combine(root, "protocols/cabinet-voisin/booking.yaml"), "booking: cabinet-voisin\nauthor: Dr Canarizuela\n");
        var seen = await _staff.Check(RulebookHouse.Next(_rules.Text));
        Assert.That((seen.IsHeldUp, seen.Faults.Any(f => f.IsError)), Is.EqualTo((true, false)));
        var refused = await _staff.Put(new PutRules(RulebookHouse.Next(_rules.Text), _rules.Hash, "essai"));
        Assert.That((refused.StatusCode, await refused.ProblemCode()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, RulesProblems.NotWritten)));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Not.Contain("voisin"));
        Assert.That(await File.ReadAllTextAsync(RulebookHouse.Path(_house)), Is.EqualTo(_rules.Text));
    }

    /// <summary>The row as it stands when the server falls before it is completed.</summary>
    private async Task Begin(string text)
    {
        var sealer = _house.Node.Services.GetRequiredService<Sealer>();
        var author = await _house.Store.Read((db, token) => db.Users.SingleAsync(u => u.DisplayName == "martin", token), default);
        await _house.Store.Write(
            (db, _) =>
            {
                db.Add(new RuleChange
                {
                    PracticeId = _house.Practice, Number = 1, HashBefore = _rules.Hash, HashAfter = new ScriptBundle([new ScriptFile(RulebookHouse.File, text)]).Hash,
                    By = author.Id, At = _house.Time.GetUtcNow().ToInstant(),
                    Box = sealer.Seal(new SealedRow("RuleChanges", _house.Practice, new Guid(1, 0, 0, new byte[8])), "avant la chute"),
                });
                return Task.CompletedTask;
            },
            default);
    }
}
