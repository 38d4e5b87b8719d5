using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>A server on 23 November 2026 whose practices agreed to the shipped tariff on 1 September.</summary>
internal sealed class BillingHouse(DatabaseEngine engine, Action<IWebHostBuilder>? configure = null) : IAsyncDisposable
{
    public static readonly YearMonth September = new(2026, 9);
    public static readonly YearMonth October = new(2026, 10);
    public const string SellerSiren = "732829320";

    public TestHost Host { get; } = new(
        builder =>
        {
            builder.ConfigureTestServices(services =>
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero))));
            configure?.Invoke(builder);
        },
        engine);

    public async Task<PracticeId> AddPractice(string slug, string buyerSiren = "552100554", string tariffName = "essentiel", LocalDate? last = null)
    {
        var practice = await Host.AddPractice(slug);
        var tariff = Host.Services.GetRequiredService<TariffShelf>().Book.InForce(tariffName, new(2026, 9, 1))!;
        await Host.Store.Write(
            (db, _) =>
            {
                db.Add(new PracticeContract
                {
                    PracticeId = practice, TimeZone = "Europe/Paris", Region = HolidayRegion.Metropole, First = new(2026, 9, 1), Last = last,
                    Tariffs = BillingJson.Write<AgreedTariff[]>([new(new(2026, 9, 1), tariff.Version.ToString())]),
                    Seller = BillingJson.Write(new InvoiceParty(
                        "Secrétariat & Cie", SellerSiren, null, FrenchNumbers.VatNumberOf(SellerSiren), new("1 rue de la Paix", "75002", "Paris"), SellerSiren)),
                    Buyer = BillingJson.Write(new InvoiceParty($"Cabinet {slug}", buyerSiren, null, null, new("1 rue", "75001", "Paris"), buyerSiren)),
                    Terms = BillingJson.Write(InvoiceTerms.Usual("FR7630006000011234567890189")),
                });
                return Task.CompletedTask;
            },
            default);
        return practice;
    }

    /// <summary>An answered call: so many seconds of talk from an instant on.</summary>
    public Task AddCall(PracticeId practice, Instant start, long seconds) => Host.Store.Write(
        (db, _) =>
        {
            var (id, end) = (new CallId(Guid.CreateVersion7()), start + Duration.FromSeconds(seconds));
            var row = new MeteredCall { PracticeId = practice, CallId = id, Line = "+33180000001" };
            row.Take(
                new UsageRecord(id, practice, start, end, CallOutcome.Answered, null, [new(SegmentKind.Talk, start, end, "joined", "left", null)], null),
                new Call(id, []).Story, end);
            db.Add(row);
            return Task.CompletedTask;
        },
        default);

    public Task<Billed<SettledMonth>> Close(PracticeId practice, YearMonth month) =>
        Host.Services.GetRequiredService<CloseMonth>().Do(practice, month, default);

    public Task<Billed<Invoice>> Issue(PracticeId practice, YearMonth month, CancellationToken cancellationToken = default) =>
        Host.Services.GetRequiredService<IssueInvoice>().Do(practice, month, cancellationToken);

    /// <summary>A credit note of all that is left.</summary>
    public Task<Billed<InvoiceSummary>> CreditAll(PracticeId practice, string number) =>
        Host.Services.GetRequiredService<IssueCreditNote>().Do(practice, number, new CreditInvoice(), Guid.NewGuid(), default);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
