using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Scripts.Yaml.Editing;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What a form makes of the shipped rules.</summary>
internal static class RuleEditing
{
    public static readonly string Shipped = File.ReadAllText(Path.Combine(ScriptFolderCopy.Shipped, BookingHouse.File));

    /// <summary>The text after a change: it says what is meant, and other lines are as they were.</summary>
    public static string Holds(RuleEdit edit, RulesForm meant)
    {
        var edited = Edited(Shipped, edit);
        Assert.That(edited, Is.Not.Null);
        Assert.That(JsonSerializer.Serialize(Form(edited!)), Is.EqualTo(JsonSerializer.Serialize(meant)), edited);
        var lines = LineDiff.Between(Shipped, edited!);
        Assert.That(lines.Count(l => l.After is null), Is.LessThanOrEqualTo(12), "only lines of the part are touched");
        return edited!;
    }

    /// <summary>Null when it cannot be changed.</summary>
    public static string? Edited(string text, RuleEdit edit) =>
        RuleEdits.Of(edit, YamlScript.Read("", text).Value!) is { } part ? YamlEdit.Apply(text, part.Changes) : null;

    public static RulesForm Form(string text) => RulesFormReader.Read(YamlScript.Read("", text).Value!);
}
