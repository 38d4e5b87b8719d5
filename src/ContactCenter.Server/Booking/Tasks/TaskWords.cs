using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>Why a patient is rung, and what is said to her; and the refusals of the task addresses.</summary>
internal static class TaskWords
{
    public static string NotAvailable(string culture) => WaitingWords.Either(
        culture, "Mettez-vous disponible avant de prendre une tâche d’appel.", "Become available before taking a call task.");

    public static string CallsWait(string culture) => WaitingWords.Either(culture, "Des appels attendent : ils passent d’abord.", "Callers wait: they come first.");

    public static string None(string culture) => WaitingWords.Either(culture, "Personne à appeler pour l’instant.", "Nobody is to be rung now.");

    public static string NotYours(string culture) => WaitingWords.Either(
        culture, "Cette tâche n’est plus entre vos mains : reprenez-en une.", "This task is not in your hands any more: take another.");

    public static string OfferOver(string culture) => WaitingWords.Either(
        culture, "Ce créneau n’est plus retenu pour ce patient.", "This slot is not kept for this patient any more.");

    public static string ChooseSlot(string culture) => WaitingWords.Either(
        culture, "Choisissez un des créneaux proposés, ou prenez le rendez-vous dans l’agenda.", "Choose one of the proposed slots, or book in the agenda.");

    public static string NotThisOutcome(string culture) => WaitingWords.Either(culture, "Cette issue ne convient pas à cette tâche.", "This outcome does not fit this task.");

    public static string CannotDial(string culture) => WaitingWords.Either(
        culture, "Ce numéro ne peut pas être composé d’ici : composez-le à la main.", "This number cannot be dialled from here: dial it by hand.");

    public static string Offer(SlotOffer offer, BookingScene scene, string reason, string practitioner) => WaitingWords.Either(
        scene.Culture,
        $"Un créneau s’est libéré : {practitioner}, {WaitingWords.When(offer.Start, scene)}, {reason}. Choisi car : {WaitingWords.Because(offer, scene.Culture)}.",
        $"A slot became free: {practitioner}, {WaitingWords.When(offer.Start, scene)}, {reason}. First because: {WaitingWords.Because(offer, scene.Culture)}.");

    public static string SayOffer(SlotOffer offer, BookingScene scene, string practitioner) => WaitingWords.Either(
        scene.Culture,
        $"« Vous attendiez un rendez-vous. Une place s’est libérée {WaitingWords.When(offer.Start, scene)} avec {practitioner}. Vous convient-elle ? »",
        $"\"You were waiting for an appointment. A place is free {WaitingWords.When(offer.Start, scene)} with {practitioner}. Does it suit you?\"");

    public static string Recall(Recall recall, BookingScene scene, string reason) => WaitingWords.Either(
        scene.Culture, $"À revoir {WaitingWords.When(recall.Term, scene.Culture)} : {reason}.", $"To be seen again {WaitingWords.When(recall.Term, scene.Culture)}: {reason}.");

    public static string SayRecall(Recall recall, BookingScene scene, string reason) => WaitingWords.Either(
        scene.Culture,
        $"« Le cabinet souhaite vous revoir {WaitingWords.When(recall.Term, scene.Culture)} ({reason}). Quel jour vous conviendrait ? »",
        $"\"The practice would like to see you again {WaitingWords.When(recall.Term, scene.Culture)} ({reason}). Which day would suit you?\"");

    public static string Replan(AppointmentView appointment, BookingScene scene, NodaTime.Instant start) => WaitingWords.Either(
        scene.Culture,
        $"{appointment.PractitionerName} sera absent : déplacer le rendez-vous du {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).",
        $"{appointment.PractitionerName} will not be there: move the appointment of {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).");

    public static string SayReplan(AppointmentView appointment, BookingScene scene, NodaTime.Instant start) => WaitingWords.Either(
        scene.Culture,
        $"« Votre rendez-vous du {WaitingWords.When(start, scene)} avec {appointment.PractitionerName} ne peut pas avoir lieu. Je vous propose une autre date. »",
        $"\"Your appointment of {WaitingWords.When(start, scene)} with {appointment.PractitionerName} cannot take place. May I propose another time?\"");

    public static string Refusal(AppointmentView appointment, BookingScene scene, NodaTime.Instant start, bool undecided) => undecided
        ? WaitingWords.Either(scene.Culture,
            $"Le cabinet n’a pas répondu à temps à la demande du {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).",
            $"The practice did not decide in time on the request for {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).")
        : WaitingWords.Either(scene.Culture,
            $"Le cabinet a refusé la demande du {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).",
            $"The practice refused the request for {WaitingWords.When(start, scene)} ({appointment.VisitReasonLabel}).");

    public static string SayRefusal(BookingScene scene, NodaTime.Instant start) => WaitingWords.Either(
        scene.Culture,
        $"« Le rendez-vous demandé pour {WaitingWords.When(start, scene)} n’a pas pu être confirmé. Je peux vous proposer une autre date. »",
        $"\"The appointment asked for {WaitingWords.When(start, scene)} could not be confirmed. May I propose another time?\"");

    /// <summary>The message to the practice about somebody who could not be reached.</summary>
    public static string Unreached(CallTaskKind kind, CallTaskOutcome outcome, string name, string why)
    {
        var what = outcome == CallTaskOutcome.WrongNumber ? "le numéro n’est pas le bon" : "personne ne répond";
        return $"{name} n’a pas pu être joint : {what}. {why}{(kind == CallTaskKind.Replan ? " Le rendez-vous est encore à déplacer." : "")}";
    }
}
