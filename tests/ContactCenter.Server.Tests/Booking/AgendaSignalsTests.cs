using System.Collections.Concurrent;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Of many changes at once each day is told, and none is lost between one telling and the next.</summary>
internal sealed class AgendaSignalsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Test]
    public async Task Days_that_change_while_consoles_are_told_are_told_after_them_each_once()
    {
        await using var host = new TestHost();
        var practice = await host.AddPractice("lilas");
        var consoles = new SlowConsoles();
        var signals = new AgendaSignals(consoles, new NoOthers(), host.Store, NullLogger<AgendaSignals>.Instance);

        signals.Raise(practice.Value, Monday);
        await consoles.Begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        foreach (var n in new[] { 1, 2, 1, 0 })
            signals.Raise(practice.Value, Monday.AddDays(n));
        Assert.That(consoles.Told, Is.EqualTo(new[] { Monday }), "the first telling lasts");
        consoles.MayGoOn.SetResult();

        await Scenarios.Floor.Eventually(() => consoles.Told.Count == 4, "all days told");
        Assert.That(consoles.Told.Skip(1), Is.EquivalentTo(new[] { Monday, Monday.AddDays(1), Monday.AddDays(2) }), "the first day changed again since it was told");
        signals.Raise(practice.Value, Monday);
        await Scenarios.Floor.Eventually(() => consoles.Told.Count == 5, "a change after all was told");
    }

    private sealed class NoOthers : IOtherNodes
    {
        public void Tell<T>(T hint)
            where T : class
        {
        }

        public void Listen<T>(Action<T> heard)
            where T : class
        {
        }
    }

    private sealed class SlowConsoles : IHubContext<AgentHub, IAgentConsole>, IHubClients<IAgentConsole>, IAgentConsole
    {
        private readonly ConcurrentQueue<DateOnly> _told = new();

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayGoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<DateOnly> Told => [.. _told];

        public IHubClients<IAgentConsole> Clients => this;

        public IGroupManager Groups => throw new NotSupportedException();

        public IAgentConsole All => this;

        public async Task AgendaChanged(Guid practiceId, DateOnly day)
        {
            _told.Enqueue(day);
            Begun.TrySetResult();
            await MayGoOn.Task;
        }

        public Task ViewChanged(AgentView view) => throw new NotSupportedException();

        public Task Superseded() => throw new NotSupportedException();

        public IAgentConsole AllExcept(IReadOnlyList<string> excludedConnectionIds) => this;

        public IAgentConsole Client(string connectionId) => this;

        IAgentConsole IHubClients<IAgentConsole>.Groups(IReadOnlyList<string> groupNames) => this;

        IAgentConsole IHubClients<IAgentConsole>.Clients(IReadOnlyList<string> connectionIds) => this;

        public IAgentConsole Group(string groupName) => this;

        public IAgentConsole GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => this;

        public IAgentConsole User(string userId) => this;

        public IAgentConsole Users(IReadOnlyList<string> userIds) => this;
    }
}
