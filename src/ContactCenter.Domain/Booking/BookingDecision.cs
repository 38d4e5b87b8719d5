using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>What a wish for one slot comes to, before the database decides whether its steps are free.</summary>
public abstract record BookingDecision;

/// <param name="Justified">Soft rules that the agent's written reason outweighs; kept with the appointment.</param>
public sealed record MayBook(Slot Slot, IReadOnlyList<Finding> Justified) : BookingDecision;

/// <summary>The slot is locked and waits for the practice.</summary>
/// <param name="Rules">Those that ask for the approval.</param>
/// <param name="DecideBy">When <see cref="ApprovalTerms.Fallback"/> decides.</param>
public sealed record NeedsApproval(Slot Slot, IReadOnlyList<Finding> Rules, Instant DecideBy) : BookingDecision;

/// <summary>It may be booked with a written reason, which was not given.</summary>
public sealed record NeedsReason(IReadOnlyList<Finding> Rules) : BookingDecision;

/// <summary>Somebody or something else has it: offer alternatives.</summary>
public sealed record SlotTaken(Finding By) : BookingDecision;

/// <param name="Rule">The first hard rule in the order of <see cref="BookingRule"/>.</param>
public sealed record NotAllowed(Finding Rule) : BookingDecision;
