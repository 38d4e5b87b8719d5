using System.Globalization;
using System.Text.Json;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Twilio's own call records: what it charges for each leg. It says nothing of who called whom.</summary>
internal sealed class CarrierRecords(TwilioRest twilio, IOptions<TwilioOptions> options) : ICarrier
{
    private const int MostPerPage = 1_000;

    // A day with more than that would be read in part, which is worse than not at all.
    private const int MostPages = 2_000;

    public bool HasAccount => options.Value.IsConfigured;

    public Task<IReadOnlyList<CarrierCharge>> OfDay(LocalDate day, CancellationToken cancellationToken) => OfDay(day, MostPerPage, cancellationToken);

    public async Task<IReadOnlyList<CarrierCharge>> OfDay(LocalDate day, int pageSize, CancellationToken cancellationToken)
    {
        var (first, end) = (day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
        List<CarrierCharge> legs = [];
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await Ask(() => twilio.ListCalls(day, pageSize, next, cancellationToken), cancellationToken);
            if (!answer.IsDone || !answer.Body.TryGetProperty("calls", out var calls))
                throw new CarrierSilentException(answer.Code ?? (int)answer.HttpCode);
            legs.AddRange(calls.EnumerateArray().Select(Read).OfType<CarrierCharge>().Where(c => first <= c.StartedAt && c.StartedAt < end));
            next = answer.Text("next_page_uri");
            if (string.IsNullOrEmpty(next))
                return legs;
        }
        throw new CarrierSilentException(0);
    }

    public async Task<CarrierCharge?> Of(LegRef leg, CancellationToken cancellationToken)
    {
        var answer = await Ask(() => twilio.ReadCall(leg.Value, cancellationToken), cancellationToken);
        return answer.IsDone ? Read(answer.Body)
            : answer.HttpCode == System.Net.HttpStatusCode.NotFound ? null
            : throw new CarrierSilentException(answer.Code ?? (int)answer.HttpCode);
    }

    private static async Task<TwilioAnswer> Ask(Func<Task<TwilioAnswer>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new CarrierSilentException(0, failure);
        }
    }

    private static CarrierCharge? Read(JsonElement record)
    {
        // What never was answered has no start.
        if (Text(record, "sid") is not { } leg || (Time(record, "start_time") ?? Time(record, "date_created")) is not { } began)
            return null;
        var (price, currency) = (Price(Text(record, "price")), Text(record, "price_unit")?.ToUpperInvariant());
        return new CarrierCharge(
            new LegRef(leg), null, began, Whole(Text(record, "duration")),
            currency == Money.Currency ? price : null)
        {
            Parent = Text(record, "parent_call_sid") is { Length: > 0 } parent ? new LegRef(parent) : null,
            IsDialledOut = Text(record, "direction") is not "inbound",
            IsOver = Text(record, "status") is "completed" or "busy" or "failed" or "no-answer" or "canceled",
            Foreign = price is { } amount && currency is { Length: 3 } other && other != Money.Currency ? new ForeignAmount(other, amount) : null,
        };
    }

    // Twilio writes what it takes with a minus.
    private static long? Price(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
        && Math.Abs(price) < 1_000_000m ? (long)Math.Round(Math.Abs(price) * 1_000_000m, MidpointRounding.AwayFromZero) : null;

    private static long Whole(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static Instant? Time(JsonElement record, string name) =>
        DateTimeOffset.TryParseExact(Text(record, name), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? Instant.FromDateTimeOffset(at) : null;

    private static string? Text(JsonElement record, string name) => !record.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
}
