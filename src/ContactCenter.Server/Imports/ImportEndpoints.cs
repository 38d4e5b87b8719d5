using System.Security.Claims;
using ContactCenter.Contracts.Imports;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Imports.Agendas;
using ContactCenter.Server.Imports.Files;
using ContactCenter.Server.Imports.People;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static ContactCenter.Server.Hosting.Texts;

namespace ContactCenter.Server.Imports;

/// <summary>The practice brings what it had elsewhere: the file is the body, the answer tells how far it has come.</summary>
internal sealed class ImportEndpoints(Store store, ImportPatients patients, ImportAppointments appointments, AgendaSignals agendas)
{
    public async Task<IResult> Patients(Guid practiceId, bool? dryRun, HttpRequest request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await Text(request, cancellationToken) is not { } text)
            return Unusable(new ImportFault(1, 1, ImportCodes.TooLarge, ImportWords.TooLarge), user);
        var ask = await Ask(practiceId, dryRun, user, cancellationToken);
        return patients.Plan(ask, text, out var fault) is { } plan ? new ImportAnswer(plan, ask, agendas) : Unusable(fault!, user);
    }

    public async Task<IResult> Appointments(
        Guid practiceId, bool? dryRun, string? format, string? practitioner, string? visitReason, HttpRequest request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (format is not ("csv" or "ics"))
            return Problems.Of(StatusCodes.Status400BadRequest, ImportProblems.WrongFormat, "The format is either csv or ics.");
        if (await Text(request, cancellationToken) is not { } text)
            return Unusable(new ImportFault(1, 1, ImportCodes.TooLarge, ImportWords.TooLarge), user);
        var ask = await Ask(practiceId, dryRun, user, cancellationToken);
        var (plan, fault) = await appointments.Plan(ask, new AgendaFile(text, format == "ics", Filled(practitioner), Filled(visitReason)), cancellationToken);
        return plan is not null ? new ImportAnswer(plan, ask, agendas) : Unusable(fault!, user);
    }

    /// <summary>Null when it is too large: no more of it is read then.</summary>
    private static async Task<string?> Text(HttpRequest request, CancellationToken cancellationToken)
    {
        var (content, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > ImportLimits.Bytes)
                return null;
            content.Write(buffer, 0, read);
        }

        return FileText.Of(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private async Task<ImportAsk> Ask(Guid practiceId, bool? dryRun, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new PracticeId(practiceId);
        var practice = await store.Read((db, token) => db.Set<Practice>().SingleAsync(p => p.Id == id, token), cancellationToken);
        return new ImportAsk(practice, AuditActor.From(user, null), user.Culture(), dryRun == true);
    }

    private static ProblemHttpResult Unusable(ImportFault fault, ClaimsPrincipal user) => TypedResults.Problem(
        fault.Why.In(user.Culture()), statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions:
        [
            KeyValuePair.Create(Problems.CodeKey, (object?)ImportProblems.Unusable), KeyValuePair.Create("importCode", (object?)fault.Code),
            KeyValuePair.Create("line", (object?)fault.Line), KeyValuePair.Create("column", (object?)fault.Column),
        ]);
}
