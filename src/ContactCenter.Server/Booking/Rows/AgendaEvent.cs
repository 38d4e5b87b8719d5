using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Booking.Rows;

/// <summary>Something that happened in a calendar. Only ever added to: read up to a minute it shows the calendar as it was seen then.</summary>
internal sealed class AgendaEvent
{
    public required PracticeId PracticeId { get; init; }

    /// <summary>Sorts by the millisecond in which it was made; see <see cref="AgendaEventOrder"/> for the order of reading.</summary>
    public required Guid Id { get; init; }

    public required AgendaEventKind Kind { get; init; }

    public required Instant At { get; init; }

    /// <summary>Whose calendar: a practitioner, or a resource for its absences.</summary>
    public required ResourceId ResourceId { get; init; }

    /// <summary>The appointment, hold or absence.</summary>
    public required Guid Subject { get; init; }

    public AppointmentState? State { get; init; }

    public required Instant Start { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant End { get; init; }

    public int Lane { get; init; }

    /// <summary>The user; null when the server did it by itself.</summary>
    public Guid? By { get; init; }

    public CallId? CallId { get; init; }

    /// <summary>Names of rules that a written reason outweighed or the practice was asked about, with a space between.</summary>
    public string Rules { get; init; } = "";
}

internal enum AgendaEventKind
{
    Held,
    HoldReleased,
    Booked,
    Requested,
    Approved,
    MovedOut,
    MovedIn,
    Cancelled,
    Arrived,
    Fulfilled,
    NoShow,
    AbsenceEntered,
    AbsenceWithdrawn,
}

internal sealed class AgendaEventConfiguration : IEntityTypeConfiguration<AgendaEvent>
{
    public void Configure(EntityTypeBuilder<AgendaEvent> builder)
    {
        builder.ToTable("AgendaEvents");
        builder.HasKey(e => new { e.PracticeId, e.Id });
        builder.Property(e => e.Rules).HasMaxLength(400).IsUnicode(false);
        builder.HasIndex(e => new { e.PracticeId, e.Subject });
        builder.HasIndex(e => new { e.PracticeId, e.Start });
        builder.HasIndex(e => new { e.PracticeId, e.Kind, e.At });
        builder.HasIndex(e => new { e.PracticeId, e.ResourceId, e.At });
    }
}
