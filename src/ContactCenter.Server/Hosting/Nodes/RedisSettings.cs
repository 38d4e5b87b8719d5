using StackExchange.Redis;

namespace ContactCenter.Server.Hosting.Nodes;

/// <summary>Setting <c>SignalR:Redis</c>, such as <c>redis.example:6379,password=…,ssl=true</c>; <c>channelPrefix</c> keeps cells on one Redis apart.</summary>
internal static class RedisSettings
{
    public const string Name = "SignalR:Redis";

    /// <exception cref="ConfigurationFault">What stands there cannot be read; it is not repeated, since a password may be in it.</exception>
    public static ConfigurationOptions Read(IConfiguration configuration)
    {
        var options = Parse(configuration[Name] ?? "");
        if (options.EndPoints.Count == 0)
            throw new ConfigurationFault($"{Name} names no server: write it as host:6379, or leave it out when there is one server only.");
        options.ClientName = "ContactCenter";
        options.AbortOnConnectFail = false;
        // A hint that cannot leave now is worth nothing later.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = Math.Min(options.ConnectTimeout, 2_000);
        options.ReconnectRetryPolicy = new LinearRetry(1_000);
        return options;
    }

    private static ConfigurationOptions Parse(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
        {
            throw new ConfigurationFault($"{Name} cannot be read: write it as host:6379,password=…,ssl=true and nothing that StackExchange.Redis does not know.");
        }
    }
}
