using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Patients;

internal static class PatientFileText
{
    /// <summary>7 séances restantes sur 10 · jusqu’au 31/01/2027 · bilan avant la séance n° 6</summary>
    public static string Plan(PlanView plan) => string.Join(" · ", new[]
    {
        Say.With(PatientWords.SessionsLeft, plan.Remaining, plan.Approved),
        plan.IsExpired ? PatientWords.PlanExpired : plan.LastDay is { } day ? Say.With(PatientWords.PlanUntil, BirthDateText.Write(day)) : null,
        plan.ReassessBefore is { } session ? Say.With(PatientWords.ReassessmentDue, session) : null,
    }.OfType<string>());

    /// <summary>Whether the next session is not covered as it stands.</summary>
    public static bool NeedsCare(PlanView plan) => plan.Remaining == 0 || plan.IsExpired || plan.IsReassessmentDue;

    public static string Balance(BalanceView balance) => balance.Cents is { } cents
        ? $"{PatientWords.Balance} : {(cents / 100m).ToString("N2", CultureInfo.CurrentCulture)} €"
        : PatientWords.SeePractice;
}
