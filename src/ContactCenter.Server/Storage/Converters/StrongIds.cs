using ContactCenter.Domain.Practices;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Storage.Converters;

/// <summary>Finds every id type of the domain by its shape (a struct called <c>…Id</c> around one <c>Value</c>), so that nobody keeps a list.</summary>
internal static class StrongIds
{
    public const int MaxTextLength = 64;

    public static IReadOnlyList<Type> Found { get; } =
        [.. typeof(PracticeId).Assembly.GetTypes().Where(IsStrongId).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public static void Configure(ModelConfigurationBuilder conventions)
    {
        foreach (var id in Found)
        {
            var value = ValueType(id)!;
            var property = conventions.Properties(id).HaveConversion(typeof(StrongIdConverter<,>).MakeGenericType(id, value));
            if (value == typeof(string))
                property.HaveMaxLength(MaxTextLength).AreUnicode(false);
        }
    }

    private static bool IsStrongId(Type type) =>
        type is { IsValueType: true, IsEnum: false } && type.Name.EndsWith("Id", StringComparison.Ordinal)
        && ValueType(type) is { } value && type.GetConstructor([value]) is not null;

    private static Type? ValueType(Type type) => type.GetProperty("Value")?.PropertyType;
}
