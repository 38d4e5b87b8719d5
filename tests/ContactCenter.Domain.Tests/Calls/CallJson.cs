using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ContactCenter.Domain.Tests.Calls;

/// <summary>Stories, timelines and records as text, to be compared whole. Without the converters an instant would be an empty object, equal to any other.</summary>
internal static class CallJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InText<Instant>(i => i.ToUnixTimeTicks()), new InText<Duration>(d => d.BclCompatibleTicks) } };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    private sealed class InText<T>(Func<T, long> ticks) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(ticks(value));
    }
}
