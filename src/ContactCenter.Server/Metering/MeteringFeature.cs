using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Metering;

internal static class MeteringFeature
{
    public static WebApplicationBuilder AddMetering(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeterFinishedCalls>().AddSingleton<IEffectHand>(provider => provider.GetRequiredService<MeterFinishedCalls>());
        return builder;
    }

    public static IEndpointRouteBuilder MapMetering(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/practices/{practiceId:guid}/exports/calls", Export).RequireAuthorization(Policies.Billing).RequirePracticeOrOversight();
        return routes;
    }

    private static async Task<IResult> Export(Guid practiceId, string? month, string? format, Store store, CancellationToken cancellationToken)
    {
        if (!YearMonthPattern.Iso.Parse(month ?? "").TryGetValue(default, out var wanted))
            return Problems.Of(StatusCodes.Status400BadRequest, "wrong-month", "The month is missing or wrong: write it as 2026-11.");
        if (!Enum.TryParse<ExportFormat>(format ?? nameof(ExportFormat.Csv), ignoreCase: true, out var how) || !Enum.IsDefined(how))
            return Problems.Of(StatusCodes.Status400BadRequest, "wrong-format", "The format is either csv or json.");
        var practice = await store.Read((db, token) => db.Set<Practice>().SingleAsync(p => p.Id == new PracticeId(practiceId), token), cancellationToken);
        var export = await store.Read((db, token) => CallExport.Read(db, practice, wanted, token), cancellationToken);
        var (type, ending) = how == ExportFormat.Csv ? ("text/csv; charset=utf-8", "csv") : ("application/json", "json");
        return Results.File(ExportWriter.Write(export, how), type, $"calls-{practice.Slug}-{export.Month}.{ending}");
    }
}
