using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing.Callbacks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Rings callers who asked to be called back. Who answers is asked for a key first, so that no voicemail takes a place in the queue.</summary>
internal sealed class RingBack(
    TwilioRest twilio, CallbackDesk callbacks, CallDesk desk, TwimlRenderer twiml, VoiceUrls urls, OutboundCap cap, SafeAnswers safe,
    IOptions<TwilioOptions> options, IOptions<Routing.RoutingOptions> routing, IClock clock, TimeProvider time, ILogger<RingBack> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await callbacks.SweepSilent(stoppingToken);
                await Pass(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Callbacks could not be rung ({Failure}); trying again", failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Rings whom it is time to ring.</summary>
    public async Task Pass(CancellationToken cancellationToken)
    {
        foreach (var callback in await callbacks.Claim(cancellationToken))
            await Ring(callback, cancellationToken);
    }

    /// <summary>What she hears who picked up.</summary>
    public async Task<string> PickedUp(CallId call, VoiceForm form)
    {
        var callback = await callbacks.Find(call, CancellationToken.None);
        if (form.LegIsOver || callback is not { State: CallbackState.Ringing })
            return twiml.Render([new HangUp()], Bare(call));
        var say = SpokenNotices.Callback(callback.Language);
        return twiml.Render(
            [new Gather([say, new Pause(Duration.FromSeconds(2)), say], false, 1, Duration.FromSeconds(8), [], callback.Language, new CallRoute(CallRouteKind.CallbackKey)), new HangUp()],
            Bare(call) with { Language = callback.Language });
    }

    /// <summary>The key that takes her into the queue; the emergency key goes where it always goes; any other ends the call.</summary>
    public async Task<CallReply?> Pressed(CallId call, VoiceForm form, CancellationToken cancellationToken)
    {
        var callback = await callbacks.Find(call, cancellationToken);
        if (form["Digits"] != TransferAcceptance.Key || callback is not { State: CallbackState.Ringing or CallbackState.Reached })
            return null;
        var arrived = new CallArrived("arrived", clock.GetCurrentInstant(), form.Leg, callbacks.NumberOf(callback), callback.Line, callback.Place);
        var reply = await desk.Arrive(arrived, cancellationToken);
        await callbacks.Reached(call, cancellationToken);
        return reply;
    }

    public string EmergencyOr(string nothing, string emergencyKey, string? language, VoiceForm form) =>
        form["Digits"] == emergencyKey ? safe.Emergency(1, language) : nothing;

    private async Task Ring(CallbackRequest callback, CancellationToken cancellationToken)
    {
        var number = callbacks.NumberOf(callback);
        if (!OutboundNumbers.MayDial(number, false) || !await cap.Take(cancellationToken))
        {
            await callbacks.Missed(callback.CallId, null, cancellationToken);
            return;
        }
        var answer = await twilio.CreateCall(
            [
                new("To", number), new("From", callback.Line), new("Timeout", $"{routing.Value.CallbackRing}"),
                new("Url", urls.Route(callback.CallId, new CallRoute(CallRouteKind.CallbackAnswered), callback.Attempts, language: callback.Language)), new("Method", "POST"),
                new("FallbackUrl", urls.CalledFallback), new("FallbackMethod", "POST"),
                new("StatusCallback", urls.Notices(callback.CallId, "callback-leg")), new("StatusCallbackMethod", "POST"), new("StatusCallbackEvent", "completed"),
            ],
            cancellationToken);
        if (answer.IsDone && answer.Text("sid") is { } leg)
            await callbacks.Rings(callback.CallId, leg, cancellationToken);
        else
            await callbacks.Missed(callback.CallId, null, cancellationToken);
    }

    private static VoiceDocument Bare(CallId call) => new(call, "", 0, '0');
}
