namespace ContactCenter.Server.Imports;

/// <summary>What is said about a file and its rows. No sentence repeats what stands in a cell.</summary>
internal static class ImportWords
{
    public static Said Empty { get; } = new(
        "Le fichier est vide : il faut une ligne de titres et au moins une ligne.", "The file is empty: it needs a line of headings and at least one row.");

    public static Said TooLarge { get; } = new(
        $"Le fichier dépasse {ImportLimits.Megabytes} Mo : partagez-le.", $"The file is larger than {ImportLimits.Megabytes} MB: divide it.");

    public static Said TooManyRows { get; } = new(
        $"Le fichier a plus de {ImportLimits.Rows} lignes : partagez-le.", $"The file has more than {ImportLimits.Rows} rows: divide it.");

    public static Said OpenQuote { get; } = new("Le guillemet ouvert ici n’est jamais fermé : fermez-le.", "The quote opened here is never closed: close it.");

    public static Said ColumnIgnored { get; } = new("Cette colonne n’est pas lue.", "This column is not read.");

    public static Said TooManyCells { get; } = new(
        "La ligne a plus de cellules que de titres : mettez entre guillemets le texte qui contient le séparateur.",
        "The row has more cells than there are headings: put the text with the separator in quotes.");

    public static Said NoIdentity { get; } = new(
        "Il faut un identifiant, une date de naissance ou un téléphone pour reconnaître ce patient à un second import.",
        "An id, a birth date or a telephone is needed, so that this patient is known again at the next import.");

    public static Said WrongDate { get; } = new(
        "Cette date n’est pas lisible ou pas possible : écrivez-la 1980-05-04 ou 04/05/1980.", "This date cannot be read or cannot be: write it as 1980-05-04 or 04/05/1980.");

    public static Said ChangedSince { get; } = new(
        "Déjà importé avec d’autres données : rien n’est changé ; corrigez dans le dossier ou l’agenda.",
        "Imported before with other data: nothing is changed; correct it in the patient's file or the agenda.");

    public static Said MayBeTheSame { get; } = new(
        "Importé, mais ressemble à un patient connu : à comparer dans les doublons proposés.", "Imported, but resembles a known patient: compare them among the proposed duplicates.");

    public static Said UnknownPatient { get; } = new(
        "Aucun patient ne correspond : importez d’abord les patients, ou corrigez l’identifiant ou le nom.", "No patient matches: import the patients first, or correct the id or name.");

    public static Said SeveralPatients { get; } = new(
        "Plusieurs patients portent ce nom : ajoutez l’identifiant ou la date de naissance.", "Several patients bear this name: add the id or the birth date.");

    public static Said UnknownPractitioner { get; } = new(
        "Ce praticien n’est pas dans les règles du cabinet : écrivez son nom ou son code comme dans l’agenda.",
        "This practitioner is not in the practice's rules: write the name or code as in the agenda.");

    public static Said UnknownReason { get; } = new(
        "Ce motif n’est pas dans les règles du cabinet, ou plusieurs portent ce nom : écrivez son code ou son libellé.",
        "This reason is not in the practice's rules, or several bear this name: write its code or label.");

    public static Said WrongTime { get; } = new(
        "Ce moment n’est pas lisible : écrivez 2026-11-23 10:05 à l’heure du cabinet, ou 2026-11-23T10:05+01:00.",
        "This moment cannot be read: write 2026-11-23 10:05 by the practice's clock, or 2026-11-23T10:05+01:00.");

    public static Said InTheGap { get; } = new(
        "Cette heure n’existe pas : les horloges avancent cette nuit-là. Corrigez-la.", "This time does not exist: the clocks move forward that night. Correct it.");

    public static Said InTheOverlap { get; } = new(
        "Cette heure existe deux fois : les horloges reculent cette nuit-là. Écrivez-la avec son décalage (2026-10-25T02:30+01:00) ou en UTC.",
        "This time exists twice: the clocks move back that night. Write it with its offset (2026-10-25T02:30+01:00) or in UTC.");

    public static Said WrongLength { get; } = new(
        "La fin manque ou ne convient pas : un rendez-vous dure d’une minute à huit heures.", "The end is missing or does not fit: an appointment lasts from one minute to eight hours.");

    public static Said TooFar { get; } = new(
        $"Ce moment est trop loin : au plus {ImportLimits.YearsBack} ans en arrière et {ImportLimits.YearsAhead} ans en avant.",
        $"This moment is too far away: at most {ImportLimits.YearsBack} years back and {ImportLimits.YearsAhead} years ahead.");

    public static Said Taken { get; } = new(
        "Ce praticien est déjà pris à ce moment : rien n’est mis deux fois sur le même temps.", "The practitioner is taken at that time: nothing is put on the same time twice.");

    public static Said NoResource { get; } = new(
        "La salle, l’appareil ou la personne que demande ce motif est pris à ce moment.", "The room, device or person that this reason needs is taken at that time.");

    public static Said CancelledThere { get; } = new("Annulé dans le fichier : pas importé.", "Cancelled in the file: not imported.");

    public static Said TooLong { get; } = new("Cette note est trop longue : 2000 signes au plus.", "This note is too long: at most 2000 characters.");

    public static Said Unreadable { get; } = new(
        "Cet événement n’est pas lisible : il lui faut DTSTART, et tout ce qui s’ouvre se ferme.", "This event cannot be read: it needs DTSTART, and what begins must end.");

    public static Said NotACalendar { get; } = new("Ce n’est pas un calendrier : il n’y a aucun BEGIN:VEVENT.", "This is no calendar: there is no BEGIN:VEVENT.");

    public static Said WholeDay { get; } = new(
        "Un événement d’une journée entière n’est pas un rendez-vous : saisissez une absence.", "An event of a whole day is no appointment: enter an absence.");

    public static Said UnknownZone { get; } = new(
        "Ce fuseau horaire (TZID) n’est pas connu : écrivez un nom tel que Europe/Paris.", "This time zone (TZID) is not known: write a name such as Europe/Paris.");

    public static Said TooOften { get; } = new(
        $"Cette répétition ne peut être suivie (plus de {ImportLimits.Occurrences} fois, plus d’une fois par jour, ou règle non lue) : exportez les rendez-vous un par un.",
        $"This repetition cannot be followed (more than {ImportLimits.Occurrences} times, more than once a day, or a rule that is not read): export its appointments one by one.");

    public static Said NoEnd { get; } = new("DTEND ou DURATION manque : sans fin, l’événement n’est pas importé.", "DTEND or DURATION is missing: without an end the event is not imported.");

    public static Said GoesOn { get; } = new(
        $"Cet événement se répète au-delà de {ImportLimits.DaysAhead} jours : la suite n’est pas importée.",
        $"This event repeats beyond {ImportLimits.DaysAhead} days: what follows is not imported.");

    public static Said NoCalendar { get; } = new(
        "L’agenda de ce cabinet n’est pas tenu ici : il lui faut d’abord ses règles de rendez-vous.", "This practice's calendar is not kept here: it needs its booking rules first.");

    public static Said ColumnTwice(string field) => new($"Deux colonnes disent la même chose : {field}.", $"Two columns say the same: {field}.");

    public static Said ColumnMissing(string field) => new($"La colonne {field} manque.", $"The column {field} is missing.");

    public static Said SameIdTwice(int line) => new($"Le même identifiant est déjà à la ligne {line}, avec d’autres données.", $"The same id stands in line {line} already, with other data.");

    public static Said WrongField(string field) => new($"Le champ {field} manque, est trop long ou n’est pas ce qu’il devrait être.", $"The field {field} is missing, too long, or not what it should be.");

    public static Said UnknownDefault(string option) => new($"Les règles du cabinet ne connaissent pas ce choix : {option}.", $"The practice's rules do not know this choice: {option}.");
}
