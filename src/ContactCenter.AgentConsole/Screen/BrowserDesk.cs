using System.Text.Json;
using ContactCenter.AgentConsole.Keys;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>The browser's side of the desk: keys, heartbeat and drafts.</summary>
internal sealed class BrowserDesk(IJSRuntime js, KeyRing keys) : IAsyncDisposable
{
    private IJSObjectReference? module;
    private DotNetObjectReference<BrowserDesk>? self;

    /// <summary>Every 2 s, also in a hidden tab.</summary>
    public event Func<Task>? Beat;

    public async Task Start()
    {
        await ListenToKeys();
        await (await Module()).InvokeVoidAsync("startBeat", self);
    }

    /// <summary>For a page without the line to the server that has keys of its own.</summary>
    public Task ListenToKeys()
    {
        if (self is null)
            keys.Changed += () => _ = BindKeys();
        self ??= DotNetObjectReference.Create(this);
        return BindKeys();
    }

    /// <summary>Opens the dialog above all else: the rest of the page is out of reach until it closes.</summary>
    public Task ShowModal(ElementReference dialog) => Send("showModal", dialog);

    /// <summary>Opens the browser's own calendar of a date field.</summary>
    public Task PickDate(string selector) => Send("pickDate", selector);

    public Task Focus(string selector) => Send("focus", selector);

    /// <summary>Into the clipboard; false where the browser does not allow it.</summary>
    public async Task<bool> Copy(string text) => await (await Module()).InvokeAsync<bool>("copy", text);

    public Task ScrollTo(string selector) => Send("scrollTo", selector);
    public Task Notify(string title, string body) => Send("notify", title, body);
    public Task AllowNotifications() => Send("allowNotifications");
    public Task KeepDraft(Guid callId, NotesDraft draft) => Send("keepDraft", callId, JsonSerializer.Serialize(draft));
    public Task DropDraft(Guid callId) => Send("dropDraft", callId);
    public Task DropDrafts() => Send("dropDrafts");


    /// <summary>A choice of hers that outlives a reload of the page, but not the tab.</summary>
    public Task Keep(string name, string value) => Send("keep", name, value);

    /// <summary>Null when nothing is kept.</summary>
    public async Task<string?> Kept(string name) => await (await Module()).InvokeAsync<string?>("kept", name);

    public async Task<NotesDraft?> KeptDraft(Guid callId) =>
        await (await Module()).InvokeAsync<string?>("draft", callId) is { } text ? JsonSerializer.Deserialize<NotesDraft>(text) : null;

    [JSInvokable]
    public Task OnKey(string combination) => keys.Press(combination);

    [JSInvokable]
    public Task OnBeat() => Beat?.Invoke() ?? Task.CompletedTask;

    private Task BindKeys() => Send("bindKeys", self, keys.Bound);

    private async Task Send(string function, params object?[] arguments) => await (await Module()).InvokeVoidAsync(function, arguments);

    private async Task<IJSObjectReference> Module() => module ??= await js.InvokeAsync<IJSObjectReference>("import", "./js/desk.js");

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        if (module is not null)
            await module.DisposeAsync();
    }
}
