using ContactCenter.Domain.Patients;

namespace ContactCenter.Domain.Booking;

/// <summary>The rules that neither the day nor the time changes.</summary>
internal static class ReasonRules
{
    public static IEnumerable<Finding> Check(BookingRequest request, Practitioner practitioner)
    {
        var (reason, patient) = (request.Reason, request.Patient);
        if (!reason.Durations.Practitioners.Contains(practitioner.Id))
            yield return new Finding(BookingRule.NotOffered, RuleStrength.Hard, reason.Source);
        switch (reason.PermissionOf(request.Channel))
        {
            case BookingPermission.No:
                yield return new Finding(BookingRule.NotByThisChannel, RuleStrength.Hard, reason.Source);
                break;
            case BookingPermission.WithApproval:
                yield return new Finding(BookingRule.ApprovalOfReason, RuleStrength.Approval, reason.Source);
                break;
            case BookingPermission.AtOnce:
                break;
        }

        if (patient.IsNewWith(practitioner.Id))
        {
            foreach (var rule in new[] { practitioner.NewPatients, reason.NewPatients }.OfType<NewPatientRule>())
                yield return new Finding(BookingRule.NewPatients, rule.Strength, rule.Source);
        }

        if (reason.Referral is { } referral && !patient.HasReferral)
            yield return new Finding(BookingRule.Referral, referral.Strength, referral.Source);
        if (patient.Flags.HasFlag(PatientFlags.AskPracticeFirst))
            yield return new Finding(BookingRule.AskPracticeFirst, RuleStrength.Approval);
    }
}
