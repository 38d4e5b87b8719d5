using Serilog.Core;
using Serilog.Events;

namespace ContactCenter.Server.Hosting.Logging;

/// <summary>Stands before the real sinks and masks properties and exceptions. Templates are constants of ours and pass as they are.</summary>
internal sealed class MaskingSink(ILogEventSink inner) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => inner.Emit(new LogEvent(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is { } exception ? new MaskedException(exception) : null,
        logEvent.MessageTemplate,
        logEvent.Properties.Select(p => new LogEventProperty(p.Key, Masked(p.Value))),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default));

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static LogEventPropertyValue Masked(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => new ScalarValue(PersonalText.Masked(text)),
        ScalarValue { Value: { } other } when !IsHarmless(other) => new ScalarValue(PersonalText.Masked(other.ToString() ?? "")),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Masked)),
        StructureValue structure => new StructureValue(structure.Properties.Select(p => new LogEventProperty(p.Name, Masked(p.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(e => KeyValuePair.Create(e.Key, Masked(e.Value)))),
        _ => value,
    };

    private static bool IsHarmless(object value) => value is Guid || value.GetType().IsPrimitive || value.GetType().IsEnum;
}
