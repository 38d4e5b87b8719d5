using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Demo;

/// <summary>The practice of the demonstration. The simulator and the sample scripts know the same numbers.</summary>
internal static class DemoPractice
{
    public static readonly PracticeId Id = new(Guid.Parse("0198c0de-0001-7000-8000-000000000001"));

    public static DemoClient Client => new(Lilas, Line)
    {
        People = DemoPeople.All,
        Patients = DemoPatients.All,
        Visits = DemoVisits.Around,
        Absence = DemoVisits.Absence,
        Buyer = new InvoiceParty("Cabinet des Lilas", "552100554", null, null, new("12 rue des Lilas", "75019", "Paris"), "552100554"),
    };

    public static Practice Lilas => new()
    {
        Id = Id,
        Slug = "cabinet-des-lilas",
        Name = "Cabinet des Lilas",
        TimeZone = "Europe/Paris",
        Region = HolidayRegion.Metropole,
        AnswerPhraseFr = "Cabinet des Lilas, bonjour, que puis-je faire pour vous ?",
        AnswerPhraseEn = "Cabinet des Lilas, good morning, how may I help you?",
        Address = "12 rue des Lilas, 75019 Paris",
        OwnPhone = "+33180000002",
    };

    public static PhoneLine Line => new()
    {
        Id = new PhoneLineId(Guid.Parse("0198c0de-0002-7000-8000-000000000001")),
        PracticeId = Id,
        Number = "+33180000001",
        Label = "Accueil",
    };

    /// <summary>The fallback phone of the nth agent, counted from 1.</summary>
    public static PhoneNumber FallbackPhone(int agent) => PhoneNumber.Parse($"+336000000{20 + agent}");
}
