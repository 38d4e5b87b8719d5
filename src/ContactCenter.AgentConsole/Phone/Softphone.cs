using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Consoles;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ContactCenter.AgentConsole.Phone;

/// <summary>The softphone of this tab: its registration and the one leg it may hold.</summary>
internal sealed class Softphone(IJSRuntime js, Desk desk, Api.ConsoleApi api) : IAsyncDisposable
{
    private IJSObjectReference? module;
    private DotNetObjectReference<Softphone>? self;
    private ConsoleSettings? settings;
    private Task<bool>? starting;

    /// <summary>Fetches what needs the server now, so that the phone rings and joins also while the server is away.</summary>
    public async Task Load() => await Module();

    /// <summary>Checks the microphone and registers; true when calls can be taken. What stands in the way is in the state.</summary>
    /// <param name="listen">Whether a microphone that nothing comes from stands in the way: not when a caller waits for her.</param>
    public async Task<bool> Start(bool listen = false)
    {
        if (desk.State.Phone.IsRegistered)
            return !listen || await Hears();
        // After a reload the page and its call both want the phone: a second registration would pull the first from under its leg.
        starting ??= StartOnce(listen);
        try
        {
            return await starting;
        }
        finally
        {
            starting = null;
        }
    }

    // Registered since she came, or by itself after a reload: her headset may have been switched off meanwhile.
    private async Task<bool> Hears()
    {
        var trouble = TroubleOf(await (await Module()).InvokeAsync<string>("checkMicrophone", true));
        Change(p => p with { Trouble = trouble });
        return trouble is null;
    }

    private async Task<bool> StartOnce(bool listen)
    {
        Change(p => p with { Phase = PhonePhase.Starting, Trouble = null });
        if (await FindTrouble(listen) is { } trouble)
        {
            Change(p => p with { Phase = PhonePhase.Unregistered, Trouble = trouble });
            return false;
        }
        return true;
    }

    private async Task<PhoneTrouble?> FindTrouble(bool listen)
    {
        try
        {
            return await Prepare(listen);
        }
        catch (JSException)
        {
            return PhoneTrouble.NotRegistered;
        }
    }

    private async Task<PhoneTrouble?> Prepare(bool listen)
    {
        settings ??= (await api.Get<ConsoleSettings>("api/console/settings")).Value;
        var phone = await Module();
        if (settings is null || !await phone.InvokeAsync<bool>("load", settings.SoftphoneScript))
            return PhoneTrouble.ScriptMissing;
        if (TroubleOf(await phone.InvokeAsync<string>("checkMicrophone", listen)) is { } microphone)
            return microphone;
        if (await FetchToken() is not { } token)
            return PhoneTrouble.NotRegistered;
        await phone.InvokeVoidAsync("register", token.Token, settings.SoftphoneEdges);
        Change(p => p with { Phase = PhonePhase.Registered });
        return null;
    }

    private static PhoneTrouble? TroubleOf(string microphone) => microphone switch
    {
        "ready" => null,
        "missing" => PhoneTrouble.MicrophoneMissing,
        "busy" => PhoneTrouble.MicrophoneBusy,
        "silent" => PhoneTrouble.MicrophoneSilent,
        _ => PhoneTrouble.MicrophoneRefused,
    };

    private async Task<VoiceToken?> FetchToken() => (await api.Post<VoiceToken>("api/console/voice-token", null)).Value;

    /// <summary>True when the browser lets this page register and sound without a click.</summary>
    public async Task<bool> MayStartUnasked()
    {
        var phone = await Module();
        return await phone.InvokeAsync<string>("microphonePermission") == "granted" || await phone.InvokeAsync<bool>("canPlay");
    }

    /// <summary>Joins the leg once; a failure is told to the server by the next heartbeat, which then asks for another leg.</summary>
    public async Task Join(IReadOnlyDictionary<string, string> leg)
    {
        var phone = await Module();
        if (!await phone.InvokeAsync<bool>("canPlay"))
        {
            Change(p => p with { Trouble = PhoneTrouble.NeedsClick });
            return;
        }
        await JoinAfterClick(leg);
    }

    public async Task JoinAfterClick(IReadOnlyDictionary<string, string> leg)
    {
        var phone = await Module();
        Change(p => p with { Line = LinePhase.Joining, TriedLeg = LegKey.Of(leg), Label = LegKey.LabelOf(leg), Trouble = null, Caption = null, Muted = false });
        if (!desk.State.Phone.IsRegistered && !await Start())
        {
            Change(p => p with { Line = LinePhase.Idle });
            return;
        }
        await phone.InvokeAsync<bool>("join", leg);
    }

    /// <summary>Shows in this meter what the microphone hears, until it is closed.</summary>
    public async Task OpenMeter(ElementReference meter)
    {
        Change(p => p with { Meter = MicrophoneMeter.Listening });
        if (TroubleOf(await (await Module()).InvokeAsync<string>("openMeter", meter)) is { } trouble)
            Change(p => p with { Meter = MicrophoneMeter.Closed, Trouble = trouble });
    }

    public async Task CloseMeter()
    {
        await Send("closeMeter");
        Change(p => p with { Meter = MicrophoneMeter.Closed });
    }

    public Task Leave() => Send("leave");
    public Task Mute(bool on) => Send("mute", on);
    public Task SendDigits(string digits) => Send("sendDigits", digits);
    public Task Ring(bool urgent) => Send("ring", urgent);
    public Task Silence() => Send("silence");

    public async Task Stop()
    {
        await Send("stop");
        Change(_ => new PhoneState());
    }

    private async Task Send(string function, params object?[] arguments) => await (await Module()).InvokeVoidAsync(function, arguments);

    [JSInvokable]
    public async Task OnPhone(string kind, string? detail)
    {
        switch (kind)
        {
            case "tokenWillExpire" when await FetchToken() is { } token:
                await Send("updateToken", token.Token);
                break;
            default:
                Change(p => PhoneEvents.Apply(p, kind, detail));
                break;
        }
    }

    private void Change(Func<PhoneState, PhoneState> change) => desk.Apply(new PhoneChanged(change));

    private async Task<IJSObjectReference> Module() => module ??= await Attach(await js.InvokeAsync<IJSObjectReference>("import", "./js/softphone.js"));

    private async Task<IJSObjectReference> Attach(IJSObjectReference phone)
    {
        self ??= DotNetObjectReference.Create(this);
        await phone.InvokeVoidAsync("attach", self);
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        if (module is not null)
            await module.DisposeAsync();
    }
}
