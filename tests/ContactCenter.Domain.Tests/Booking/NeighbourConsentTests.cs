using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>What a practice wrote about its neighbours, and where it lies. Silence is no consent.</summary>
public sealed class NeighbourConsentTests
{
    private const string All = "neighbours: {shares: true}";

    [TestCase("", false, TestName = "Silence_is_no_consent")]
    [TestCase("neighbours: {shares: false}", false, TestName = "No_is_no")]
    [TestCase(All, true, TestName = "Yes_is_for_all")]
    [TestCase("neighbours: {shares: lilas}", true, TestName = "One_named")]
    [TestCase("neighbours: {shares: [roses, lilas]}", true, TestName = "Several_named")]
    [TestCase("neighbours: {shares: [roses]}", false, TestName = "Others_named")]
    public void Consent_is_what_is_written(string written, bool isShared) =>
        Assert.That(Read(written)?.Includes("lilas") ?? false, Is.EqualTo(isShared));

    [Test]
    public void It_bears_its_reasons_and_its_author()
    {
        var consent = Read("neighbours: {shares: true, reasons: [visite], author: Dr Lys, since: 2026-11-02}")!;
        Assert.That((consent.Reasons.ToString(), consent.Source.Author, Read(All)!.Reasons.IsAll), Is.EqualTo(("visite", "Dr Lys", true)));
    }

    [TestCase("neighbours: {}", "SCR010")]
    [TestCase("neighbours: {shares: []}", "SCR014")]
    [TestCase("neighbours: {shares: {lilas: true}}", "SCR013")]
    [TestCase("neighbours: {shares: Lilas}", "SCR022")]
    [TestCase("neighbours: {shares: \"true\"}", null)]
    [TestCase("neighbours: {shares: true, reasons: [inconnu]}", "BOK003")]
    [TestCase("neighbours: {shares: true, reason: [visite]}", "SCR012")]
    [TestCase("neighbours: {shares: tilleuls}", "BOK041")]
    public void What_is_wrong_is_said(string written, string? code) =>
        Assert.That(Compile(All, written).Diagnostics.Select(d => d.Code).FirstOrDefault(), Is.EqualTo(code));

    [TestCase("48.8790", "91", "SCR026")]
    [TestCase("48.8790", "-90.1", "SCR026")]
    [TestCase("2.4080", "180.5", "SCR026")]
    [TestCase("48.8790", "NaN", "SCR026")]
    [TestCase("48.8790", "4e1", "SCR026")]
    [TestCase("48.8790", "\"48.8\"", "SCR026")]
    [TestCase("48.8790", "90", null)]
    [TestCase("latitude: 48.8790, ", "", "BOK040")]
    [TestCase(", longitude: 2.4080", "", "BOK040")]
    public void A_position_is_two_numbers_of_degrees(string before, string after, string? code) =>
        Assert.That(Compile(before, after).Diagnostics.Select(d => d.Code).FirstOrDefault(), Is.EqualTo(code));

    [Test]
    public void A_place_lies_where_it_is_written_or_nowhere()
    {
        var places = NeighbourBooks.Neighbour().Places;
        Assert.That(places[new PlaceId("parc")].Position, Is.EqualTo(new Position(48.8790, 2.4080)));
        Assert.That(places[new PlaceId("moulin")].Position, Is.Null);
    }

    private static NeighbourConsent? Read(string written)
    {
        var compiled = Compile(All, written);
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!.Neighbours;
    }

    private static Compiled<BookingBook> Compile(string before, string after)
    {
        Assert.That(NeighbourBooks.Written.Contains(before, StringComparison.Ordinal), Is.True);
        return NeighbourBooks.Compile(NeighbourBooks.Written.Replace(before, after, StringComparison.Ordinal));
    }
}
