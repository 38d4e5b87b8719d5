namespace ContactCenter.Contracts.Consoles;

/// <summary>What the console needs before it starts (<c>GET /api/console/settings</c>).</summary>
/// <param name="SoftphoneScript">Address of the script that defines <c>Twilio.Device</c>.</param>
/// <param name="SoftphoneEdges">Edges in order of preference; empty with the simulator.</param>
public sealed record ConsoleSettings(string SoftphoneScript, IReadOnlyList<string> SoftphoneEdges, string ProductVersion);

/// <summary><c>POST /api/console/voice-token</c>.</summary>
public sealed record VoiceToken(string Token, string Identity, DateTimeOffset ExpiresAt);
