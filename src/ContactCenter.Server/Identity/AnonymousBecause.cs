using Microsoft.AspNetCore.Authorization;

namespace ContactCenter.Server.Identity;

/// <summary>Opens an endpoint to everybody, with the reason in writing.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class AnonymousBecause(string reason) : Attribute, IAllowAnonymous
{
    public string Reason { get; } = reason;
}

internal static class AnonymousBecauseExtensions
{
    public static TBuilder AllowAnonymousBecause<TBuilder>(this TBuilder endpoints, string reason)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AnonymousBecause(reason));
}
