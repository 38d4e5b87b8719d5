using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Slots and openings as they go to the screen, with the practice's own offset.</summary>
internal static class SlotViews
{
    public static SlotView Of(Slot slot, BookingScene scene) => new(
        slot.Practitioner.Value, scene.Book.Practitioners[slot.Practitioner].Name, scene.Local(slot.Start), scene.Local(slot.End),
        Asks(slot.Asks), slot.Lane, slot.Resources.Count == 0 ? null : NamesOf(slot.Resources, scene.Book));

    public static SlotAsks? Asks(RuleStrength? strength) => strength is { } asked ? Asks(asked) : null;

    private static SlotAsks Asks(RuleStrength strength) => strength switch
    {
        RuleStrength.Soft => SlotAsks.Reason,
        RuleStrength.Approval => SlotAsks.Approval,
        RuleStrength.Hard => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    public static IReadOnlyList<string> NamesOf(IEnumerable<ResourceId> resources, BookingBook book) => [.. resources.Select(r => NameOf(r, book))];

    /// <summary>The slug itself when the rules have forgotten it.</summary>
    public static string NameOf(ResourceId resource, BookingBook book) =>
        book.Resources.TryGetValue(resource, out var found) ? found.Name
        : book.Practitioners.TryGetValue(new PractitionerId(resource.Value), out var practitioner) ? practitioner.Name
        : resource.Value;

    public static OpeningView Of(Opening opening, PractitionerId practitioner, BookingScene scene) =>
        Of(opening, practitioner.Value, scene) with { Substitute = scene.Book.SubstituteOn(opening.Date, practitioner)?.Name };

    public static OpeningView Of(Opening opening, ResourceId resource, BookingScene scene) => Of(opening, resource.Value, scene);

    private static OpeningView Of(Opening opening, string whose, BookingScene scene) => new(
        whose, scene.Local(opening.Start), scene.Local(opening.End), $"{opening.Rule.Mode}", opening.Rule.Kept?.Pool,
        opening.Rule.Place is { } place ? scene.Book.Places[place].Name : null, PlaceId: opening.Rule.Place?.Value);

    public static IEnumerable<PractitionerView> Practitioners(BookingScene scene) =>
        scene.Book.Practitioners.Values.Select(p => new PractitionerView(p.Id.Value, p.Name, p.Specialty));

    public static IReadOnlyList<PlaceView> Places(BookingScene scene) =>
        [.. scene.Book.Places.Values.Select(p => new PlaceView(p.Id.Value, p.Name)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];

    public static IEnumerable<AgendaReasonView> Reasons(BookingScene scene) =>
        scene.Book.Reasons.Values.Select((reason, turn) => new AgendaReasonView(reason.Id.Value, reason.Label, turn % AgendaReasonView.Tones));
}
