using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Hosting;

/// <summary>A setting is missing or wrong: the host does not start and says so in a sentence for whoever runs it.</summary>
internal sealed class ConfigurationFault(params string[] sentences)
    : OptionsValidationException("configuration", typeof(IConfiguration), sentences);
