using ContactCenter.Contracts.Booking;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>
/// What a form says of a fault that the text's own words would name by a key or by how the text is written. <c>{field}</c> stands for the name by which
/// the form calls the field; the values are the catalogue's.
/// </summary>
internal static class FormFaults
{
    public static readonly IReadOnlyDictionary<string, (string Sentence, string Remedy)> French = new Dictionary<string, (string, string)>
    {
        ["SCR010"] = ("« {{field}} » manque.", "Renseignez-le."),
        ["SCR013"] = ("« {{field}} » n’a pas la forme qu’un formulaire peut montrer.", "Changez-le dans le texte."),
        [RuleFault.Empty] = ("« {{field}} » est vide.", "Renseignez-le."),
        ["SCR015"] = ("« {{field}} » doit être un nombre entier de {1} à {2} ; c’est « {3} ».", "Corrigez le nombre."),
        ["SCR016"] = ("« {{field}} » ne connaît pas « {1} ».", "Choisissez dans la liste."),
        ["SCR017"] = ("« {{field}} » doit être une durée de {1} à {2} ; c’est « {3} ».", "Écrivez par exemple 90 min ou 2 h."),
        ["SCR018"] = ("« {{field}} » doit être une heure ; c’est « {1} ».", "Écrivez 08:30, de 00:00 à 23:59."),
        ["SCR019"] = ("« {{field}} » doit être une date qui existe ; c’est « {1} ».", "Choisissez un autre jour."),
        ["SCR022"] = ("« {{field}} » doit être un nom court ; c’est « {1} ».", "Des minuscules sans accent, des chiffres, « - » et « _ », une lettre d’abord."),
        ["SCR026"] = ("« {{field}} » doit être un nombre de {1} à {2} ; c’est « {3} ».", "Corrigez le nombre."),
        ["BOK002"] = ("Il n’y a pas de praticien « {0} ».", "Choisissez dans la liste."),
        ["BOK003"] = ("Il n’y a pas de motif ni de famille « {0} ».", "Choisissez dans la liste, ou ajoutez-le d’abord."),
        ["BOK004"] = ("Il n’y a pas de salle, d’appareil ni de personne « {0} ».", "Choisissez dans la liste, ou ajoutez-le d’abord."),
        ["BOK005"] = ("Il n’y a pas de lieu « {0} ».", "Choisissez dans la liste, ou ajoutez-le d’abord."),
        ["BOK006"] = ("Il n’y a pas de fuseau horaire « {0} » où tenir un agenda.", "Choisissez dans la liste."),
        ["BOK008"] = ("Aucun jour de la semaine n’est choisi.", "Cochez-en au moins un."),
        ["BOK013"] = ("Personne ne peut réserver « {0} » : seuls des créneaux gardés le servent, et ils ne s’ouvrent jamais à lui.", "Faites puiser le motif dans les créneaux gardés, ou ajoutez une libération à l’ouverture."),
        ["BOK016"] = ("« {{field}} » doit être un âge ; c’est « {1} ».", "Écrivez par exemple 16 ans ou 18 mois."),
        ["BOK020"] = ("Il n’y a pas de quota ni de doublon permis « {0} » à suspendre.", "Choisissez dans la liste."),
        ["BOK021"] = ("Un doublon permis ne peut pas être impossible.", "Choisissez une raison écrite ou votre accord, ou supprimez la règle."),
        ["BOK022"] = ("Une libération dit soit combien de jours avant et à quelle heure, soit combien de temps avant.", "Renseignez l’un des deux."),
        ["BOK035"] = ("« {0} » ne peut jamais être réservé avec {1} : {2} n’est jamais là pendant une ouverture qui le sert.", "Ouvrez les deux en même temps, ou demandez autre chose parmi les salles, appareils et personnel."),
        ["BOK036"] = ("« {0} » a {2} minutes avec {1} pour un âge jamais accepté.", "Supprimez la ligne de cet âge, ou changez les âges."),
        ["BOK038"] = ("Rien ne peut jamais être réservé : un préavis de {0} minutes dépasse les {1} jours réservables.", "Raccourcissez le préavis, ou laissez réserver plus de jours à l’avance."),
        ["BOK040"] = ("Une position est une latitude et une longitude : ici, l’une des deux manque.", "Renseignez les deux, en degrés, ou aucune."),
        ["BOK041"] = ("Un cabinet n’a pas à partager ses créneaux avec lui-même.", "Retirez-le de la liste."),
        ["BOK042"] = ("Les créneaux sont partagés avec les voisins et aucun lieu n’a de position : personne ne peut dire la distance.", "Ajoutez latitude et longitude aux lieux."),
        ["LIB011"] = ("Des créneaux sont partagés avec « {0} », et ce cabinet n’existe pas.", "Corrigez son nom parmi les cabinets nommés, ou retirez-le."),
    };

    public static readonly IReadOnlyDictionary<string, (string Sentence, string Remedy)> English = new Dictionary<string, (string, string)>
    {
        ["SCR010"] = ("“{{field}}” is missing.", "Fill it in."),
        ["SCR013"] = ("“{{field}}” has no shape that a form can show.", "Change it in the text."),
        [RuleFault.Empty] = ("“{{field}}” is empty.", "Fill it in."),
        ["SCR015"] = ("“{{field}}” must be a whole number from {1} to {2}; it is “{3}”.", "Correct the number."),
        ["SCR016"] = ("“{{field}}” does not know “{1}”.", "Choose from the list."),
        ["SCR017"] = ("“{{field}}” must be a length of time from {1} to {2}; it is “{3}”.", "Write for example 90 min or 2 h."),
        ["SCR018"] = ("“{{field}}” must be a time of day; it is “{1}”.", "Write 08:30, from 00:00 to 23:59."),
        ["SCR019"] = ("“{{field}}” must be a date that exists; it is “{1}”.", "Choose another day."),
        ["SCR022"] = ("“{{field}}” must be a short name; it is “{1}”.", "Use lower-case letters without accents, digits, “-” and “_”, beginning with a letter."),
        ["SCR023"] = ("“{0}” stands twice in this list.", "Keep one."),
        ["SCR026"] = ("“{{field}}” must be a number from {1} to {2}; it is “{3}”.", "Correct the number."),
        ["BOK002"] = ("There is no practitioner “{0}”.", "Choose from the list."),
        ["BOK003"] = ("There is no visit reason or family “{0}”.", "Choose from the list, or add it first."),
        ["BOK004"] = ("There is no room, device or person “{0}”.", "Choose from the list, or add it first."),
        ["BOK005"] = ("There is no place “{0}”.", "Choose from the list, or add it first."),
        ["BOK006"] = ("There is no time zone “{0}” in which calendars can be kept.", "Choose from the list."),
        ["BOK008"] = ("No day of the week is chosen.", "Tick at least one."),
        ["BOK009"] = ("This opening overlaps that of {0}.", "Let one end where the other begins: an appointment lies within one opening."),
        ["BOK011"] = ("No practitioner offers “{0}”.", "Say with whom it may be booked, and for how long."),
        ["BOK012"] = ("“{0}” can never be booked with {1}: no opening serves it for the {2} minutes it takes.", "Add it to an opening, or make the opening longer."),
        ["BOK013"] = ("Nobody may book “{0}”: only kept slots serve it, and they never open to it.", "Let the reason draw on the kept slots, or add a release to the opening."),
        ["BOK015"] = ("Nobody is at least {0} and under {1}.", "Exchange the two ages."),
        ["BOK016"] = ("“{{field}}” must be an age; it is “{1}”.", "Write for example 16 years or 18 months."),
        ["BOK017"] = ("{0} has a length for an age and none for the other ages.", "Add {0} to the lengths of the reason."),
        ["BOK019"] = ("“{0}” stands in two needs of one reason.", "Join the two, or name others."),
        ["BOK020"] = ("There is no quota or overbooking “{0}” to suspend.", "Choose from the list."),
        ["BOK021"] = ("Intended overbooking cannot be impossible.", "Choose a written reason or your approval, or remove the rule."),
        ["BOK022"] = ("A release says either how many days before at which time, or how long before.", "Fill in one of the two."),
        ["BOK024"] = ("This is over since {0}.", "Remove it."),
        ["BOK025"] = ("{0}’s substitution is over since {1}.", "Remove it, or give the new dates."),
        ["BOK026"] = ("{0} is substituted twice on {1}.", "Let one substitution end before the other begins."),
        ["BOK027"] = ("This opening is over since {0}.", "Remove it."),
        ["BOK030"] = ("“{0}” takes {1} minutes and appointments begin every {2}: {3} minutes stay empty.", "Make the grid finer, or the visit as long as the grid."),
        ["BOK031"] = ("This opening of one day overlaps that of {0} which holds on that date.", "Let it begin where the other ends."),
        ["BOK032"] = ("Nothing is booked in walk-in hours.", "Take the reasons and the kept slots out."),
        ["BOK034"] = ("“{0}” can never be booked with {1}: nobody has an age that both take.", "Change the ages of one of the two, or take {1} out of the lengths of the reason."),
        ["BOK035"] = ("“{0}” can never be booked with {1}: {2} is never there during an opening that serves it.", "Let the two be open at the same time, or ask for other rooms, devices or people."),
        ["BOK036"] = ("“{0}” has {2} minutes with {1} for an age that is never taken.", "Remove the line of that age, or change the ages."),
        ["BOK037"] = ("“{0}” has minutes for new patients of {1}, who are never taken.", "Take the minutes out, or take new patients."),
        ["BOK038"] = ("Nothing can ever be booked: a notice of {0} minutes reaches beyond the {1} days ahead that may be booked.", "Shorten the notice, or let more days ahead be booked."),
        ["BOK039"] = ("Nothing can be booked with {0}: no reason names this practitioner.", "Add {0} to the lengths of a reason."),
        ["BOK040"] = ("A position is a latitude and a longitude: here one of the two is missing.", "Fill in both, in degrees, or neither."),
        ["BOK041"] = ("A practice need not share its slots with itself.", "Take it out of the list."),
        ["BOK042"] = ("Slots are shared with neighbours and no place has a position: nobody can say how far it is.", "Add latitude and longitude to the places."),
        ["BOK044"] = ("A length for an age names no age.", "Write the least age, the age below which it holds or both, or remove the line."),
        ["BOK045"] = ("A length for an age names no length.", "Write the minutes of a practitioner, or remove the line."),
        ["LIB011"] = ("Slots are shared with “{0}”, and there is no such practice.", "Correct its name among the named practices, or take it out."),
    };
}
