namespace ContactCenter.TwilioSimulator.Scenarios;

/// <summary>A fault in a scenario or load file: where it is, what is wrong and what to do about it.</summary>
internal sealed record ScenarioDiagnostic(string Code, Place At, string Message, string Remedy)
{
    public override string ToString() => $"{At}: {Code}: {Message} {Remedy}";
}

/// <summary>Every fault that such a file can have.</summary>
internal static class ScenarioCodes
{
    public const string NotYaml = "SIM001";
    public const string NotAScenario = "SIM002";
    public const string UnknownKey = "SIM003";
    public const string UnknownStep = "SIM004";
    public const string DialsNotFirst = "SIM005";
    public const string NotADuration = "SIM006";
    public const string NotANumber = "SIM007";
    public const string NotKeys = "SIM008";
    public const string NoWords = "SIM009";
    public const string AfterTheEnd = "SIM010";
    public const string PhoneDoesNotStart = "SIM011";
    public const string NotACount = "SIM012";
}
