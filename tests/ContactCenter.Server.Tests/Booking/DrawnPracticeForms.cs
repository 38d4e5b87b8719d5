using ContactCenter.Contracts.Booking;
using CsCheck;
using static ContactCenter.Server.Tests.Booking.DrawnRuleForms;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Forms of what a practice has and how it lets itself be booked, drawn at random.</summary>
internal static class DrawnPracticeForms
{
    public static readonly Gen<PlaceForm> Place =
        from name in Words
        from address in Gen.OneOf("", "3, rue « Neuve » # 2")
        from at in Gen.OneOf(("", ""), ("48.8867", "-1.5536"), ("-21", "55"))
        select new PlaceForm("", name, address, at.Item1, at.Item2);

    public static readonly Gen<PractitionerForm> Practitioner =
        from name in Words
        from specialty in Gen.OneOf("Pédiatrie", "Médecine générale # 1")
        from welcome in NewPatients
        from ages in Ages
        from openings in Opening.List[1, 3]
        select new PractitionerForm("", name, welcome, openings) { Specialty = specialty, Ages = ages };

    private static readonly Gen<PresenceForm> Presence =
        from days in Some("monday", "wednesday", "sunday")
        from @from in Time
        from to in Time
        from weeks in Gen.OneOf("every", "odd")
        from first in Date
        from last in Date
        select new PresenceForm(days, @from, to, weeks, first, last);

    public static readonly Gen<ResourceForm> Resource =
        from kind in Gen.OneOf("room", "equipment", "staff")
        from name in Words
        from place in Gen.OneOf("", "lilas")
        from openings in Presence.List[0, 3]
        select new ResourceForm("", kind, name, place, openings);

    public static readonly Gen<SuspensionForm> Suspension =
        from rule in Gen.OneOf("suivis-longs", "doublon-urgence")
        from first in Gen.OneOf("2026-12-01", "2027-01-01")
        from last in Date
        from why in Words
        select new SuspensionForm(rule, first, last, why);

    public static readonly Gen<MissedForm?> Missed =
        from most in Gen.OneOf("", "1", "4")
        from strength in Gen.OneOf("hard", "soft", "approval")
        select most.Length == 0 ? null : new MissedForm(most, "6", strength);

    public static readonly Gen<ApprovalForm?> Approval =
        from within in Gen.OneOf("", "90m", "4h")
        from otherwise in Gen.OneOf("refuse", "accept")
        select within.Length == 0 ? null : new ApprovalForm(within, otherwise);

    public static readonly Gen<NeighboursForm?> Neighbours =
        from shares in Gen.OneOf("", "all", "named", "no")
        from whose in Some("pediatrie-du-canal", "cabinet-des-tilleuls")
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        select shares.Length == 0 ? null : new NeighboursForm(shares, shares == "named" ? whose : [], reasons);

    public static readonly Gen<HeadForm> Head =
        from author in Words
        from since in Gen.OneOf("2026-01-05", "2027-03-31")
        from zone in Gen.OneOf("Europe/Paris", "America/St_Barthelemy")
        from holidays in Gen.OneOf("metropole", "alsace_moselle")
        select new HeadForm(author, since, zone, holidays);

    public static readonly Gen<BookingSpanForm> Span =
        from grid in Gen.OneOf("5", "15")
        from horizon in Gen.OneOf("90", "365")
        from agent in Gen.OneOf("", "15", "30")
        from practice in Gen.OneOf("", "0")
        from online in Gen.OneOf("", "120")
        select new BookingSpanForm(grid, horizon, agent, practice, online);
}
