namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>What stands between a decision and the caller: numbers that may not be dialled, and what she hears when nothing could be decided.</summary>
internal sealed record VoiceGates(DialGate Dial, SafeAnswers Safe, VoiceUrls Urls);
