using System.Diagnostics.CodeAnalysis;
using ContactCenter.Domain.Patients;
using Serilog.Core;
using Serilog.Events;

namespace ContactCenter.Server.Hosting.Logging;

/// <summary>Values that mask themselves are not taken apart by <c>{@Value}</c>.</summary>
internal sealed class KeepMasked : IDestructuringPolicy
{
    public bool TryDestructure(
        object value, ILogEventPropertyValueFactory propertyValueFactory, [NotNullWhen(true)] out LogEventPropertyValue? result)
    {
        result = value is PhoneNumber or PersonName or BirthDate ? new ScalarValue(value.ToString()) : null;
        return result is not null;
    }
}
