using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Ivr;

/// <summary>
/// One prompt of a flow. <paramref name="Recording"/> names a recorded sound to be played in its place; <paramref name="Say"/> is
/// then its transcript, from which times are estimated and which is spoken when the recording is missing.
/// </summary>
public sealed record IvrPrompt(SpokenText Say, string? Recording = null);
