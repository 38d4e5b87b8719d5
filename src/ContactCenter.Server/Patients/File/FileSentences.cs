using System.Globalization;
using ContactCenter.Domain.Booking;

namespace ContactCenter.Server.Patients.File;

internal static class FileSentences
{
    /// <summary>What the practice makes of missed appointments.</summary>
    public static string Missed(MissedRule rule, string culture)
    {
        var english = culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var then = (rule.Strength, english) switch
        {
            (RuleStrength.Hard, false) => "pas de nouveau rendez-vous",
            (RuleStrength.Soft, false) => "une raison écrite est nécessaire",
            (RuleStrength.Approval, false) => "le cabinet décide",
            (RuleStrength.Hard, true) => "no new appointment",
            (RuleStrength.Soft, true) => "a written reason is needed",
            (RuleStrength.Approval, true) => "the practice decides",
        };
        return english
            ? string.Create(CultureInfo.InvariantCulture, $"From {rule.Most} missed in {rule.Months} months: {then}.")
            : string.Create(CultureInfo.InvariantCulture, $"Dès {rule.Most} absences en {rule.Months} mois : {then}.");
    }
}
