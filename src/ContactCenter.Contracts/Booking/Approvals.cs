namespace ContactCenter.Contracts.Booking;

/// <summary>
/// An appointment that waits for the practice's decision (<c>GET /api/practices/{practiceId}/approvals</c>, the most pressing first, for the
/// practice). Decide with <c>POST .../appointments/{appointmentId}/approve</c> or <c>/refuse</c>.
/// </summary>
/// <param name="Justification">What the agent wrote when she asked for it, or null.</param>
/// <param name="AskedAt">When it was entered.</param>
public sealed record ApprovalView(AppointmentView Appointment, string? Justification, DateTimeOffset AskedAt);
