using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Billing.Exports;

/// <summary>What leaves a month for accounting and for the talk about its price.</summary>
internal sealed class ExportEndpoints(ExportMonth export, ExportYear exportYear, SimulateTariffs simulate)
{
    public Task<IResult> Export(Guid practiceId, string month, string part, CancellationToken cancellationToken) => MonthEndpoints.OfMonth(
        month,
        async wanted =>
        {
            if (!ExportParts.All.Contains(part))
                return Problems.NotFound();
            var written = await export.Do(new PracticeId(practiceId), wanted, cancellationToken);
            return written.Value?.Part(part) is { } file ? Results.File(file.Content, file.ContentType, file.Name) : written.Refusal!.ToResult();
        });

    public async Task<IResult> Year(int year, string? seller, CancellationToken cancellationToken)
    {
        var written = await exportYear.Do(year, seller, cancellationToken);
        return written.Value is { } file ? Results.File(file.Content, file.ContentType, file.Name) : written.Refusal!.ToResult();
    }

    public Task<IResult> Simulate(Guid practiceId, string month, SimulateTariff asked, CancellationToken cancellationToken) => MonthEndpoints.OfMonth(
        month, async wanted => (await simulate.Do(new PracticeId(practiceId), wanted, asked, cancellationToken)).ToResult(simulation => simulation));
}
