using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Clerk;

/// <summary>How differences and decisions about them are said.</summary>
internal static class FindingText
{
    public static string Difference(FindingView finding) => finding.Difference switch
    {
        DifferenceView.Length => Say.With(LedgerWords.LengthDiffers, finding.OurSeconds, finding.TheirSeconds),
        DifferenceView.UnknownToUs => Say.With(LedgerWords.UnknownToUs, finding.TheirSeconds),
        DifferenceView.UnknownToCarrier => Say.With(LedgerWords.UnknownToCarrier, finding.OurSeconds),
    };

    public static string Named(SettlementView how) => how switch
    {
        SettlementView.OursHolds => LedgerWords.OursHolds,
        SettlementView.TheirsHolds => LedgerWords.TheirsHolds,
        SettlementView.NeverInvoiced => LedgerWords.NeverInvoiced,
        SettlementView.RecordsAgree => LedgerWords.RecordsAgree,
    };

    public static string Hint(SettlementView how) => how switch
    {
        SettlementView.OursHolds => LedgerWords.OursHoldsHint,
        SettlementView.TheirsHolds => LedgerWords.TheirsHoldsHint,
        SettlementView.NeverInvoiced => LedgerWords.NeverInvoicedHint,
        SettlementView.RecordsAgree => "",
    };

    public static string HoursMinutes(long seconds) => Say.With(LedgerWords.HoursMinutes, seconds / 3_600, seconds % 3_600 / 60);
}
