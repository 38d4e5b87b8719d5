namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>French words for what reading any script can find, over the same values as the catalogue's.</summary>
internal static class ReadingFaults
{
    public static readonly IReadOnlyDictionary<string, (string Sentence, string Remedy)> French = new Dictionary<string, (string, string)>
    {
        ["SCR001"] = ("Ce n’est pas du YAML : {0}", "Corrigez le texte à cet endroit."),
        ["SCR002"] = ("La clé « {0} » figure deux fois ici.", "Gardez-en une."),
        ["SCR003"] = ("Les ancres, alias et balises ne sont pas permis.", "Écrivez la valeur en toutes lettres : ce que l’on signe se lit à un seul endroit."),
        ["SCR004"] = ("Le texte dépasse {0} caractères.", "Raccourcissez-le."),
        ["SCR005"] = ("Les valeurs sont imbriquées sur plus de {0} niveaux.", "Aplatissez-les."),
        ["SCR006"] = ("Le texte doit être un seul document fait de lignes « clé: valeur ».", "Gardez un seul document."),
        ["SCR007"] = ("Une clé doit être un texte d’une ligne.", "Écrivez « clé: valeur »."),
        ["SCR010"] = ("La clé « {0} » manque.", "Ajoutez-la."),
        ["SCR011"] = ("La clé « {0} » est inconnue ici.", "Sont connues : {1}."),
        ["SCR012"] = ("La clé « {0} » est inconnue ici.", "Vouliez-vous dire « {1} » ?"),
        ["SCR013"] = ("« {0} » n’a pas la bonne forme.", "Comparez avec une ligne voisine du même genre."),
        ["SCR014"] = ("« {0} » est vide.", "Remplissez-le, ou retirez la clé si elle est facultative."),
        ["SCR015"] = ("« {0} » doit être un nombre entier de {1} à {2} ; c’est « {3} ».", "Corrigez le nombre."),
        ["SCR016"] = ("« {0} » ne connaît pas « {1} ».", "Choisissez parmi : {2}."),
        ["SCR017"] = ("« {0} » doit être une durée de {1} à {2} ; c’est « {3} ».", "Écrivez des minutes ou des heures : 10m, 2h."),
        ["SCR018"] = ("« {0} » doit être une heure ; c’est « {1} ».", "Écrivez 08:30, de 00:00 à 23:59."),
        ["SCR019"] = ("« {0} » doit être une date qui existe ; c’est « {1} ».", "Écrivez-la 2026-12-24."),
        ["SCR021"] = ("« {0} » doit être true ou false ; c’est « {1} ».", "Écrivez true ou false."),
        ["SCR022"] = ("« {0} » doit être un nom court ; c’est « {1} ».", "Des minuscules sans accent, des chiffres, « - » et « _ », une lettre d’abord."),
        ["SCR023"] = ("« {0} » figure deux fois dans cette liste.", "Gardez-en un."),
        ["SCR026"] = ("« {0} » doit être un nombre de {1} à {2} ; c’est « {3} ».", "Corrigez le nombre ; les décimales suivent un point, comme 48.8867."),
        ["LIB007"] = ("Ces règles se disent celles de « {1} » et sont celles de « {0} ».", "Corrigez le nom après « booking: »."),
        ["LIB011"] = ("Des créneaux sont partagés avec « {0} », et ce cabinet n’existe pas.", "Corrigez le nom sous « neighbours », ou retirez-le."),
    };
}
