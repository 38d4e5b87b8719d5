using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading.Neighbours;

/// <summary>Free slots at other practices of the same secretaries, the nearest first. Each neighbour's calendar is read once, and no more of them than can be read out.</summary>
internal sealed class FindNeighbourSlots(Store store, SlotAskings askings, NeighbourPractices neighbours)
{
    public const int MostAsked = 10;
    private const int ShownOfEach = 6;

    public Task<IResult> Handle(Guid practiceId, [AsParameters] SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            var (asked, refused) = await askings.Read(db, practiceId, query, user, token);
            if (asked is not { } asking)
                return refused!;
            var all = await neighbours.Of(db, asking.Scene.Practice, new AgentId(asking.Scene.User), token);
            var from = Origins(query, asking.Scene.Book);
            var near = all.Select(n => (Neighbour: n, Metres: NeighbourSearch.Distance(from, n.Book)))
                .OrderBy(n => n.Metres ?? int.MaxValue).ThenBy(n => n.Neighbour.Practice.Name, StringComparer.Ordinal).Take(MostAsked).ToList();
            List<NeighbourPractice> found = [];
            foreach (var (neighbour, metres) in near)
                found.AddRange(await In(db, asking, query, (neighbour, metres, from), token));
            return TypedResults.Ok(new NeighbourSlots(
                [.. found.OrderBy(f => f.Slots.Count == 0).ThenBy(f => f.Metres ?? int.MaxValue).ThenBy(f => f.Slots.Count == 0 ? default : f.Slots[0].Start)],
                all.Count - near.Count, all.Count == 0 ? NeighbourWords.Nobody(asking.Scene.Culture) : null));
        },
        cancellationToken);

    /// <summary>From the site that was wished for; otherwise from all sites of the practice.</summary>
    private static List<Position> Origins(SlotQuery query, BookingBook book)
    {
        var wished = query.Place is { } place && book.Places.TryGetValue(new PlaceId(place), out var site) ? site.Position : null;
        return wished is { } only ? [only] : [.. book.Places.Values.Select(p => p.Position).OfType<Position>()];
    }

    private static async Task<List<NeighbourPractice>> In(
        ContactCenterDb db, SlotAsking asking, SlotQuery query, (Neighbour Neighbour, int? Metres, List<Position> From) there, CancellationToken cancellationToken)
    {
        var (neighbour, metres, from) = there;
        var scene = asking.Scene with { Practice = neighbour.Practice.Id, Book = neighbour.Book, Channel = BookingChannel.Agent };
        if (Matching(asking, query, neighbour, neighbour.Consent.Reasons) is not { } match)
            return [View(neighbour, null, metres, NeighbourWords.NoReason(Matching(asking, query, neighbour, ReasonSet.All) is not null, scene.Culture))];
        var question = Question(asking, query, match, scene);
        if (NeighbourSearch.Refusal(question, scene.Book) is { } refusal)
            return [View(neighbour, match.Reason, metres, BookingWords.Of(refusal, scene).Sentence)];
        var calendar = await CalendarRows.Load(db, scene.Practice, CalendarScope.For(match.Reason, match.Practitioners, question.Within, scene), cancellationToken);
        var sites = NeighbourSearch.Find(question, from, calendar, scene.Book);
        return sites.Count == 0
            ? [View(neighbour, match.Reason, metres, NeighbourWords.NothingFree(scene.Culture))]
            : [.. sites.Select(site => View(neighbour, match.Reason, site.Metres, null) with
                {
                    Place = site.Place?.Name, Address = AddressOf(site.Place, neighbour, match.Reason), Slots = [.. site.Slots.Select(s => SlotViews.Of(s, scene))],
                })];
    }

    private static NeighbourReason? Matching(SlotAsking asking, SlotQuery query, Neighbour neighbour, ReasonSet among)
    {
        var own = asking.Scene.Book.Practitioners;
        var by = query.Practitioner is { } chosen ? [new PractitionerId(chosen)] : asking.Reason.Durations.Practitioners;
        return NeighbourReasons.Match(asking.Reason, by.Where(own.ContainsKey).Select(p => own[p]), among, neighbour.Book);
    }

    /// <summary>
    /// The same wishes to somebody who has never seen the patient: of what is known of her only her age goes along, since it decides who can see her.
    /// Kept slots that triage opened and intended overbooking are one's own practice's to give.
    /// </summary>
    private static SlotQuestion Question(SlotAsking asking, SlotQuery query, NeighbourReason match, BookingScene scene)
    {
        var patient = new PatientFacts { Born = asking.Patient.Born, SaidToBeNew = true, HasReferral = asking.Patient.HasReferral };
        var wish = new SlotWish { Reason = match.Reason, Practitioner = default, Start = default, Facts = patient };
        var plain = query with { Practitioner = null, Place = null, Continuity = null, Take = ShownOfEach, Each = null };
        return plain.Question(wish.Request(scene), scene) with { Practitioners = match.Practitioners };
    }

    /// <summary>The practice's own address stands for a site only where no other could be meant.</summary>
    private static string? AddressOf(Place? site, Neighbour neighbour, VisitReason reason) =>
        site?.Address ?? (reason.Mode == ConsultationMode.Office && neighbour.Book.Places.Count <= 1 ? neighbour.Practice.Address : null);

    private static NeighbourPractice View(Neighbour neighbour, VisitReason? reason, int? metres, string? why) =>
        new(neighbour.Practice.Id.Value, neighbour.Practice.Name, reason?.Id.Value, reason?.Label, null, null, metres, [], why);
}
