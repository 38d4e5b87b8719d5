namespace ContactCenter.Server.Hosting.Logging;

/// <summary>An exception as the log may show it: type, masked message, stack.</summary>
internal sealed class MaskedException(Exception real) : Exception(PersonalText.Masked(real.Message))
{
    public override string? StackTrace => real.StackTrace;

    public override string ToString() => PersonalText.Masked(real.ToString());
}
