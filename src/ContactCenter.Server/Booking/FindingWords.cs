using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;

namespace ContactCenter.Server.Booking;

/// <summary>Each rule in both languages: the sentence, and the remedy where there is one.</summary>
internal static class FindingWords
{
    public static ((string, string?) French, (string, string?) English) Of(Finding finding, BookingScene scene) => finding.Rule switch
    {
        BookingRule.NotOffered => (
            ("Ce praticien ne propose pas ce motif.", "Choisissez un autre praticien."),
            ("This practitioner does not offer this visit reason.", "Choose another practitioner.")),
        BookingRule.NotByThisChannel => (
            ("Seul le cabinet prend ce motif lui-même.", "Transmettez un message au cabinet."),
            ("Only the practice itself books this visit reason.", "Send the practice a message.")),
        BookingRule.ApprovalOfReason => (
            ("Ce motif demande l’accord du cabinet.", "Le créneau reste bloqué jusqu’à sa réponse."),
            ("This visit reason needs the practice's approval.", "The slot stays locked until it answers.")),
        BookingRule.NewPatients => (
            ("Les nouveaux patients ne sont pas pris ici sans autre.", "Proposez un autre praticien."),
            ("New patients are not simply taken here.", "Offer another practitioner.")),
        BookingRule.Ages => (
            ("Le patient n’a pas l’âge prévu pour ce rendez-vous.", "Choisissez un autre praticien ou un autre motif."),
            ("The patient is not of the age for this appointment.", "Choose another practitioner or visit reason.")),
        BookingRule.Referral => (
            ("Il faut un courrier ou une ordonnance pour ce motif.", "Demandez au patient s’il l’a."),
            ("A letter or prescription is needed for this visit reason.", "Ask the patient for it.")),
        BookingRule.Spacing => (
            ($"Le patient a un autre rendez-vous à moins de {finding.Limit} jours.", "Choisissez une date plus éloignée."),
            ($"The patient has another appointment less than {finding.Limit} days away.", "Choose a date further off.")),
        BookingRule.MissedAppointments => (
            ($"Le patient a manqué {finding.Limit} rendez-vous ou plus.", "Le cabinet décide."),
            ($"The patient missed {finding.Limit} appointments or more.", "The practice decides.")),
        BookingRule.AskPracticeFirst => (
            ("Le cabinet veut donner son accord pour ce patient.", "Le créneau reste bloqué jusqu’à sa réponse."),
            ("The practice wants to approve appointments of this patient.", "The slot stays locked until it answers.")),
        BookingRule.Past => (("Cette heure est passée.", null), ("This time has passed.", null)),
        BookingRule.Notice => (
            ($"Un rendez-vous se prend au moins {finding.Limit} minutes avant.", "Choisissez un créneau plus tard."),
            ($"An appointment is booked at least {finding.Limit} minutes before.", "Choose a later slot.")),
        BookingRule.Horizon => (
            ($"L’agenda n’est ouvert que {finding.Limit} jours à l’avance.", null),
            ($"The calendar is open {finding.Limit} days ahead only.", null)),
        BookingRule.Grid => (
            ($"Les rendez-vous commencent ici toutes les {finding.Limit} minutes.", "Choisissez le créneau d’à côté."),
            ($"Appointments begin here every {finding.Limit} minutes.", "Choose the slot beside it.")),
        BookingRule.Closure => (($"Fermé ce jour-là : {finding.Words}.", "Choisissez un autre jour."), ($"Closed that day: {finding.Words}.", "Choose another day.")),
        BookingRule.Holiday => (("C’est un jour férié.", "Choisissez un autre jour."), ("It is a public holiday.", "Choose another day.")),
        BookingRule.OutsideOpenings => (
            ("Le praticien ne consulte pas à cette heure.", "Choisissez une heure de consultation."),
            ("The practitioner does not consult at that time.", "Choose a time of consultation.")),
        BookingRule.WalkIn => (
            ("À cette heure les patients viennent sans rendez-vous.", "Dites au patient de venir."),
            ("At that time patients come without an appointment.", "Tell the patient to come.")),
        BookingRule.OtherMode => (
            ("Cette plage est d’une autre sorte : téléconsultation, visite ou cabinet.", "Choisissez une autre plage."),
            ("This time is of another kind: remote, home visit or office.", "Choose another time.")),
        BookingRule.OtherReasons => (
            ($"Cette plage est réservée à : {Labels(finding, scene)}.", "Choisissez une autre plage."),
            ($"This time is kept for: {Labels(finding, scene)}.", "Choose another time.")),
        BookingRule.TooLong => (
            ("Le rendez-vous dépasserait la fin de la plage.", "Choisissez un créneau plus tôt."),
            ("The appointment would run over the end of the opening.", "Choose an earlier slot.")),
        BookingRule.KeptForPool => (
            ($"Ce créneau est gardé pour : {finding.Words}.", "Il ne s’ouvre à aucun autre motif."),
            ($"This slot is kept for: {finding.Words}.", "It opens to no other visit reason.")),
        BookingRule.SubstituteReasons => (
            ($"{finding.Words} remplace ce jour-là et ne prend que : {Labels(finding, scene)}.", "Choisissez un autre jour ou un autre praticien."),
            ($"{finding.Words} stands in that day and takes only: {Labels(finding, scene)}.", "Choose another day or practitioner.")),
        BookingRule.SubstituteNewPatients => (
            ($"{finding.Words} remplace ce jour-là et ne prend pas de nouveaux patients.", "Choisissez un autre jour ou un autre praticien."),
            ($"{finding.Words} stands in that day and takes no new patients.", "Choose another day or practitioner.")),
        BookingRule.SubstituteAges => (
            ($"{finding.Words} remplace ce jour-là et ne prend pas les patients de cet âge.", "Choisissez un autre jour ou un autre praticien."),
            ($"{finding.Words} stands in that day and does not take patients of that age.", "Choose another day or practitioner.")),
        BookingRule.QuotaReached => (
            ($"{finding.Words} : le maximum de {finding.Limit} est atteint.", "Choisissez un autre jour."),
            ($"{finding.Words}: the maximum of {finding.Limit} is reached.", "Choose another day.")),
        BookingRule.Absent => (
            ("Absent à cette heure.", "Choisissez une autre heure ou un autre praticien."),
            ("Absent at that time.", "Choose another time or practitioner.")),
        BookingRule.Taken => (("Ce créneau est pris.", "Il se libère si ce rendez-vous est déplacé."), ("This slot is taken.", "It becomes free if that appointment is moved.")),
        BookingRule.Held => (
            ("Une collègue retient ce créneau pour son appel.", "Il se libère si son appelant n’en veut pas."),
            ("A colleague holds this slot for her call.", "It becomes free if her caller does not want it.")),
        BookingRule.TakenElsewhere => (("Ce créneau est pris dans l’agenda du cabinet.", null), ("This slot is taken in the practice's own calendar.", null)),
        BookingRule.GapKept => (
            ($"Il faut {finding.Limit} minutes entre ce rendez-vous et son voisin.", "Décalez-le d’autant."),
            ($"{finding.Limit} minutes are kept between this appointment and its neighbour.", "Shift it by as much.")),
        BookingRule.ResourceTaken => (
            ($"Il n’y a plus de place : {finding.Words}.", "Choisissez une heure où c’est libre."),
            ($"Not free: {finding.Words}.", "Choose a time when it is free.")),
        BookingRule.Overbooked => (
            ($"{finding.Words} : en plus d’un rendez-vous déjà pris.", "Écrivez pourquoi."),
            ($"{finding.Words}: beside an appointment already taken.", "Write why.")),
        BookingRule.OverbookingUsedUp => (
            ($"{finding.Words} : les {finding.Limit} du jour sont pris.", "Choisissez un autre jour."),
            ($"{finding.Words}: the {finding.Limit} of the day are used.", "Choose another day.")),
    };

    private static string Labels(Finding finding, BookingScene scene) =>
        string.Join(", ", (finding.Reasons ?? ReasonSet.All).Named.Select(r => scene.Book.Reasons.TryGetValue(r, out var reason) ? reason.Label : r.Value));
}
