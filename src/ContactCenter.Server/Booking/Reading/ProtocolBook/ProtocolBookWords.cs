using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>The values of rules in words.</summary>
internal static class ProtocolBookWords
{
    public static string Strength(RuleStrength strength, ProtocolBookScene scene) => strength switch
    {
        RuleStrength.Soft => scene.Say("possible avec un motif écrit", "possible with a written reason"),
        RuleStrength.Approval => scene.Say("avec l’accord du cabinet", "with the practice's approval"),
        RuleStrength.Hard => scene.Say("interdit", "not possible"),
    };

    public static string Permission(BookingPermission permission, ProtocolBookScene scene) => permission switch
    {
        BookingPermission.AtOnce => scene.Say("tout de suite", "at once"),
        BookingPermission.WithApproval => scene.Say("avec l’accord du cabinet", "with the practice's approval"),
        BookingPermission.No => scene.Say("non", "no"),
    };

    public static string Mode(ConsultationMode mode, ProtocolBookScene scene) => mode switch
    {
        ConsultationMode.Office => scene.Say("au cabinet", "at the office"),
        ConsultationMode.Tele => scene.Say("à distance", "remote"),
        ConsultationMode.HomeVisit => scene.Say("à domicile", "home visit"),
        ConsultationMode.WalkIn => scene.Say("sans rendez-vous", "walk-in"),
    };

    public static string? Weeks(WeekParity weeks, ProtocolBookScene scene) => weeks switch
    {
        WeekParity.Every => null,
        WeekParity.Odd => scene.Say("semaines impaires", "odd weeks"),
        WeekParity.Even => scene.Say("semaines paires", "even weeks"),
    };

    public static string Channel(BookingChannel channel, ProtocolBookScene scene) => channel switch
    {
        BookingChannel.Agent => scene.Say("au téléphone", "on the phone"),
        BookingChannel.Practice => scene.Say("au cabinet", "at the practice"),
        BookingChannel.Online => scene.Say("en ligne", "online"),
    };

    public static string Period(QuotaPeriod period, ProtocolBookScene scene) => period switch
    {
        QuotaPeriod.Day => scene.Say("par jour", "a day"),
        QuotaPeriod.Week => scene.Say("par semaine", "a week"),
    };

    public static string Patients(QuotaPatients patients, ProtocolBookScene scene) => patients switch
    {
        QuotaPatients.All => scene.Say("tous les patients", "all patients"),
        QuotaPatients.New => scene.Say("nouveaux patients", "new patients"),
    };

    public static string Fallback(ApprovalFallback fallback, ProtocolBookScene scene) => fallback switch
    {
        ApprovalFallback.Refuse => scene.Say("le créneau est rendu et le patient rappelé", "the slot is given back and the patient called"),
        ApprovalFallback.Accept => scene.Say("le rendez-vous est accepté", "the appointment stands"),
    };

    public static string Ages(AgeBand band, ProtocolBookScene scene) => band switch
    {
        { FromMonths: 0, UnderMonths: { } under } => scene.Say($"moins de {Age(under, scene)}", $"under {Age(under, scene)}"),
        { UnderMonths: { } under } => scene.Say($"de {Age(band.FromMonths, scene)} à moins de {Age(under, scene)}", $"from {Age(band.FromMonths, scene)} to under {Age(under, scene)}"),
        _ => scene.Say($"dès {Age(band.FromMonths, scene)}", $"from {Age(band.FromMonths, scene)}"),
    };

    public static string Length(Duration length, ProtocolBookScene scene) => length switch
    {
        _ when length > Duration.Zero && length.TotalMinutes % 1440 == 0 => Count((int)length.TotalDays, ("jour", "jours"), ("day", "days"), scene),
        _ when length > Duration.Zero && length.TotalMinutes % 60 == 0 => Count((int)length.TotalHours, ("heure", "heures"), ("hour", "hours"), scene),
        _ => Count((int)length.TotalMinutes, ("minute", "minutes"), ("minute", "minutes"), scene),
    };

    /// <summary>In French nought is singular, in English plural.</summary>
    public static string Count(int count, (string One, string Many) french, (string One, string Many) english, ProtocolBookScene scene) =>
        scene.Say($"{count} {(count < 2 ? french.One : french.Many)}", $"{count} {(count == 1 ? english.One : english.Many)}");

    private static string Age(int months, ProtocolBookScene scene) => months % 12 == 0 && months >= 24
        ? scene.Say($"{months / 12} ans", $"{months / 12} years")
        : scene.Say($"{months} mois", months == 1 ? "1 month" : $"{months} months");
}
