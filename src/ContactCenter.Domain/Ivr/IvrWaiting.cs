using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>What a caller hears in the queue.</summary>
/// <param name="Music">The music by its name in the prompt library.</param>
/// <param name="Position">Said with the blank <c>{position}</c>; null when positions are not announced.</param>
/// <param name="AnnounceEvery">How much waiting lies between two announcements.</param>
/// <param name="Callback">The key that asks to be called back, keeping the place; null when the practice does not offer it. Never offered to a masked number.</param>
public sealed record IvrWaiting(string Music, IvrPrompt? Position, Duration AnnounceEvery, IvrCallback? Callback);

/// <param name="Key">Pressed while waiting.</param>
/// <param name="Offer">Said with each announcement.</param>
/// <param name="Confirmation">Said before the line is closed.</param>
public sealed record IvrCallback(char Key, IvrPrompt Offer, IvrPrompt Confirmation);
