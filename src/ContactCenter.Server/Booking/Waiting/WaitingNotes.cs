using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Notes for whoever rings a patient, in and out of their boxes.</summary>
internal static class WaitingNotes
{
    public const int Longest = 500;

    public static byte[]? SealNote(this Sealer sealer, SealedRow row, string? note) => string.IsNullOrWhiteSpace(note) ? null : sealer.Seal(row, note.Trim());

    public static string? OpenNote(this Sealer sealer, SealedRow row, byte[]? box) => box is null ? null : sealer.Open<string>(row, box);
}
