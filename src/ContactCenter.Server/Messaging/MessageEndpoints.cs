using System.Security.Claims;
using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Messaging;

internal sealed class MessageEndpoints(Store store, Sealer sealer, OnceOnly once, AuditTrail audit, PatientRecords patients, IClock clock)
{
    private const int Longest = 4_000;
    private const int Shown = 200;

    public async Task<IResult> Take(Guid practiceId, MessageForPractice message, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Text) || message.Text.Length > Longest)
            return Problems.InvalidField(MessageProblems.Invalid, "text");
        var practice = new PracticeId(practiceId);
        var id = Guid.CreateVersion7();
        var outcome = await once.Do(
            practice,
            key.Value,
            message,
            async (db, token) =>
            {
                var region = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Region).SingleAsync(token);
                PhoneNumber? number = null;
                if (!string.IsNullOrWhiteSpace(message.CallBackNumber))
                {
                    if (!TypedPhoneNumber.TryRead(message.CallBackNumber, region, out var read))
                        return new Taken(null, "callBackNumber");
                    number = read;
                }
                var patient = message.PatientId is { } p ? new PatientId(p) : (PatientId?)null;
                if (patient is not null && !await db.Set<Patient>().AnyAsync(x => x.PracticeId == practice && x.Id == patient, token))
                    return new Taken(null, "patientId");
                var call = message.CallId is { } c ? new CallId(c) : (CallId?)null;
                if (call is not null && !await db.Set<CallRecord>().AnyAsync(x => x.PracticeId == practice && x.Id == call, token))
                    return new Taken(null, "callId");
                db.Add(new PracticeMessage
                {
                    PracticeId = practice, Id = id, Kind = MessageKind.Note, TakenAt = clock.GetCurrentInstant(), TakenBy = user.UserId(), CallId = call,
                    PatientId = patient, Urgent = message.Urgent,
                    Box = sealer.Seal(new SealedRow("PracticeMessages", practice, id), new MessageContent(message.Text.Trim(), number?.E164)),
                });
                return new Taken(id, null);
            },
            taken => taken.Id is not null,
            cancellationToken);
        return outcome.Fault is { } field ? Problems.InvalidField(MessageProblems.Invalid, field)
            : TypedResults.Created($"/api/practices/{practiceId}/messages/{outcome.Id}", new { messageId = outcome.Id });
    }

    /// <summary>A look at messages is a look at patients: it is audited with what it showed.</summary>
    public Task<List<MessageView>> List(Guid practiceId, bool? unread, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            var rows = await db.Set<PracticeMessage>().AsNoTracking().Where(m => m.PracticeId == practice && (unread != true || m.ReadAt == null))
                .OrderBy(m => m.ReadAt != null).ThenByDescending(m => m.TakenAt).Take(Shown).ToListAsync(token);
            var zone = DateTimeZoneProviders.Tzdb[await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.TimeZone).SingleAsync(token)];
            var people = rows.SelectMany(m => new[] { m.TakenBy, m.ReadBy }).OfType<Guid>().Distinct().ToList();
            var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, token);
            var named = rows.Select(m => m.PatientId).OfType<PatientId>().Distinct().ToList();
            var known = (await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && named.Contains(p.Id)).ToListAsync(token))
                .ToDictionary(p => p.Id, p => patients.Open(p));
            if (rows.Count > 0)
                await audit.Append(db, practice, AuditActor.From(user, null), [new(AuditAction.MessagesRead, null), .. known.Keys.Select(p => new AuditEntry(AuditAction.PatientShown, p))], token);
            return rows.Select(m => View(m, zone, names, m.PatientId is { } p && known.TryGetValue(p, out var identity) ? identity : null)).ToList();
        },
        cancellationToken);

    public Task<IResult> Mark(Guid practiceId, Guid messageId, bool read, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            if (await db.Set<PracticeMessage>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Id == messageId, token) is not { } message)
                return Problems.NotFound();
            message.ReadAt = read ? message.ReadAt ?? clock.GetCurrentInstant() : null;
            message.ReadBy = read ? message.ReadBy ?? user.UserId() : null;
            message.Version++;
            return TypedResults.NoContent();
        },
        cancellationToken);

    public Task<IResult> Recording(Guid practiceId, Guid messageId, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            if (await db.Set<MessageSound>().AsNoTracking().SingleOrDefaultAsync(s => s.PracticeId == practice && s.MessageId == messageId, token) is not { } sound)
                return Problems.Of(StatusCodes.Status404NotFound, MessageProblems.NoRecording);
            await audit.Append(db, practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.MessagesRead, null)], token);
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Bytes(sealer.Open<byte[]>(sound.Row, sound.Box), "audio/wav");
        },
        cancellationToken);

    private MessageView View(PracticeMessage message, DateTimeZone zone, Dictionary<Guid, string> names, PatientIdentity? patient)
    {
        var content = sealer.Open<MessageContent>(message.Row, message.Box);
        return new MessageView(
            message.Id, message.Kind, message.TakenAt.InZone(zone).ToDateTimeOffset(), Name(message.TakenBy), content.Text, message.Urgent, content.Number,
            message.PatientId?.Value, patient?.Name.Display, message.CallId?.Value, message.RecordingSeconds,
            message.RecordingReady, message.ReadAt?.InZone(zone).ToDateTimeOffset(), Name(message.ReadBy));

        string? Name(Guid? user) => user is { } id ? names.GetValueOrDefault(id) : null;
    }

    private sealed record Taken(Guid? Id, string? Fault);
}
