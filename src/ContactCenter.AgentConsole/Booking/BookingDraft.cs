namespace ContactCenter.AgentConsole.Booking;

/// <summary>What she typed for the appointment she is making. It outlives a slot that is lost, and ends with the booking.</summary>
/// <param name="Why">Why all the same, where a rule or a plan asks for it.</param>
/// <param name="HasReferral">The patient says that she has the letter or prescription.</param>
/// <param name="CaseId">The case it is for; null: as the server finds, see <see cref="BookingDesk.GuessedCase"/>.</param>
internal sealed record BookingDraft(string Note = "", string Why = "", bool HasReferral = false, Guid? CaseId = null)
{
    public string? FilledNote => Filled(Note);

    public string? FilledWhy => Filled(Why);

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
