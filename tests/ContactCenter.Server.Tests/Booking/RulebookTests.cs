using System.Net;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A practice reads, checks and changes its rules on screen.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class RulebookTests(DatabaseEngine engine)
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(engine);
        _staff = await _house.Staff();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task What_is_in_force_is_shown_as_text_and_as_parts()
    {
        var rules = await _staff.Rules();
        Assert.That(rules.Text, Is.EqualTo(File.ReadAllText(RulebookHouse.Path(_house))));
        Assert.That((rules.Version, rules.By, rules.Comment), Is.EqualTo((1, (string?)null, (string?)null)), "it was written by hand");
        var form = rules.Checked.Form!;
        Assert.That(form.Practitioners.Select(p => (p.Id, p.Openings.Count)), Is.EqualTo([("dr-martin", 6), ("dr-benali", 4)]));
        Assert.That(form.Practitioners[0].Openings[5], Is.EqualTo(new OpeningForm(form.Practitioners[0].Openings[5].Days, "09:00", "12:00", "even", "", "", "lilas", "office", form.Practitioners[0].Openings[5].Reasons) { Releases = form.Practitioners[0].Openings[5].Releases }));
        Assert.That(form.Reasons.Single(r => r.Id == "petite-intervention").Agents, Is.EqualTo("with_approval"));
        Assert.That(form.Closures.Select(c => c.First), Is.EqualTo(["2026-12-28", "2027-02-15"]));
    }

    [Test]
    public async Task All_faults_are_told_with_their_places_and_nothing_is_written()
    {
        var text = (await _staff.Rules()).Text;
        var found = await _staff.Check(text.Replace("reasons: courtes}", "reasons: courtess}", StringComparison.Ordinal).Replace("to: \"16:00\", mode: tele", "to: \"16:02\", mode: tele", StringComparison.Ordinal));
        Assert.That(
            found.Faults.Where(f => f.IsError).Select(f => (f.Code, f.Field)),
            Is.EqualTo([("BOK001", "practitioners.dr-martin.openings[4].to"), ("BOK003", "practitioners.dr-martin.openings[5].reasons")]));
        Assert.That(found.Faults.All(f => f is { Line: > 1, Column: > 1, OtherFile: null }), Is.True);
        Assert.That(found.Changes.Where(c => c.After is null).Count(), Is.EqualTo(2));
        Assert.That((await _staff.Rules()).Text, Is.EqualTo(text));
        var broken = await _staff.Check("a: [1");
        Assert.That((broken.Form, broken.Faults.Select(f => f.Code).First()), Is.EqualTo(((RulesForm?)null, "SCR001")));
        Assert.That((await _staff.Check(new string('x', 300_000))).Faults.Select(f => f.Code), Does.Contain("SCR004"));
    }

    [Test]
    public async Task The_compiler_finds_here_what_check_scripts_finds()
    {
        var library = _house.Node.Services.GetRequiredService<ScriptLibrary>();
        var text = (await _staff.Rules()).Text.Replace("booking: cabinet-des-lilas", "booking: cabinet-voisin", StringComparison.Ordinal);
        File.WriteAllText(RulebookHouse.Path(_house), text);
        var asCommand = library.Compile().Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code);
        Assert.That((await _staff.Check(text)).Faults.Where(f => f.IsError).Select(f => f.Code), Is.EqualTo(asCommand));
        Assert.That(asCommand, Is.EqualTo(["LIB007"]));
    }

    [Test]
    public async Task A_text_put_in_force_decides_at_once_and_bears_its_author_and_why()
    {
        var rules = await _staff.Rules();
        var claire = await _house.Takes();
        var next = RulebookHouse.Next(rules.Text).Replace("minutes: {dr-martin: 15}\n    new_patient", "minutes: {dr-martin: 20}\n    new_patient", StringComparison.Ordinal);
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(next, rules.Hash, " Consultations plus longues ")));
        var slot = (await claire.Slots("consultation", "dr-martin"))[0];
        Assert.That((slot.End - slot.Start).TotalMinutes, Is.EqualTo(20));
        var now = await _staff.Rules();
        Assert.That((now.Text, now.Version, now.By, now.Comment, now.Since), Is.EqualTo((next, 2, "martin", "Consultations plus longues", (DateTimeOffset?)_house.Time.GetUtcNow())));
        Assert.That(File.ReadAllText(RulebookHouse.Path(_house)), Is.EqualTo(next));
        Assert.That(Directory.GetFiles(System.IO.Path.GetDirectoryName(RulebookHouse.Path(_house))!, "*.part"), Is.Empty);
        var trail = await _house.Store.Read((db, token) => db.Set<AuditRow>().Where(a => a.Action == AuditAction.RulesChanged).ToListAsync(token), default);
        Assert.That(trail.Select(t => (t.Role, t.Patient)), Is.EqualTo([(Roles.PracticeStaff, (long?)null)]));
        await _house.Restart();
        var again = new BookingClient(await _house.Node.SignedIn(await _house.Node.AddUser("later", Roles.PracticeStaff, _house.Practice)), _house.Practice, null);
        Assert.That((await again.Rules()).By, Is.EqualTo("martin"));
    }

    [Test]
    public async Task Whoever_edited_an_older_text_is_told_what_is_in_force_now_and_by_whom()
    {
        var rules = await _staff.Rules();
        var second = await _house.Staff("benali");
        await BookingClient.Read<RulesTaken>(await second.Put(new PutRules(RulebookHouse.Next(rules.Text), rules.Hash, "essai")));
        var stale = await _staff.Put(new PutRules(RulebookHouse.Next(rules.Text, 3), rules.Hash, "trop tard"));
        Assert.That((stale.StatusCode, await stale.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, RulesProblems.Outdated)));
        var current = await stale.Field<RulesInForce>(RulesProblems.CurrentField);
        Assert.That((current.By, current.Version), Is.EqualTo(("benali", 2)));
        Assert.That(await stale.Field<string>("detail"), Does.Contain("benali"));
        Assert.That((await _staff.Rules()).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_faulty_text_a_missing_comment_and_the_same_text_are_refused()
    {
        var rules = await _staff.Rules();
        var faulty = await _staff.Put(new PutRules(rules.Text.Replace("weeks: even", "weeks: evenly", StringComparison.Ordinal), rules.Hash, "essai"));
        Assert.That((faulty.StatusCode, await faulty.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, RulesProblems.Faulty)));
        Assert.That((await faulty.Field<List<RuleFault>>(RulesProblems.FaultsField)).Single(f => f.IsError).Field, Is.EqualTo("practitioners.dr-martin.openings[5].weeks"));
        foreach (var comment in new[] { " ", new string('x', PutRulesInForce.LongestComment + 1) })
            Assert.That(await (await _staff.Put(new PutRules(RulebookHouse.Next(rules.Text), rules.Hash, comment))).Field<string>("field"), Is.EqualTo("comment"));
        Assert.That(await (await _staff.Put(new PutRules(rules.Text, rules.Hash, "rien"))).ProblemCode(), Is.EqualTo(BookingProblems.Invalid));
        Assert.That((await _staff.Get<List<RulesVersion>>("rules/history")).Select(v => v.State), Is.EqualTo([RulesVersionState.InForce]));
    }

    [Test]
    public async Task The_same_request_is_done_once_and_answered_alike()
    {
        var (rules, key) = (await _staff.Rules(), Guid.NewGuid());
        var form = new PutRules(RulebookHouse.Next(rules.Text), rules.Hash, "essai");
        var first = await (await _staff.Put(form, key)).Content.ReadAsStringAsync();
        _house.Time.Advance(TimeSpan.FromMinutes(5));
        var again = await _staff.Put(form, key);
        Assert.That((again.StatusCode, await again.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, first)));
        Assert.That(await (await _staff.Put(form with { Comment = "autre" }, key)).ProblemCode(), Is.EqualTo(RequestProblems.IdempotencyKeyReused));
        Assert.That(await _staff.Get<List<RulesVersion>>("rules/history"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Of_two_who_put_at_the_same_time_one_wins_and_the_other_hears_of_it()
    {
        var (rules, second) = (await _staff.Rules(), await _house.Staff("benali"));
        var answers = await Task.WhenAll(
            _staff.Put(new PutRules(RulebookHouse.Next(rules.Text, 2), rules.Hash, "un")), second.Put(new PutRules(RulebookHouse.Next(rules.Text, 3), rules.Hash, "deux")));
        Assert.That(answers.Select(a => a.StatusCode).Order(), Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.Conflict]));
        var won = answers[0].IsSuccessStatusCode ? 2 : 3;
        Assert.That((await _staff.Rules()).Version, Is.EqualTo(won));
        Assert.That(File.ReadAllText(RulebookHouse.Path(_house)), Does.Contain($"version: {won}"));
    }

    [Test]
    public async Task Going_back_puts_the_old_text_in_force_again_and_every_version_can_be_compared()
    {
        var first = await _staff.Rules();
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(RulebookHouse.Next(first.Text), first.Hash, "essai")));
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await _staff.Rules();
        var old = await _staff.Get<RulesVersionText>($"rules/history/{first.Hash}");
        Assert.That((old.Text, old.Changes), Is.EqualTo((first.Text, Array.Empty<ChangedLine>())));
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(old.Text, second.Hash, "retour en arrière")));
        Assert.That((await _staff.Rules()).Hash, Is.EqualTo(first.Hash));
        var history = await _staff.Get<List<RulesVersion>>("rules/history");
        Assert.That(history.Select(v => (v.Hash, v.By, v.State)), Is.EqualTo([
            (first.Hash, "martin", RulesVersionState.InForce), (second.Hash, "martin", RulesVersionState.Past), (first.Hash, null, RulesVersionState.Past)]));
        var compared = await _staff.Get<RulesVersionText>($"rules/history/{second.Hash}");
        Assert.That(compared.Changes.Where(c => c.Before is null || c.After is null).Select(c => c.Text), Is.EqualTo(["version: 1", "version: 2"]));
        Assert.That((await _staff.Http.GetAsync($"{_staff.Root}/rules/history/ffffffffffffffff")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_coming_appointments_use_is_dropped_only_after_it_was_said_and_they_stay()
    {
        var claire = await _house.Takes();
        var booked = await BookingClient.Read<AppointmentView>(await claire.Book((await claire.Slots("vaccination", "dr-martin"))[0], "vaccination", _house.Patient));
        var rules = await _staff.Rules();
        var start = rules.Text.IndexOf("  vaccination:", StringComparison.Ordinal);
        var next = RulebookHouse.Next(rules.Text.Remove(start, rules.Text.IndexOf("  examen-nourrisson:", StringComparison.Ordinal) - start));
        Assert.That((await _staff.Check(next)).Dropped, Is.EqualTo([new DroppedRule(DroppedKind.Reason, "vaccination", "Vaccination", 1)]));
        var asked = await _staff.Put(new PutRules(next, rules.Hash, "plus de vaccins"));
        Assert.That((asked.StatusCode, await asked.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, RulesProblems.Confirm)));
        Assert.That((await asked.Field<List<DroppedRule>>(RulesProblems.DroppedField)).Single().Appointments, Is.EqualTo(1));
        Assert.That((await _staff.Rules()).Hash, Is.EqualTo(rules.Hash));
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(next, rules.Hash, "plus de vaccins", 1)));
        var agenda = await claire.Get<AgendaView>($"agenda?from={booked.Start:yyyy-MM-dd}");
        Assert.That(agenda.Entries.Select(e => e.Appointment?.AppointmentId), Does.Contain(booked.AppointmentId));
    }

    [Test]
    public async Task A_past_month_is_rehearsed_without_a_name()
    {
        var claire = await _house.Takes();
        await BookingClient.Read<AppointmentView>(await claire.Book((await claire.Slots("vaccination", "dr-martin"))[0], "vaccination", _house.Patient));
        var text = (await _staff.Rules()).Text;
        var same = await _staff.Ask<RehearsedMonth>("rehearse", new RehearseMonth(text, "2026-11"));
        Assert.That((same.Bookings, same.Changed), Is.EqualTo((1, 0)));
        var answer = await _staff.Try("rehearse", new RehearseMonth(text.Replace("label: Vaccination", "label: Vaccination\n    agents: with_approval", StringComparison.Ordinal), "2026-11"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Durand").IgnoreCase);
        var changed = (await BookingClient.Read<RehearsedMonth>(answer)).Examples.Single();
        Assert.That(
            (changed.PractitionerName, changed.ReasonLabel, changed.Before.Verdict, changed.After.Verdict, changed.Why.Count),
            Is.EqualTo(("Dr Hélène Martin", "Vaccination", RehearsedVerdict.AtOnce, RehearsedVerdict.WithApproval, 1)));
        Assert.That(await (await _staff.Try("rehearse", new RehearseMonth(text, "novembre"))).ProblemCode(), Is.EqualTo(BookingProblems.Invalid));
        Assert.That(await (await _staff.Try("rehearse", new RehearseMonth("a: [", "2026-11"))).ProblemCode(), Is.EqualTo(RulesProblems.Faulty));
    }
}
