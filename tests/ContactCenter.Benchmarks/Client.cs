using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContactCenter.Benchmarks;

/// <summary>What a run of requests showed.</summary>
internal sealed record Load(double PerSecond, IReadOnlyCollection<double> Milliseconds, int Failures);

/// <summary>The same client for every side of a comparison: so many requests at a time, each made before the clock starts.</summary>
internal static class Client
{
    public static async Task<Load> Send(HttpClient http, IReadOnlyList<Func<HttpRequestMessage>> requests, int atOnce)
    {
        var next = -1;
        var failures = 0;
        ConcurrentBag<double> times = [];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var mine && mine < requests.Count)
            {
                using var request = requests[mine]();
                var start = clock.Elapsed;
                using var response = await http.SendAsync(request);
                await response.Content.ReadAsByteArrayAsync();
                times.Add((clock.Elapsed - start).TotalMilliseconds);
                if (!response.IsSuccessStatusCode)
                    Interlocked.Increment(ref failures);
            }
        }));
        return new Load(requests.Count / clock.Elapsed.TotalSeconds, times, failures);
    }

    /// <summary>A form posted as Twilio does, signed before the clock starts.</summary>
    public static Func<HttpRequestMessage> Signed(string address, string path, IReadOnlyDictionary<string, string> form)
    {
        var signature = Server.Telephony.TwilioVoice.TwilioSignature.Compute(BenchServer.Token, address + path, form.OrderBy(f => f.Key, StringComparer.Ordinal));
        return () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address + path) { Content = new FormUrlEncodedContent(form) };
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
            return request;
        };
    }
}
