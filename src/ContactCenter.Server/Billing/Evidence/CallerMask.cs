namespace ContactCenter.Server.Billing.Evidence;

/// <summary>A caller's number as a practice may see it: enough to know the kind of line by, too little to call it or to find her.</summary>
internal static class CallerMask
{
    private const string Hidden = "••";

    /// <param name="e164">Null when the caller hid it.</param>
    /// <returns><c>+33 6 •• •• •• 12</c>; of other countries the first three characters and the last two digits.</returns>
    public static string? Of(string? e164) => e164 switch
    {
        null => null,
        ['+', '3', '3', var kind, _, _, _, _, _, _, _, _] => $"+33 {kind} {Hidden} {Hidden} {Hidden} {e164[^2..]}",
        { Length: >= 8 } => $"{e164[..3]} {Hidden} {Hidden} {Hidden} {e164[^2..]}",
        _ => Hidden,
    };
}
