using ContactCenter.AgentConsole.Keys;

namespace ContactCenter.AgentConsole.Tests.Keys;

internal sealed class KeyRingTests
{
    private readonly KeyRing ring = new();
    private readonly List<string> pressed = [];

    [SetUp]
    public void Forget() => pressed.Clear();

    [Test]
    public async Task Later_binding_lies_on_top_until_it_goes()
    {
        using var below = ring.Bind("Escape", () => Note("below"));
        using (ring.Bind("Escape", () => Note("above")))
            await ring.Press("Escape");
        await ring.Press("Escape");
        Assert.That(pressed, Is.EqualTo(new[] { "above", "below" }));
    }

    [Test]
    public async Task Unbound_key_does_nothing()
    {
        await ring.Press("F12");
        Assert.That((pressed.Count, ring.Bound.Count), Is.EqualTo((0, 0)));
    }

    private Task Note(string what)
    {
        pressed.Add(what);
        return Task.CompletedTask;
    }
}
