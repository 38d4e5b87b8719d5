using ContactCenter.Contracts.Billing;
using ContactCenter.Server.Billing.Agreements;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Billing.Evidence;
using ContactCenter.Server.Billing.Exports;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using NodaTime;

namespace ContactCenter.Server.Billing;

internal static class BillingFeature
{
    public static WebApplicationBuilder AddBilling(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<BillingOptions>().BindConfiguration(BillingOptions.Section)
            .Validate(o => DateTimeZoneProviders.Tzdb.GetZoneOrNull(o.SellerZone) is not null, "Billing:SellerZone is no IANA time zone.")
            .Validate(
                o => o.ConsoleUrl is { IsAbsoluteUri: true, UserInfo: "" },
                "Billing:ConsoleUrl must be a whole address such as https://console.example.org.")
            .Validate<IHostEnvironment>(
                (o, host) => !host.IsProduction() || o.ConsoleUrl is { IsAbsoluteUri: true, Scheme: "https" },
                "Billing:ConsoleUrl must begin with https in Production: it is printed on every invoice.")
            .Validate(
                o => o.AgentHourlyEuros is >= 0 and < 10_000 && decimal.Round(o.AgentHourlyEuros, 2) == o.AgentHourlyEuros,
                "Billing:AgentHourlyEuros must be an amount such as 24.50, not below 0.")
            .Validate(
                o => o.CarrierMinuteEuros is >= 0 and < 1_000 && decimal.Round(o.CarrierMinuteEuros, 6) == o.CarrierMinuteEuros,
                "Billing:CarrierMinuteEuros must be an amount such as 0.0085, not below 0.")
            .ValidateOnStart();
        builder.Services.AddSingleton<TariffShelf>().AddSingleton<SellerLogo>().AddSingleton<IssueDay>();
        builder.Services.AddSingleton<CloseMonth>().AddSingleton<IssueInvoice>().AddSingleton<IssueCreditNote>().AddSingleton<PrintInvoice>();
        builder.Services.AddSingleton<RaiseContest>().AddSingleton<DecideOnContest>().AddSingleton<SimulateTariffs>().AddSingleton<ExportMonth>();
        builder.Services.AddSingleton<WriteContract>().AddSingleton<ContractEndpoints>().AddSingleton<SellerEndpoints>().AddSingleton<ShowTariffs>();
        builder.Services.AddSingleton<IssueCorrectedInvoice>().AddSingleton<ExportYear>();
        builder.Services.AddSingleton<MonthEndpoints>().AddSingleton<InvoiceEndpoints>().AddSingleton<ShowEvidence>().AddSingleton<ShowLineCalls>();
        builder.Services.AddSingleton<ContestEndpoints>().AddSingleton<ExportEndpoints>();
        builder.Services.AddSingleton<CompareLedgers>().AddSingleton<SettleDifference>().AddSingleton<ReportMargins>();
        builder.Services.Configure<StartChecks>(checks =>
        {
            checks.Make<TariffShelf>();
            checks.Make<SellerLogo>();
        });
        return builder;
    }

    /// <summary>What compares by itself, and asks the vendor about calls: for a server, not for a command.</summary>
    public static WebApplicationBuilder AddLedgers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeasureAgain>().AddSingleton<FindingEndpoints>().AddSingleton<MarginEndpoints>();
        builder.Services.AddSingleton<LedgerNights>().AddHostedService(provider => provider.GetRequiredService<LedgerNights>());
        return builder;
    }

    public static void MapBilling(this IEndpointRouteBuilder routes)
    {
        var billing = routes.MapGroup("/api/billing");
        billing.MapGet("months", (string? month, MonthEndpoints to, CancellationToken stop) => to.Overview(month, stop)).RequireAuthorization(Policies.Billing);
        billing.MapGet("invoices", (string? month, InvoiceEndpoints to, CancellationToken stop) => to.OfMonth(month, stop)).RequireAuthorization(Policies.Billing);
        billing.MapGet("contests", (ContestEndpoints to, CancellationToken stop) => to.OfAll(stop)).RequireAuthorization(Policies.Billing);
        MapAgreements(billing);
        MapLedgers(billing.MapGroup("").RequireAuthorization(Policies.Billing));
        MapMonths(billing.MapGroup("practices/{practiceId:guid}/months/{month}").RequireAuthorization(Policies.Billing).RequirePracticeOrOversight());
        MapInvoices(billing.MapGroup("practices/{practiceId:guid}").RequireAuthorization(Policies.Invoices).RequirePracticeOrOversight());
        MapDecisions(billing.MapGroup("practices/{practiceId:guid}").RequirePracticeOrOversight());
    }

    private static void MapAgreements(IEndpointRouteBuilder billing)
    {
        var clerk = billing.MapGroup("").RequireAuthorization(Policies.Billing);
        clerk.MapGet("contracts", (ContractEndpoints to, CancellationToken stop) => to.All(stop));
        clerk.MapGet("tariffs", (ShowTariffs to, CancellationToken stop) => to.All(stop));
        clerk.MapGet("fec", (int year, string? seller, ExportEndpoints to, CancellationToken stop) => to.Year(year, seller, stop));
        clerk.MapGet("seller", (SellerEndpoints to, CancellationToken stop) => to.Show(stop));
        clerk.MapPut("seller", (SaveSeller asked, HttpContext http, SellerEndpoints to) => to.Save(asked, http.User, http.RequestAborted));
        var contract = billing.MapGroup("practices/{practiceId:guid}/contract").RequireAuthorization(Policies.Billing).RequirePracticeOrOversight();
        contract.MapGet("", (Guid practiceId, ContractEndpoints to, CancellationToken stop) => to.Show(practiceId, stop));
        contract.MapGet("history", (Guid practiceId, ContractEndpoints to, CancellationToken stop) => to.History(practiceId, stop));
        contract.MapPut("", (Guid practiceId, SaveContract asked, IdempotencyKey key, HttpContext http, ContractEndpoints to) =>
            to.Save(practiceId, asked, key, http.User, http.RequestAborted));
    }

    private static void MapLedgers(IEndpointRouteBuilder ledgers)
    {
        ledgers.MapGet("findings", (FindingEndpoints to, CancellationToken stop) => to.All(stop));
        ledgers.MapPost("findings/{findingId:guid}/settlement", (Guid findingId, SettleFinding asked, IdempotencyKey key, HttpContext http, FindingEndpoints to) =>
            to.Settle(findingId, asked, key, http.User, http.RequestAborted));
        ledgers.MapPost("findings/{findingId:guid}/measurement", (Guid findingId, FindingEndpoints to, CancellationToken stop) => to.Measure(findingId, stop));
        ledgers.MapGet("margins", (string? month, MarginEndpoints to, CancellationToken stop) => to.Show(month, stop));
        ledgers.MapGet("margins.csv", (string? month, MarginEndpoints to, CancellationToken stop) => to.File(month, stop));
    }

    private static void MapMonths(IEndpointRouteBuilder months)
    {
        months.MapGet("draft", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Draft(practiceId, month, stop));
        months.MapPost("close", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Close(practiceId, month, stop));
        months.MapPost("issue", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Issue(practiceId, month, stop));
        months.MapPost("simulation", (Guid practiceId, string month, SimulateTariff asked, ExportEndpoints to, CancellationToken stop) =>
            to.Simulate(practiceId, month, asked, stop));
        months.MapGet("export/{part}", (Guid practiceId, string month, string part, ExportEndpoints to, CancellationToken stop) =>
            to.Export(practiceId, month, part, stop));
    }

    private static void MapInvoices(IEndpointRouteBuilder practice)
    {
        practice.MapGet("calls/{callId:guid}", (Guid practiceId, Guid callId, ShowEvidence to, CancellationToken stop) => to.Of(practiceId, callId, stop));
        practice.MapGet("contests", (Guid practiceId, ContestEndpoints to, CancellationToken stop) => to.OfPractice(practiceId, stop));
        practice.MapGet("invoices", (Guid practiceId, InvoiceEndpoints to, CancellationToken stop) => to.List(practiceId, stop));
        practice.MapGet("invoices/{invoice}", (Guid practiceId, string invoice, InvoiceEndpoints to, CancellationToken stop) => to.Show(practiceId, invoice, stop));
        practice.MapGet("invoices/{invoice}/files/{form}", (Guid practiceId, string invoice, string form, InvoiceEndpoints to, CancellationToken stop) =>
            to.File(practiceId, invoice, form, stop));
        practice.MapGet("invoices/{invoice}/lines/{line:int}/calls", (Guid practiceId, string invoice, int line, ShowLineCalls to, CancellationToken stop) =>
            to.Of(practiceId, invoice, line, stop));
    }

    private static void MapDecisions(IEndpointRouteBuilder practice)
    {
        practice.MapPost(
            "invoices/{invoice}/contests",
            (Guid practiceId, string invoice, ContestSegment asked, IdempotencyKey key, HttpContext http, ContestEndpoints to) =>
                to.Raise(practiceId, invoice, asked, key, http.User, http.RequestAborted)).RequireAuthorization(Policies.PracticeStaff);
        practice.MapPost(
            "contests/{contestId:guid}/decision",
            (Guid practiceId, Guid contestId, DecideContest decision, IdempotencyKey key, HttpContext http, ContestEndpoints to) =>
                to.Decide(practiceId, contestId, decision, key, http.User, http.RequestAborted)).RequireAuthorization(Policies.Billing);
        practice.MapPost(
            "invoices/{invoice}/credit-notes",
            (Guid practiceId, string invoice, CreditInvoice asked, IdempotencyKey key, InvoiceEndpoints to, CancellationToken stop) =>
                to.Credit(practiceId, invoice, asked, key, stop)).RequireAuthorization(Policies.Billing);
        var correction = practice.MapGroup("invoices/{invoice}/correction").RequireAuthorization(Policies.Billing);
        correction.MapGet("", (Guid practiceId, string invoice, InvoiceEndpoints to, CancellationToken stop) =>
            to.LookAtCorrection(practiceId, invoice, stop));
        correction.MapPost("", (Guid practiceId, string invoice, IdempotencyKey key, InvoiceEndpoints to, CancellationToken stop) =>
            to.Correct(practiceId, invoice, key, stop));
    }
}
