namespace ContactCenter.Server.Identity;

/// <summary>Section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int WrongPasswords { get; set; } = 10;

    public int LockMinutes { get; set; } = 15;

    /// <summary>Attempts from one address, right or wrong. A whole team may stand behind one address.</summary>
    public int AttemptsPerMinuteAndAddress { get; set; } = 60;
}
