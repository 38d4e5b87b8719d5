using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>The agents' own telephones, opened only in the moment of dialling.</summary>
internal sealed class AgentPhones(Store store, Sealer sealer)
{
    /// <summary>E.164, or null when she has none.</summary>
    public async Task<string?> Of(AgentId agent, CancellationToken cancellationToken)
    {
        var profile = await store.Read((db, token) => db.Set<AgentProfile>().SingleOrDefaultAsync(a => a.Id == agent, token), cancellationToken);
        return profile is null ? null : sealer.OpenFallbackPhone(profile)?.E164;
    }
}
