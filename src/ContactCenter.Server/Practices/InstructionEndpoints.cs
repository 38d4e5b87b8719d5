using System.Security.Claims;
using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Practices;

internal static class InstructionEndpoints
{
    private const int LongestText = 1000;
    private const int LongestScope = 64;

    public static Task<List<InstructionView>> List(
        Guid practiceId, Store store, Instructions instructions, IClock clock, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            var zone = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.TimeZone).SingleAsync(token);
            var localNow = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
            var all = await instructions.NotWithdrawn(db, practice, token);
            var inForce = StandingInstruction.InForce(all, localNow).Select(i => i.Id).ToHashSet();
            return all.OrderByDescending(i => i.GivenAt).Select(i => View(i, inForce.Contains(i.Id))).ToList();
        },
        cancellationToken);

    public static async Task<IResult> Give(
        Guid practiceId, GiveInstruction given, IdempotencyKey key, ClaimsPrincipal user, Instructions instructions, OnceOnly once, IClock clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(given.Text) || given.Text.Length > LongestText)
            return Problems.InvalidField(PracticeProblems.Invalid, "text");
        if (given.PractitionerId is { Length: 0 or > LongestScope })
            return Problems.InvalidField(PracticeProblems.Invalid, "practitionerId");
        var validity = Instructions.Validity(given.Times ?? new());
        if (!validity.IsPossible)
            return Problems.Invalid(PracticeProblems.ImpossibleTimes);
        var practice = new PracticeId(practiceId);
        var instruction = new StandingInstruction(Guid.CreateVersion7(), given.Text.Trim(), given.PractitionerId, validity, clock.GetCurrentInstant());
        var view = await once.Do(
            practice,
            key.Value,
            given,
            (db, _) =>
            {
                db.Add(instructions.Seal(practice, instruction.Id, instruction, user.UserId()));
                return Task.FromResult(View(instruction, inForce: false));
            },
            _ => true,
            cancellationToken);
        return TypedResults.Created($"/api/practices/{practiceId}/instructions/{view.InstructionId}", view);
    }

    public static Task<IResult> Withdraw(Guid practiceId, Guid instructionId, Store store, IClock clock, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            var practice = new PracticeId(practiceId);
            if (await db.Set<Instruction>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Id == instructionId, token) is not { } row)
                return Problems.NotFound();
            row.WithdrawnAt ??= clock.GetCurrentInstant();
            return TypedResults.NoContent();
        },
        cancellationToken);

    private static InstructionView View(StandingInstruction instruction, bool inForce) => new(
        instruction.Id, instruction.Text, instruction.Scope, Instructions.Times(instruction.Validity), instruction.GivenAt.ToDateTimeOffset(), inForce);
}
