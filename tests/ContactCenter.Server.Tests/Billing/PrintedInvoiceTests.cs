using System.Net;
using System.Text;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using NodaTime;
using UglyToad.PdfPig;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>The readable file of an invoice stays what it was when it was first read.</summary>
internal sealed class PrintedInvoiceTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    [Test]
    public async Task The_file_holds_the_stored_xml_and_the_address_of_the_evidence_and_never_changes()
    {
        var console = "https://console.example.org/app/";
        await using var house = new BillingHouse(DatabaseEngine.Sqlite, web => web.UseSetting("Billing:ConsoleUrl", console));
        var practice = await house.AddPractice("a");
        await house.AddHeardCall(practice, Morning, 4_000);
        await house.Close(practice, BillingHouse.September);
        var number = (await house.Issue(practice, BillingHouse.September)).Value!.Number!;
        using var staff = await house.Host.SignedIn(await house.Host.AddUser("staff", Roles.PracticeStaff, practice));
        var files = $"/api/billing/practices/{practice.Value}/invoices/{number}/files";

        var printed = await staff.GetAsync($"{files}/pdf");
        var first = await printed.Content.ReadAsByteArrayAsync();
        Assert.That(printed.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/pdf"));
        using (var pdf = PdfDocument.Open(first))
        {
            var text = string.Concat(pdf.GetPages().Select(p => p.Text));
            Assert.That(text, Does.Contain(number).And.Contain("Appels par jour"));
            Assert.That(text.Replace(" ", "", StringComparison.Ordinal), Does.Contain($"console.example.org/app/office/practices/{practice.Value}/invoices/{number}"));
            Assert.That(pdf.Advanced.TryGetEmbeddedFiles(out var embedded), Is.True);
            Assert.That(Encoding.UTF8.GetString(embedded!.Single().Memory.Span), Is.EqualTo(await staff.GetStringAsync($"{files}/cii")));
        }

        // Another address, other calls and a credit note later: the file is the one that was given away.
        await house.AddHeardCall(practice, Morning + Duration.FromHours(1), 900);
        await house.CreditAll(practice, number);
        console = "https://elsewhere.example.org";
        await using var moved = house.Host.OnSameData();
        using var later = await moved.SignedIn(await moved.AddUser("later", Roles.PracticeStaff, practice));
        Assert.That(await later.GetByteArrayAsync($"{files}/pdf"), Is.EqualTo(first));
        Assert.That((await staff.GetAsync($"{files[..^6]}-1/files/pdf")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase(DatabaseEngine.Sqlite)]
    [TestCase(DatabaseEngine.PostgreSql)]
    public async Task Read_by_many_at_once_it_is_one_file(DatabaseEngine engine)
    {
        await using var house = new BillingHouse(engine);
        var practice = await house.AddPractice("a");
        await house.AddHeardCall(practice, Morning, 4_000);
        await house.Close(practice, BillingHouse.September);
        var number = (await house.Issue(practice, BillingHouse.September)).Value!.Number!;
        using var staff = await house.Host.SignedIn(await house.Host.AddUser("staff", Roles.PracticeStaff, practice));

        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => staff.GetByteArrayAsync($"/api/billing/practices/{practice.Value}/invoices/{number}/files/pdf")));
        Assert.That(copies, Has.All.EqualTo(copies[0]));
    }

    [Test]
    public void A_logo_that_cannot_be_printed_is_a_sentence_and_no_start()
    {
        var file = Path.GetTempFileName();
        using var host = new TestHost(web => web.UseSetting("Billing:LogoFile", file));
        try
        {
            Assert.That(() => host.Services, Throws.Exception.With.Message.Contains("Billing:LogoFile").And.Message.Contains("PNG"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
