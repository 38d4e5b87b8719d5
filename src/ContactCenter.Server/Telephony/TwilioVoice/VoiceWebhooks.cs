using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing.Callbacks;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// Twilio's requests in, documents out. A request that asks what to do next is always answered with something useful; a notice is written down
/// before it is confirmed.
/// </summary>
internal sealed class VoiceWebhooks(CallDesk desk, TwimlRenderer twiml, VoiceGates gates, IClock clock, ILogger<VoiceWebhooks> log)
{
    public static void Map(RouteGroupBuilder twilio)
    {
        var voice = twilio.MapGroup("/voice");
        voice.MapPost("/incoming", (HttpContext http, VoiceWebhooks to) => to.Answer(http, to.Incoming));
        voice.MapPost("/client", (HttpContext http, VoiceWebhooks to) => to.Answer(http, form => to.Client(http, form)));
        voice.MapPost("/status", (HttpContext http, VoiceWebhooks to) => to.LineNotice(http));
        // Twilio asks for the sound of a hold with GET unless told otherwise.
        voice.MapMethods("/music", [HttpMethods.Get, HttpMethods.Post], (TwimlRenderer twiml) => Xml(twiml.Music()));
        voice.MapPost("/emergency", (int n, string? l, SafeAnswers safe) => Xml(safe.Emergency(n, l)));
        voice.MapPost("/fallback", async (HttpContext http, string? l, SafeAnswers safe) => Xml(safe.Fallback(l, await Form(http))));
        voice.MapPost("/called-fallback", (TwimlRenderer twiml) => Xml(twiml.Render([SpokenNotices.CallIsOver("fr-FR"), new HangUp()], Bare(default))));
        voice.MapPost("/calls/{call:guid}/leg", (HttpContext http, Guid call, VoiceWebhooks to) => to.Notice(http, call, VoiceEvents.Progress));
        voice.MapPost("/calls/{call:guid}/conference", (HttpContext http, Guid call, VoiceWebhooks to) => to.Notice(http, call, VoiceEvents.Conference));
        voice.MapPost("/calls/{call:guid}/agent-back-soon", (Guid call, string? a, TwimlRenderer twiml) => Xml(twiml.Render([SpokenNotices.AgentBackSoon(a ?? "")], Bare(call))));
        voice.MapPost("/calls/{call:guid}/dial-answered", async (HttpContext http, Guid call, string a, VoiceWebhooks to) => Xml(to.DialAnswered(call, a, await Form(http))));
        voice.MapPost("/calls/{call:guid}/dial-key", async (HttpContext http, Guid call, string a, VoiceWebhooks to) => Xml(await to.DialKey(call, a, await Form(http))));
        voice.MapPost("/calls/{call:guid}/agent-phone", (HttpContext http, Guid call, string a, VoiceWebhooks to) => to.Answer(http, form => to.AgentPhone(call, a, form)));
        voice.MapPost("/calls/{call:guid}/agent-phone-key", (HttpContext http, Guid call, string a, VoiceWebhooks to) => to.Answer(http, form => to.AgentPhoneKey(call, a, form)));
        voice.MapPost("/calls/{call:guid}/callback-answered", (HttpContext http, Guid call, VoiceWebhooks to, RingBack ring) => to.Answer(http, form => ring.PickedUp(new CallId(call), form)));
        voice.MapPost("/calls/{call:guid}/callback-key", (HttpContext http, Guid call, VoiceWebhooks to, RingBack ring) => to.Answer(http, form => to.CallbackKey(http, call, form, ring)));
        voice.MapPost("/calls/{call:guid}/callback-leg", (HttpContext http, Guid call, VoiceWebhooks to, CallbackDesk callbacks) => to.CallbackLeg(http, call, callbacks));
        // A task has no call yet: its own id stands in the address until the patient presses the key.
        voice.MapPost("/calls/{call:guid}/task-answered", (HttpContext http, Guid call, VoiceWebhooks to, RingPatient ring) => to.Answer(http, form => ring.PickedUp(call, form)));
        voice.MapPost("/calls/{call:guid}/task-key", (HttpContext http, Guid call, VoiceWebhooks to, RingPatient ring) => to.Answer(http, form => to.TaskKey(http, call, form, ring)));
        voice.MapPost("/calls/{call:guid}/task-leg", (HttpContext http, Guid call, VoiceWebhooks to, RingPatient ring) => to.TaskLeg(http, call, ring));
        voice.MapPost("/calls/{call:guid}/{route}", (HttpContext http, Guid call, string route, VoiceWebhooks to) => to.Answer(http, form => to.Asked(http, call, route, form)));
    }

    private async Task<string> Incoming(VoiceForm form)
    {
        var arrived = new CallArrived("arrived", clock.GetCurrentInstant(), form.Leg, form.CallerNumber, form["To"] ?? "");
        var reply = await desk.Arrive(arrived, CancellationToken.None);
        return reply is null ? twiml.Render([new RejectCall()], new VoiceDocument(default, "", 0, '9')) : await Render(reply);
    }

    private async Task<string> Asked(HttpContext http, Guid call, string route, VoiceForm form)
    {
        var happened = VoiceEvents.Asked(route, http.Request.Query["a"].ToString(), http.Request.Query["t"].ToString(), form, clock.GetCurrentInstant());
        if (happened is null)
            return twiml.Render([], new VoiceDocument(new CallId(call), "", 0, '9'));
        var language = http.Request.Query["l"];
        if (happened is QueueLeft { Exit: QueueExit.Left })
            await TellRescue(call, http.Request.Query["e"].ToString(), form.Leg);
        var reply = await desk.Handle(new CallId(call), happened, CancellationToken.None);
        return reply is null ? twiml.WithoutData(null, language) : await Render(reply);
    }

    // She pressed the emergency key in the queue when nothing could be written down: now it can.
    private async Task TellRescue(Guid call, string emergencyKey, LegRef leg)
    {
        if (!gates.Safe.IsToBeRescued(leg))
            return;
        await desk.Handle(new CallId(call), new WaitKeyPressed($"rescue:{leg}", clock.GetCurrentInstant(), emergencyKey), CancellationToken.None);
        gates.Safe.Told(leg);
    }

    /// <summary>A console's softphone connects through the TwiML application; who she is stands in the signed identity.</summary>
    private async Task<string> Client(HttpContext http, VoiceForm form)
    {
        var identity = form["From"]?.Replace("client:", "", StringComparison.Ordinal);
        // Asked once more, what the console gave stands in the address.
        var (wanted, place) = (form["callId"] ?? http.Request.Query["callId"], form["leg"] ?? http.Request.Query["leg"]);
        if (VoiceAccessToken.AgentOf(identity) is not { } agent || !Guid.TryParse(wanted, out var call) || !LegLabel.TryParse(place, out var label))
            return twiml.Render([new HangUp()], new VoiceDocument(default, "", 0, '9'));
        return await AgentIn(call, agent, label, byPhone: false, form);
    }

    // Whether a patient comes through is decided by the key alone, from what the address and the form say: a failing database must neither let a voicemail
    // take her nor keep her from a doctor who said yes.
    private string DialAnswered(Guid call, string argument, VoiceForm form)
    {
        if (form.LegIsOver || DialPlace.Read(argument) is not { } place)
            return twiml.Render([new HangUp()], Bare(call));
        var ask = SpokenNotices.PatientCalls(place.Language);
        return twiml.Render(
            [
                new Gather([ask, new Pause(Duration.FromSeconds(2)), ask], false, 1, Duration.FromSeconds(8), [], place.Language, new CallRoute(CallRouteKind.DialKey, argument)),
                new HangUp(),
            ],
            Bare(call));
    }

    private async Task<string> DialKey(Guid call, string argument, VoiceForm form)
    {
        if (form.LegIsOver || DialPlace.Read(argument) is not { } place)
            return twiml.Render([new HangUp()], Bare(call));
        try
        {
            await desk.Handle(new CallId(call), VoiceEvents.DialKey(form, place, clock.GetCurrentInstant()), CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The key of who was dialled in call {CallId} could not be written down", call);
        }
        return form["Digits"] == TransferAcceptance.Key
            ? twiml.Render([], Bare(call))
            : twiml.Render([SpokenNotices.Refused(place.Language), new HangUp()], Bare(call));
    }

    private Task<string> AgentPhone(Guid call, string argument, VoiceForm form)
    {
        var prompt = SpokenNotices.AgentPhone(argument.Split('/') is [_, _, var language] ? language : "");
        return Task.FromResult(form.LegIsOver ? twiml.Render([], Bare(call)) : twiml.Render(
            [new Gather([prompt], false, 1, Duration.FromSeconds(8), [], prompt.Language, new CallRoute(CallRouteKind.AgentPhoneKey, argument)), new HangUp()], Bare(call)));
    }

    private async Task<string> AgentPhoneKey(Guid call, string argument, VoiceForm form)
    {
        var parts = argument.Split('/');
        if (form["Digits"] != TransferAcceptance.Key || parts is not [var id, var leg, ..] || !Guid.TryParse(id, out var agent) || !LegLabel.TryParse(leg, out var label))
            return twiml.Render([new HangUp()], Bare(call));
        return await AgentIn(call, agent, label, byPhone: true, form);
    }

    private async Task<string> AgentIn(Guid call, Guid agent, LegLabel label, bool byPhone, VoiceForm form)
    {
        var reply = await desk.Handle(new CallId(call), VoiceEvents.AgentLeg(form, agent, label, byPhone, clock.GetCurrentInstant()), CancellationToken.None);
        return reply is null ? twiml.Render([new HangUp()], Bare(call)) : await Render(reply);
    }

    private async Task<string> CallbackKey(HttpContext http, Guid call, VoiceForm form, RingBack ring) =>
        await ring.Pressed(new CallId(call), form, CancellationToken.None) is { } reply
            ? await Render(reply)
            : ring.EmergencyOr(twiml.Render([new HangUp()], Bare(call)), http.Request.Query["e"].ToString(), http.Request.Query["l"], form);

    // The leg of a callback becomes the caller's leg of a new call once she wants to talk; until then its end means that she was not reached.
    private async Task<IResult> CallbackLeg(HttpContext http, Guid call, CallbackDesk callbacks)
    {
        var form = await Form(http);
        if (await desk.FindByCallerLeg(form.Leg, CancellationToken.None) is { } begun)
            return await Notice(begun.Value, VoiceEvents.Progress(form, clock.GetCurrentInstant()));
        if (form.LegIsOver)
            await callbacks.Missed(new CallId(call), form.Leg.Value, CancellationToken.None);
        return Results.NoContent();
    }

    private async Task<string> TaskKey(HttpContext http, Guid task, VoiceForm form, RingPatient ring) =>
        await ring.Pressed(task, form, CancellationToken.None) is { } reply
            ? await Render(reply)
            : form["Digits"] == http.Request.Query["e"].ToString()
                ? gates.Safe.Emergency(1, http.Request.Query["l"]) : twiml.Render([new HangUp()], Bare(task));

    private async Task<IResult> TaskLeg(HttpContext http, Guid task, RingPatient ring)
    {
        var form = await Form(http);
        if (await desk.FindByCallerLeg(form.Leg, CancellationToken.None) is { } begun)
            return await Notice(begun.Value, VoiceEvents.Progress(form, clock.GetCurrentInstant()));
        if (form.LegIsOver)
            await ring.Missed(task, form.Leg.Value, CancellationToken.None);
        return Results.NoContent();
    }

    private async Task<IResult> LineNotice(HttpContext http)
    {
        var form = await Form(http);
        return await desk.FindByCallerLeg(form.Leg, CancellationToken.None) is { } call
            ? await Notice(call.Value, VoiceEvents.Progress(form, clock.GetCurrentInstant()))
            : Results.NoContent();
    }

    private async Task<IResult> Notice(HttpContext http, Guid call, Func<VoiceForm, Instant, CallEvent?> read) =>
        await Notice(call, read(await Form(http), clock.GetCurrentInstant()));

    // A notice that could not be written down is answered with an error, so that Twilio brings it again.
    private async Task<IResult> Notice(Guid call, CallEvent? happened)
    {
        if (happened is not null)
            await desk.Handle(new CallId(call), happened, CancellationToken.None);
        return Results.NoContent();
    }

    private async Task<IResult> Answer(HttpContext http, Func<VoiceForm, Task<string>> think)
    {
        var form = await Form(http);
        try
        {
            // What takes longer goes on by itself: it may yet be written down, but nobody on the telephone waits for it.
            return Xml(await think(form).WaitAsync(gates.Safe.Patience));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A document could not be decided; the caller gets the safe one ({Route})", http.Request.Path.Value);
            MeasureWebhooks.NoteSafeAnswer(http);
            return Xml(gates.Safe.For(SafePlace.Of(http, gates.Urls, form), form));
        }
    }

    private async Task<string> Render(CallReply reply)
    {
        reply = await gates.Dial.Pass(reply);
        return twiml.Render(reply.Instructions, new VoiceDocument(reply.CallId, reply.Record.Line, reply.Turn, reply.EmergencyKey, reply.Record.Language));
    }

    private static VoiceDocument Bare(Guid call) => new(new CallId(call), "", 0, '9');

    private static async Task<VoiceForm> Form(HttpContext http) => new(http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty);

    private static IResult Xml(string document) => Results.Text(document, "text/xml", System.Text.Encoding.UTF8);
}
