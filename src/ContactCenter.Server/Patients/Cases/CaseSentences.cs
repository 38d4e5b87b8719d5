using System.Globalization;
using ContactCenter.Domain.Patients;
using NodaTime.Text;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>Why a plan does not cover a booking, and what one may do.</summary>
internal static class CaseSentences
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");

    public static string UnknownCase(string culture) => Either(culture, "Ce dossier n’est pas ouvert pour ce patient.", "The patient has no such open case.");

    public static string Of(PlanObjection objection, TreatmentPlan plan, SessionCount sessions, string culture) => objection switch
    {
        PlanObjection.UsedUp => Either(culture,
            string.Create(CultureInfo.InvariantCulture, $"Le plan de soins couvre {plan.Approved} séances, {sessions.Taken} sont déjà prises : une raison écrite est nécessaire."),
            string.Create(CultureInfo.InvariantCulture, $"The plan covers {plan.Approved} sessions and {sessions.Taken} are taken: a written reason is needed.")),
        PlanObjection.Expired => Either(culture,
            $"Le plan de soins ne couvre que les séances jusqu’au {Day.Format(plan.LastDay!.Value)} : une raison écrite est nécessaire.",
            $"The plan covers sessions until {Day.Format(plan.LastDay!.Value)} only: a written reason is needed."),
        PlanObjection.ReassessmentDue => Either(culture,
            string.Create(CultureInfo.InvariantCulture, $"Un bilan est à faire avant la séance n° {plan.ReassessBefore} : une raison écrite est nécessaire."),
            string.Create(CultureInfo.InvariantCulture, $"The patient is reassessed before session {plan.ReassessBefore}: a written reason is needed.")),
    };

    private static string Either(string culture, string french, string english) =>
        culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? english : french;
}
