using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContactCenter.Server.Tests.Identity;

internal sealed class LockoutTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private TestHost _host = null!;
    private UserAccount _claire = null!;

    [SetUp]
    public async Task Start()
    {
        _host = new TestHost(web => web
            .UseSetting("SignIn:AttemptsPerMinuteAndAddress", "60")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_time)));
        _claire = await _host.AddUser("claire", Roles.Agent);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Ten_wrong_passwords_lock_out_the_right_one_and_an_unknown_account_looks_the_same()
    {
        foreach (var email in new[] { _claire.Email!, "nobody@test.example" })
        {
            for (var attempt = 1; attempt <= 10; attempt++)
                Assert.That((await Try(email, "wrong password")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"attempt {attempt}");
            var locked = await Try(email, TestHost.Password);
            Assert.That(locked.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(locked.Headers.RetryAfter, Is.Not.Null);
        }
    }

    [Test]
    public async Task The_lock_stands_in_the_database_and_passes()
    {
        await Fail(10);
        // Another node, whose own counters know nothing of the attempts.
        await using var other = _host.OnSameData();
        Assert.That((await Try(_claire.Email!, TestHost.Password, other)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await Try(_claire.Email!, TestHost.Password, other)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        await Fail(9);
        Assert.That((await Try(_claire.Email!, TestHost.Password)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await _host.Store.Read((db, token) => db.Users.Select(u => u.AccessFailedCount).SingleAsync(token), default), Is.Zero);
    }

    [Test]
    public async Task Many_attempts_from_one_address_are_slowed_whatever_the_account()
    {
        var refused = 0;
        for (var attempt = 0; attempt < 70; attempt++)
        {
            if ((await Try($"user{attempt}@test.example", "wrong password")).StatusCode == HttpStatusCode.TooManyRequests)
                refused++;
        }
        Assert.That(refused, Is.EqualTo(10));
    }

    private async Task Fail(int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
            await Try(_claire.Email!, "wrong password");
    }

    private Task<HttpResponseMessage> Try(string email, string password, TestHost? host = null) =>
        (host ?? _host).CreateClient().PostAsJsonAsync("/api/session", new SignIn(email, password));
}
