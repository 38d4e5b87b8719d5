using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Billing.Agreements;

/// <summary>A billing clerk at the addresses of contracts.</summary>
internal sealed class AgreementClerk(HttpClient http) : IDisposable
{
    public static readonly PartyForm Lilas = new("Cabinet des Lilas", "552 100 554", "", "", "12 rue des Lilas", "75019", "Paris", "FR", "");

    public static readonly ContractForm Contract = new(
        Lilas, "Europe/Paris", "Metropole", new(2026, 9, 1), null, 30, [new(new(2026, 9, 1), "essentiel@1")], [], []);

    private static readonly PartyForm House = new(
        "Secrétariat & Cie", BillingHouse.SellerSiren, "", FrenchNumbers.VatNumberOf(BillingHouse.SellerSiren), "1 rue de la Paix", "75002", "Paris", "FR", "");

    public HttpClient Http => http;

    public static async Task<AgreementClerk> At(TestHost host, string name = "clerk") => new(await host.SignedIn(await host.AddUser(name, Roles.Billing)));

    public async Task SaySeller() => Assert.That(
        (await http.PutAsJsonAsync("/api/billing/seller", new SaveSeller(0, House, "FR76 3000 6000 0112 3456 7890 189", false), TestJson.Options)).StatusCode,
        Is.EqualTo(HttpStatusCode.OK));

    public Task<HttpResponseMessage> Save(PracticeId practice, int version, ContractForm contract, Guid? key = null) =>
        Send(HttpMethod.Put, $"/api/billing/practices/{practice.Value}/contract", new SaveContract(version, contract), key);

    public async Task<ContractView> Saved(PracticeId practice, int version, ContractForm contract)
    {
        var answer = await Save(practice, version, contract);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ContractView>(TestJson.Options))!;
    }

    public Task<T?> Get<T>(string address) => http.GetFromJsonAsync<T>(address, TestJson.Options);

    public Task<HttpResponseMessage> Post(string address, object? body = null, Guid? key = null) => Send(HttpMethod.Post, address, body, key);

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> Send(HttpMethod method, string address, object? body, Guid? key)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{key ?? Guid.NewGuid()}");
        return http.SendAsync(request);
    }
}
