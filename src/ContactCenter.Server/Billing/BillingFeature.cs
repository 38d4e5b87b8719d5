using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using NodaTime;

namespace ContactCenter.Server.Billing;

internal static class BillingFeature
{
    public static WebApplicationBuilder AddBilling(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<BillingOptions>().BindConfiguration(BillingOptions.Section)
            .Validate(o => DateTimeZoneProviders.Tzdb.GetZoneOrNull(o.SellerZone) is not null, "Billing:SellerZone is no IANA time zone.").ValidateOnStart();
        builder.Services.AddSingleton<TariffShelf>().AddSingleton<CloseMonth>().AddSingleton<IssueInvoice>().AddSingleton<MonthEndpoints>();
        builder.Services.AddSingleton<InvoiceEndpoints>();
        builder.Services.Configure<StartChecks>(checks => checks.Make<TariffShelf>());
        return builder;
    }

    public static void MapBilling(this IEndpointRouteBuilder routes)
    {
        var billing = routes.MapGroup("/api/billing");
        billing.MapGet("months", (string? month, MonthEndpoints to, CancellationToken stop) => to.Overview(month, stop)).RequireAuthorization(Policies.Billing);

        var months = billing.MapGroup("practices/{practiceId:guid}/months/{month}").RequireAuthorization(Policies.Billing).RequirePracticeOrOversight();
        months.MapGet("draft", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Draft(practiceId, month, stop));
        months.MapPost("close", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Close(practiceId, month, stop));
        months.MapPost("issue", (Guid practiceId, string month, MonthEndpoints to, CancellationToken stop) => to.Issue(practiceId, month, stop));

        var invoices = billing.MapGroup("practices/{practiceId:guid}/invoices").RequireAuthorization(Policies.Invoices).RequirePracticeOrOversight();
        invoices.MapGet("", (Guid practiceId, InvoiceEndpoints to, CancellationToken stop) => to.List(practiceId, stop));
        invoices.MapGet("{invoice}", (Guid practiceId, string invoice, InvoiceEndpoints to, CancellationToken stop) => to.Show(practiceId, invoice, stop));
        invoices.MapGet("{invoice}/files/{form}", (Guid practiceId, string invoice, string form, InvoiceEndpoints to, CancellationToken stop) =>
            to.File(practiceId, invoice, form, stop));
        invoices.MapGet("{invoice}/lines/{line:int}/calls", (Guid practiceId, string invoice, int line, InvoiceEndpoints to, CancellationToken stop) =>
            to.Calls(practiceId, invoice, line, stop));
    }
}
