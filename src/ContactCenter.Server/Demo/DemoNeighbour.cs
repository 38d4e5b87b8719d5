using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Demo;

/// <summary>
/// A second practice with the same secretaries, a few kilometres away, when <c>Demo:Neighbour</c> is true: so that one sees agents answer in either
/// name, slots of a neighbour, and that neither practice sees anything of the other.
/// </summary>
internal static class DemoNeighbour
{
    public const string Slug = "pediatrie-du-canal";

    public static readonly PracticeId Id = new(Guid.Parse("0198c0de-0001-7000-8000-000000000002"));

    public static DemoClient Client => new(Canal, Line)
    {
        People = [DemoPeople.Canal],
        Patients = DemoNeighbourPatients.All,
        Visits = DemoNeighbourVisits.Around,
        Chance = 1,
        Buyer = new InvoiceParty("Pédiatrie du Canal", "812345676", null, null, new("110 quai de Valmy", "75010", "Paris"), "812345676"),
    };

    public static Practice Canal => new()
    {
        Id = Id,
        Slug = Slug,
        Name = "Pédiatrie du Canal",
        TimeZone = "Europe/Paris",
        Region = HolidayRegion.Metropole,
        AnswerPhraseFr = "Pédiatrie du Canal, bonjour, pour quel enfant appelez-vous ?",
        AnswerPhraseEn = "Pédiatrie du Canal, good morning, which child are you calling about?",
        Address = "110 quai de Valmy, 75010 Paris",
        OwnPhone = "+33180000004",
    };

    private static PhoneLine Line => new()
    {
        Id = new PhoneLineId(Guid.Parse("0198c0de-0002-7000-8000-000000000002")),
        PracticeId = Id,
        Number = "+33180000003",
        Label = "Accueil",
    };
}
