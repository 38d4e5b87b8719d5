using System.Reflection;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Identity;

internal sealed class EndpointPolicyTests
{
    private TestHost _host = null!;

    [OneTimeSetUp]
    public void Start() => _host = new TestHost();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void Every_endpoint_names_its_policy_or_the_reason_for_having_none() =>
        Assert.That(Endpoints().Where(e => !IsDeclared(e) && !IsDevelopmentAssets(e)).Select(e => e.DisplayName), Is.Empty);

    [Test]
    public void Every_endpoint_of_a_practice_asks_whose_practice_it_is() =>
        Assert.That(
            Endpoints().Where(e => e.RoutePattern.GetParameter(RequirePractice.RouteKey) is not null && e.Metadata.GetMetadata<RequirePractice>() is null)
                .Select(e => e.DisplayName),
            Is.Empty);

    [Test]
    public void No_address_carries_what_identifies_a_person()
    {
        string[] harmful = ["phone", "number", "name", "email", "birth", "text"];
        var parameters = Endpoints().Where(e => e.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == true)
            .SelectMany(e => e.RoutePattern.Parameters.Select(p => $"{e.RoutePattern.RawText}: {p.Name}"));
        Assert.That(parameters.Where(p => harmful.Any(h => p.Split(": ")[1].Contains(h, StringComparison.OrdinalIgnoreCase))), Is.Empty);
    }

    [Test]
    public void Every_hub_method_is_under_a_policy()
    {
        var open =
            from hub in typeof(Store).Assembly.GetTypes().Where(t => typeof(Hub).IsAssignableFrom(t) && !t.IsAbstract)
            from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetBaseDefinition().DeclaringType == hub
            where !Named(hub.GetCustomAttributes<AuthorizeAttribute>()) && !Named(method.GetCustomAttributes<AuthorizeAttribute>())
            select $"{hub.Name}.{method.Name}";
        Assert.That(open, Is.Empty);
    }

    [Test]
    public void The_check_sees_an_endpoint_without_a_policy()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/open", () => "");
        app.MapGet("/vague", () => "").RequireAuthorization();
        app.MapGet("/anonymous", () => "").AllowAnonymous();
        app.MapGet("/reasoned", () => "").AllowAnonymousBecause("for everybody");
        app.MapGet("/named", () => "").RequireAuthorization(Policies.Billing);
        var declared = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Where(IsDeclared).OfType<RouteEndpoint>();
        Assert.That(declared.Select(e => e.RoutePattern.RawText), Is.EqualTo(["/reasoned", "/named"]));
    }

    private IEnumerable<RouteEndpoint> Endpoints() => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // MapStaticAssets adds it in development only, out of reach of its conventions; the fallback policy closes it.
    private static bool IsDevelopmentAssets(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}";

    private static bool IsDeclared(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is { } open
            ? open is AnonymousBecause { Reason.Length: > 10 }
            : Named(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>());

    private static bool Named(IEnumerable<IAuthorizeData> authorizations) => authorizations.Any(a => a.Policy is { Length: > 0 });
}
