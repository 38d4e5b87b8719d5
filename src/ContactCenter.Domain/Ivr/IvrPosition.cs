using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// Where a call stands in its flow: all that is kept between two webhooks. Stored with the call, and good for the pinned flow only.
/// </summary>
/// <param name="Node">The node at which the caller listens.</param>
/// <param name="Language">The language spoken from here on.</param>
/// <param name="Misses">Silences and wrong answers at this node so far.</param>
/// <param name="SpeechMissed">Words were once not understood: from then on only keys are asked for.</param>
/// <param name="Inputs">Answers of any kind in this call so far.</param>
/// <param name="Entered">The node's own prompt has been said, and the call is in the queue, voicemail or dial that it stands for.</param>
/// <param name="Trace">What was entered, for the trace that a lost call leaves: keys, <c>~</c> for words, <c>.</c> for silence.</param>
public sealed record IvrPosition(
    string Node, Language Language, int Misses = 0, bool SpeechMissed = false, int Inputs = 0, bool Entered = false, string Trace = "");
