namespace ContactCenter.Domain.Booking.Waiting;

/// <summary>A patient's place on the waitlist.</summary>
public readonly record struct WaitlistEntryId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A time that became free again.</summary>
public readonly record struct FreedSlotId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A freed time, offered to one waiting patient.</summary>
public readonly record struct SlotOfferId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A patient who is to be seen again.</summary>
public readonly record struct RecallId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>The re-planning of an absence that was entered over appointments.</summary>
public readonly record struct ReplanId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A patient to be rung.</summary>
public readonly record struct CallTaskId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
