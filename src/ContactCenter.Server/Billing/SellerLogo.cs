using ContactCenter.Server.Billing.Pdf;
using ContactCenter.Server.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Billing;

/// <summary>The picture in the head of every invoice, read once at start: one that cannot be printed is a sentence and no start.</summary>
internal sealed class SellerLogo
{
    public SellerLogo(IOptions<BillingOptions> options, IHostEnvironment host)
    {
        if (options.Value.LogoFile is not { Length: > 0 } named)
            return;
        var path = Path.GetFullPath(named, host.ContentRootPath);
        if (!File.Exists(path))
            throw new ConfigurationFault($"Billing:LogoFile: there is no file {path}.");
        Picture = InvoiceLogo.Read(File.ReadAllBytes(path))
            ?? throw new ConfigurationFault(
                $"Billing:LogoFile: {path} is neither a PNG without interlacing nor a JPEG in RGB or grey, of at most 4,000 pixels a side.");
    }

    /// <summary>Null: the seller's name stands in its place.</summary>
    public InvoiceLogo? Picture { get; }
}
