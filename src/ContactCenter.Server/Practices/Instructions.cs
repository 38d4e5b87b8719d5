using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace ContactCenter.Server.Practices;

/// <summary>Reads and writes a practice's standing instructions.</summary>
internal sealed class Instructions(Sealer sealer)
{
    /// <summary>Those to be followed at this moment of the practice's clock, for a practice's card.</summary>
    public async Task<IReadOnlyList<StandingInstruction>> InForce(
        ContactCenterDb db, PracticeId practice, LocalDateTime localNow, CancellationToken cancellationToken) =>
        StandingInstruction.InForce(await NotWithdrawn(db, practice, cancellationToken), localNow);

    public async Task<IReadOnlyList<StandingInstruction>> NotWithdrawn(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Instruction>().AsNoTracking().Where(i => i.PracticeId == practice && i.WithdrawnAt == null).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public Instruction Seal(PracticeId practice, Guid id, StandingInstruction given, Guid by) => new()
    {
        PracticeId = practice,
        Id = id,
        Text = sealer.Seal(Row(practice, id), given.Text),
        Scope = given.Scope,
        FromDay = given.Validity.From,
        ToDay = given.Validity.To,
        Days = (given.Validity.Days ?? new HashSet<IsoDayOfWeek>()).Aggregate(0, (bits, day) => bits | Bit(day)),
        Start = given.Validity.Start,
        End = given.Validity.End,
        GivenAt = given.GivenAt,
        GivenBy = by,
    };

    private StandingInstruction Read(Instruction row)
    {
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (row.Days & Bit(day)) != 0).ToHashSet();
        var validity = new InstructionValidity(row.FromDay, row.ToDay, days, row.Start, row.End);
        return new StandingInstruction(row.Id, sealer.Open<string>(Row(row.PracticeId, row.Id), row.Text), row.Scope, validity, row.GivenAt);
    }

    public static InstructionValidity Validity(InstructionTimes times) => new(
        times.From is { } from ? LocalDate.FromDateOnly(from) : null,
        times.To is { } to ? LocalDate.FromDateOnly(to) : null,
        (times.Days ?? []).Select(day => day.ToIsoDayOfWeek()).ToHashSet(),
        times.Start is { } start ? LocalTime.FromTimeOnly(start) : null,
        times.End is { } end ? LocalTime.FromTimeOnly(end) : null);

    public static InstructionTimes Times(InstructionValidity validity) => new(
        validity.From?.ToDateOnly(),
        validity.To?.ToDateOnly(),
        [.. (validity.Days ?? new HashSet<IsoDayOfWeek>()).Order().Select(day => day.ToDayOfWeek())],
        validity.Start?.ToTimeOnly(),
        validity.End?.ToTimeOnly());

    private static int Bit(IsoDayOfWeek day) => 1 << ((int)day - 1);

    private static SealedRow Row(PracticeId practice, Guid id) => new("Instructions", practice, id);
}
