using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What a column of the agenda is about.</summary>
/// <param name="Detail">Said below the name where there is room.</param>
public abstract record AgendaSide(string Id, string Name, string? Detail)
{
    /// <param name="isHidden">Of a practitioner's slug.</param>
    public static IReadOnlyList<AgendaSide> All(AgendaView agenda, AgendaSides sides, Func<string, bool> isHidden) => sides switch
    {
        AgendaSides.Practitioners => [.. agenda.Practitioners.Where(p => !isHidden(p.PractitionerId)).Select(p => new PractitionerSide(p))],
        AgendaSides.Resources => [.. (agenda.Resources ?? []).Select(r => new ResourceSide(r, isHidden))],
        AgendaSides.Places => [.. PlacesOf(agenda, isHidden)],
    };

    /// <summary>For columns as narrow as those of a week.</summary>
    public virtual string Short => Name;

    public abstract bool Opens(OpeningView opening);

    public abstract bool Takes(AgendaView agenda, AgendaEntry entry);

    /// <summary>The sites in the order of their names; last, if it is used, what takes place at none: at the patient's home or at a distance.</summary>
    private static IEnumerable<AgendaSide> PlacesOf(AgendaView agenda, Func<string, bool> isHidden)
    {
        var practitioners = agenda.Practitioners.Select(p => p.PractitionerId).ToHashSet();
        foreach (var place in agenda.Places ?? [])
            yield return new PlaceSide(place.PlaceId, place.Name, practitioners, isHidden);
        if (agenda.Openings.Any(o => o.PlaceId is null && practitioners.Contains(o.PractitionerId)))
            yield return new PlaceSide(null, Words.AgendaWords.NoPlace, practitioners, isHidden);
    }

    private sealed record PractitionerSide(PractitionerView Practitioner) : AgendaSide(Practitioner.PractitionerId, Practitioner.Name, Practitioner.Specialty)
    {
        public override string Short => AgendaText.Surname(Name);

        public override bool Opens(OpeningView opening) => opening.PractitionerId == Id;

        public override bool Takes(AgendaView agenda, AgendaEntry entry) => entry.PractitionerId == Id;
    }

    private sealed record ResourceSide(CalendarResource Resource, Func<string, bool> IsHidden)
        : AgendaSide(Resource.ResourceId, Resource.Name, AgendaText.Kind(Resource.Kind))
    {
        public override bool Opens(OpeningView opening) => opening.PractitionerId == Id;

        public override bool Takes(AgendaView agenda, AgendaEntry entry) =>
            entry.PractitionerId == Id || (entry.ResourceIds?.Contains(Id) == true && !IsHidden(entry.PractitionerId));
    }

    private sealed record PlaceSide(string? Place, string Title, IReadOnlySet<string> Practitioners, Func<string, bool> IsHidden)
        : AgendaSide(Place ?? "", Title, null)
    {
        public override bool Opens(OpeningView opening) =>
            opening.PlaceId == Place && Practitioners.Contains(opening.PractitionerId) && !IsHidden(opening.PractitionerId);

        /// <summary>An absence is nowhere.</summary>
        public override bool Takes(AgendaView agenda, AgendaEntry entry) =>
            entry.Kind is AgendaEntryKind.Appointment or AgendaEntryKind.Hold && !IsHidden(entry.PractitionerId) && PlaceOf(agenda, entry) == Place;

        /// <summary>Where the practitioner is then.</summary>
        private static string? PlaceOf(AgendaView agenda, AgendaEntry entry) =>
            agenda.Openings.FirstOrDefault(o => o.PractitionerId == entry.PractitionerId && o.Start <= entry.Start && entry.Start < o.End)?.PlaceId;
    }
}
