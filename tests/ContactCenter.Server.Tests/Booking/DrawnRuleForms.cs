using ContactCenter.Contracts.Booking;
using CsCheck;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Forms as a practice may fill them in, drawn at random.</summary>
internal static class DrawnRuleForms
{
    public const string Martin = "dr-martin";

    public static readonly Gen<string> Time = Gen.Int[0, 23 * 12].Select(step => $"{step / 12:00}:{step % 12 * 5:00}");
    public static readonly Gen<string> Date = Gen.OneOf("", "2026-12-01", "2027-03-31");
    public static readonly Gen<string> Words = Gen.OneOf("Congés", "Formation: « enfants » # 2", "l'été", "a, b [c] {d}", "true", "12", "é\"x\\");
    public static readonly Gen<IReadOnlyList<string>> Reasons = Some("courtes", "consultation", "certificat", "vaccination");

    private static readonly Gen<ReleaseForm> Release =
        from to in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from days in Gen.OneOf("", "0", "2")
        from at in Time
        from before in Gen.OneOf("2h", "90m")
        select days.Length == 0 ? new ReleaseForm(to, "", "", before) : new ReleaseForm(to, days, at, "");

    public static readonly Gen<OpeningForm> Opening =
        from days in Some("monday", "wednesday", "sunday")
        from @from in Time
        from to in Time
        from weeks in Gen.OneOf("every", "odd", "even")
        from first in Date
        from last in Date
        from place in Gen.OneOf("", "lilas")
        from mode in Gen.OneOf("office", "tele")
        from reasons in Reasons
        from kept in Gen.OneOf("", "urgence", "collegues")
        from grid in Gen.OneOf("", "10", "30")
        from releases in Release.List[0, 3]
        select new OpeningForm(days, @from, to, weeks, first, last, place, mode, reasons, kept, grid) { Releases = releases };

    public static readonly Gen<NewPatientsForm> NewPatients = Gen.OneOf(new NewPatientsForm(true, "hard"), new(false, "hard"), new(false, "soft"), new(false, "approval"));

    private static readonly Gen<SpacingForm?> Spacing =
        from days in Gen.OneOf("", "21", "90")
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from strength in Gen.OneOf("hard", "soft", "approval")
        select days.Length == 0 ? null : new SpacingForm(days, reasons, strength);

    public static readonly Gen<AgesForm?> Ages =
        from @from in Gen.OneOf("", "3", "18m")
        from under in Gen.OneOf("", "16y", "90")
        from strength in Gen.OneOf("hard", "soft")
        select @from.Length + under.Length == 0 ? null : new AgesForm(@from, under, strength);

    private static readonly Gen<AgeMinutesForm> AgeMinutes =
        from @from in Gen.OneOf("", "2")
        from under in Gen.OneOf("6", "16")
        from minutes in Gen.OneOf("30", "45")
        from first in Gen.OneOf("", "60")
        select new AgeMinutesForm(@from, under, [new(Martin, minutes, first)]);

    private static readonly Gen<NeedForm> Need =
        from count in Gen.OneOf("1", "2")
        from of in Some("salle-de-soins", "ecg")
        select new NeedForm(count, of);

    public static readonly Gen<ReasonForm> Reason =
        from label in Words
        from martin in Gen.OneOf("10", "25")
        from benali in Gen.OneOf("", "20")
        from first in Gen.OneOf("", "40")
        from welcome in NewPatients
        from agents in Gen.OneOf("at_once", "with_approval", "no")
        from online in Gen.OneOf("at_once", "no")
        from lines in Some("Venir à jeun", "Boire: 1 l", "# rien")
        from spacing in Spacing
        from ages in Ages
        from referral in Gen.OneOf(null, new ReferralForm("hard"), new ReferralForm("approval"))
        from byAge in AgeMinutes.List[0, 2]
        from needs in Need.List[0, 2]
        from mode in Gen.OneOf("office", "tele")
        from pool in Gen.OneOf("", "urgence")
        from charge in Gen.OneOf("", "3000")
        select new ReasonForm("", label, [.. new MinutesForm[] { new(Martin, martin, first), new("dr-benali", benali, "") }.Where(m => m.Minutes.Length > 0)], welcome, agents, online, lines, [], lines)
        {
            Spacing = spacing, Ages = ages, Referral = referral, ByAge = byAge, Needs = needs, Mode = mode, Pool = pool, ChargeCents = charge,
        };

    public static readonly Gen<ClosureForm> Closure =
        from first in Gen.OneOf("2026-12-01", "2027-01-01")
        from last in Date
        from why in Words
        from whose in Some(Martin, "dr-benali")
        select new ClosureForm(first, last, why, whose);

    public static readonly Gen<QuotaForm> Quota =
        from label in Words
        from whose in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Some(Martin, "dr-benali"))
        from counted in Gen.OneOf("each", "together")
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from patients in Gen.OneOf("all", "new")
        from per in Gen.OneOf("day", "week")
        from most in Gen.OneOf("0", "12")
        from strength in Gen.OneOf("hard", "soft", "approval")
        select new QuotaForm("", label, whose, counted, reasons, patients, per, most, strength);

    public static readonly Gen<OverbookingForm> Overbooking =
        from label in Words
        from reasons in Gen.OneOf(Gen.Const((IReadOnlyList<string>)[]), Reasons)
        from lanes in Gen.OneOf("1", "3")
        from perDay in Gen.OneOf("2", "8")
        from hours in Gen.OneOf(("", ""), ("08:30", "12:00"))
        from strength in Gen.OneOf("soft", "approval")
        select new OverbookingForm("", label, Martin, reasons, lanes, perDay, hours.Item1, hours.Item2, strength);

    public static Gen<IReadOnlyList<string>> Some(params string[] choices) =>
        Gen.Int[1, (1 << choices.Length) - 1].Select(bits => (IReadOnlyList<string>)[.. choices.Where((_, i) => (bits & (1 << i)) != 0)]);
}
