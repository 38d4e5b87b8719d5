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

    public static OpeningView Of(Opening opening, PractitionerId practitioner, BookingScene scene) => new(
        practitioner.Value, scene.Local(opening.Start), scene.Local(opening.End), $"{opening.Rule.Mode}", opening.Rule.Kept?.Pool,
        opening.Rule.Place is { } place ? scene.Book.Places[place].Name : null, scene.Book.SubstituteOn(opening.Date, practitioner)?.Name);
}
