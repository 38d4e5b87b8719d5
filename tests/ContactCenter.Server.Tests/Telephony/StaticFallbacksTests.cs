using System.Xml.Linq;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Telephony;

internal sealed class StaticFallbacksTests
{
    [Test]
    public async Task Each_practice_has_a_document_that_helps_and_is_written_anew_when_it_changes()
    {
        await using var host = new TestHost(b =>
        {
            b.UseSetting("Demo:Seed", "true");
            b.UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas");
            b.UseSetting("Twilio:FallbackBaseUrl", "https://fallback.example.org/voix");
        });
        var folder = Path.Combine(host.Folder, "static");
        var fallbacks = host.Services.GetRequiredService<StaticFallbacks>();
        Assert.That(await fallbacks.Write(folder, default), Is.EqualTo(2));
        Assert.That(await fallbacks.Write(folder, default), Is.Zero, "nothing changed");
        var document = XDocument.Load(Path.Combine(folder, "cabinet-des-lilas.xml")).Root!;
        Assert.That(document.ToString(), Does.Contain("composez le 15 ou le 112").And.Contain("du lundi").And.Contain("Monday"));
        Assert.That(document.Descendants("Number").Single().Value, Is.EqualTo("+33180000002"));
        Assert.That(document.Element("Record")!.Attribute("action")!.Value, Is.EqualTo("https://fallback.example.org/voix/merci.xml"));
        Assert.That(File.Exists(Path.Combine(folder, "merci.xml")), Is.True, "what a message leads to");

        await host.Store.Write(async (db, token) => (await db.Set<Practice>().SingleAsync(p => p.Id == DemoPractice.Id, token)).OwnPhone = null, default);
        Assert.That(await fallbacks.Write(folder, default), Is.EqualTo(1));
        Assert.That(XDocument.Load(Path.Combine(folder, "cabinet-des-lilas.xml")).Descendants("Dial"), Is.Empty);
        Assert.That(Directory.GetFiles(folder, "*.new"), Is.Empty);

        await host.Store.Write(async (db, token) => (await db.Set<Practice>().SingleAsync(p => p.Id == DemoPractice.Id, token)).OwnPhone = "+882161234567", default);
        Assert.That(await fallbacks.Write(folder, default), Is.Zero, "a number that may not be dialled is dialled from nowhere");
    }
}
