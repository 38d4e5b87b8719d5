using System.Xml.Linq;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity.SessionKeys;

/// <summary>Data protection keeps its keys through a synchronous interface, once at start and every few weeks.</summary>
internal sealed class KeepSessionKeys(Store store, Sealer sealer) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        // The row is sealed as a whole; a second envelope inside would add nothing.
        options.XmlEncryptor = new NoInnerEnvelope();
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var rows = store.Read((db, token) => db.Set<SessionKey>().ToListAsync(token), default).GetAwaiter().GetResult();
        return [.. rows.Select(row => XElement.Parse(sealer.Open<string>(Row(row.Name), row.Box)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var box = sealer.Seal(Row(friendlyName), element.ToString(SaveOptions.DisableFormatting));
        store.Write(
            (db, token) =>
            {
                db.Add(new SessionKey { Name = friendlyName, Box = box });
                return Task.CompletedTask;
            },
            default).GetAwaiter().GetResult();
    }

    private static SealedRow Row(string name) => new("SessionKeys", default, name);

    private sealed class NoInnerEnvelope : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(plaintextElement, typeof(Opened));
    }

    internal sealed class Opened : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => encryptedElement;
    }
}
