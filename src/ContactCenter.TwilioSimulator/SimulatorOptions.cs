namespace ContactCenter.TwilioSimulator;

/// <summary>The account that is simulated, and how real its time is.</summary>
public sealed record SimulatorOptions
{
    public string AccountSid { get; init; } = "AC00000000000000000000000000000001";
    public string AuthToken { get; init; } = "demo-auth-token";
    public string ApiKeySid { get; init; } = "SK00000000000000000000000000000001";
    public string ApiKeySecret { get; init; } = "demo-api-secret";
    public string TwimlAppSid { get; init; } = "AP00000000000000000000000000000001";

    /// <summary>Where a softphone's <c>connect</c> asks for its document.</summary>
    public string AppVoiceUrl { get; set; } = "http://localhost:5080/twilio/voice/client";

    public IReadOnlyList<SimulatedNumber> Numbers { get; init; } =
        [new("+33180000001", "Cabinet des Lilas"), new("+33180000003", "Pédiatrie du Canal")];

    /// <summary>How fast a voice speaks; 0 takes no time at all.</summary>
    public double CharactersPerSecond { get; init; } = 15;

    /// <summary>How long a played sound lasts; 0 takes no time at all.</summary>
    public TimeSpan PlayLength { get; set; } = TimeSpan.FromSeconds(16);

    /// <summary>How long a leg outlives a softphone whose socket broke without a word.</summary>
    public TimeSpan SoftphoneGrace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What a started minute of a leg costs, in <see cref="PriceUnit"/>; null: no price is told yet.</summary>
    public decimal? PricePerMinute { get; set; } = 0.0085m;

    /// <summary>The currency of the account, as it stands in <c>price_unit</c>.</summary>
    public string PriceUnit { get; set; } = "EUR";

    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; } = 5090;

    /// <summary>Where it listens; known once it does.</summary>
    public string Address { get; internal set; } = "";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ChaosOptions Chaos { get; init; } = new();
}

/// <summary>A number of the account, with where its calls ask for their first document.</summary>
public sealed class SimulatedNumber(string number, string friendlyName)
{
    public string Number { get; } = number;
    public string FriendlyName { get; } = friendlyName;
    public string Sid { get; } =
        "PN" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(number)))[..32];
    public string VoiceUrl { get; set; } = "";
    public string VoiceFallbackUrl { get; set; } = "";
    public string StatusCallback { get; set; } = "";
}

/// <summary>What the network does to notices, in percent of them. Seeded: the same seed does the same.</summary>
public sealed record ChaosOptions
{
    public int Seed { get; init; } = 1;
    public int DuplicatePercent { get; init; }

    /// <summary>How often a repeated notice comes at most, the first time included; at least twice.</summary>
    public int MostCopies { get; init; } = 2;
    public int ReorderPercent { get; init; }
    public int DelayPercent { get; init; }
    public int DropPercent { get; init; }
    public int ForgePercent { get; init; }

    /// <summary>Kept back until <see cref="Simulator.ReleaseWithheld"/>: days later, if need be.</summary>
    public int WithholdPercent { get; init; }

    /// <summary>The longest that a notice is kept back, repeated or forged after its time.</summary>
    public TimeSpan MostDelay { get; init; } = TimeSpan.FromSeconds(3);
}
