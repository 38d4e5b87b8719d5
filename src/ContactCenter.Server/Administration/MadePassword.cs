using System.Security.Cryptography;

namespace ContactCenter.Server.Administration;

/// <summary>A first password that can be read out by telephone: no sign that looks like another, in groups of four.</summary>
internal static class MadePassword
{
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 5;

    /// <summary>99 bits.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
