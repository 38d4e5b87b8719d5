namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>French words for what can be wrong with booking rules, over the same values as the catalogue's.</summary>
internal static class BookingFaults
{
    public static readonly IReadOnlyDictionary<string, (string Sentence, string Remedy)> French = new Dictionary<string, (string, string)>
    {
        ["BOK001"] = ("{0} n’est pas un nombre entier de pas de cinq minutes.", "Les agendas comptent par cinq minutes : écrivez {1}."),
        ["BOK002"] = ("Il n’y a pas de praticien « {0} ».", "Choisissez parmi : {1}."),
        ["BOK003"] = ("Il n’y a pas de motif ni de famille « {0} ».", "Choisissez parmi : {1}."),
        ["BOK004"] = ("Il n’y a pas de salle, d’appareil ni d’assistant « {0} ».", "Ajoutez-le sous « resources », ou choisissez parmi : {1}."),
        ["BOK005"] = ("Il n’y a pas de lieu « {0} ».", "Ajoutez-le sous « places », ou choisissez parmi : {1}."),
        ["BOK006"] = ("Il n’y a pas de fuseau horaire « {0} » où tenir un agenda.", "Écrivez un nom comme Europe/Paris ou Indian/Reunion."),
        ["BOK007"] = ("Cette ouverture finit à {1}, pas après son début à {0}.", "Faites-la finir plus tard, ou retirez-la ; minuit s’écrit 00:00."),
        ["BOK008"] = ("Cette ouverture n’a lieu aucun jour de la semaine.", "Nommez au moins un jour."),
        ["BOK009"] = ("Cette ouverture chevauche celle de {0}.", "Faites finir l’une où l’autre commence : un rendez-vous tient dans une seule ouverture."),
        ["BOK010"] = ("Le dernier jour précède le premier.", "Échangez les deux."),
        ["BOK011"] = ("Aucun praticien ne propose « {0} ».", "Dites avec qui il se réserve, et pour combien de minutes."),
        ["BOK012"] = ("« {0} » ne peut jamais être réservé avec {1} : aucune ouverture ne le sert pendant ses {2} minutes.", "Ajoutez-le à une ouverture, ou allongez l’ouverture."),
        ["BOK013"] = ("Personne ne peut réserver « {0} » : seuls des créneaux gardés le servent, et ils ne s’ouvrent jamais à lui.", "Donnez au motif sa réserve, ou ajoutez une libération à l’ouverture."),
        ["BOK014"] = ("« {0} » est le nom de deux choses.", "Donnez un autre nom à l’une des deux."),
        ["BOK015"] = ("Personne n’a au moins {0} et moins de {1}.", "Échangez les deux âges."),
        ["BOK016"] = ("« {0} » doit être un âge ; c’est « {1} ».", "Écrivez des années ou des mois : 16, 16y ou 18m."),
        ["BOK017"] = ("{0} a une durée pour un âge et aucune pour les autres âges.", "Ajoutez {0} aux durées du motif."),
        ["BOK018"] = ("{0} ressources sur {1} ne peuvent être trouvées.", "Nommez-en davantage, ou demandez-en moins."),
        ["BOK019"] = ("« {0} » figure dans deux besoins d’un même motif.", "Réunissez les deux, ou nommez-en d’autres."),
        ["BOK020"] = ("Il n’y a pas de quota ni de surréservation « {0} » à suspendre.", "Choisissez parmi : {1}."),
        ["BOK021"] = ("La surréservation ne peut être interdite là où elle est permise.", "Écrivez strength: soft ou strength: approval, ou retirez la règle."),
        ["BOK022"] = ("Une libération dit soit combien de jours avant et à quelle heure, soit combien de temps avant.", "Écrivez {{days_before: 1, at: \"18:00\"}} ou {{before: 2h}}."),
        ["BOK023"] = ("Aucun motif de ce texte ne puise dans la réserve « {0} ».", "Seuls le tri ou le choix de la secrétaire ouvrent ces créneaux ; vérifiez le nom."),
        ["BOK024"] = ("C’est fini depuis le {0}.", "Retirez-le."),
        ["BOK025"] = ("Le remplacement de {0} est fini depuis le {1}.", "Retirez-le, ou donnez les nouvelles dates."),
        ["BOK026"] = ("{0} est remplacé deux fois le {1}.", "Faites finir un remplacement avant que l’autre commence."),
        ["BOK027"] = ("Cette ouverture est finie depuis le {0}.", "Retirez-la."),
        ["BOK028"] = ("Ces règles disent valoir à partir du {0}.", "Elles valent aussitôt : mettez-les en vigueur ce jour-là."),
        ["BOK029"] = ("Aucun rendez-vous ne compte jamais pour ce quota.", "Ses praticiens ne proposent pas ses motifs : corrigez l’un des deux."),
        ["BOK030"] = ("« {0} » dure {1} minutes et les rendez-vous commencent toutes les {2} : {3} minutes restent vides.", "Affinez la grille, ou donnez à la visite la durée de la grille."),
        ["BOK031"] = ("Cette ouverture d’un jour chevauche celle de {0} qui vaut à cette date.", "Faites-la commencer où l’autre finit."),
        ["BOK032"] = ("Rien ne se réserve pendant les heures sans rendez-vous.", "Retirez les motifs et la réserve."),
        ["BOK033"] = ("Cette ouverture n’a lieu à aucune date entre son premier et son dernier jour.", "Nommez un jour de la semaine qui s’y trouve, ou d’autres dates."),
        ["BOK034"] = ("« {0} » ne peut jamais être réservé avec {1} : personne n’a un âge que tous deux acceptent.", "Changez les âges de l’un des deux, ou retirez {1} des durées du motif."),
        ["BOK035"] = ("« {0} » ne peut jamais être réservé avec {1} : {2} n’est jamais là pendant une ouverture qui le sert.", "Ouvrez les deux en même temps, ou nommez-en d’autres sous « needs »."),
        ["BOK036"] = ("« {0} » a {2} minutes avec {1} pour un âge jamais accepté.", "Retirez la ligne de « by_age », ou changez les âges."),
        ["BOK037"] = ("« {0} » a des minutes pour les nouveaux patients de {1}, qui ne sont jamais acceptés.", "Retirez ces minutes, ou acceptez les nouveaux patients."),
        ["BOK038"] = ("Rien ne peut jamais être réservé : un préavis de {0} minutes dépasse les {1} jours réservables.", "Raccourcissez « notice_minutes » ou allongez « horizon_days »."),
        ["BOK039"] = ("Rien ne peut être réservé avec {0} : aucun motif ne nomme ce praticien.", "Ajoutez {0} aux durées d’un motif, ou retirez le praticien."),
    };
}
