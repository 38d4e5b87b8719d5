using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Practices;

/// <summary>An agent's own telephone belongs to a person and to no practice: sealed under her row.</summary>
internal static class FallbackPhones
{
    public static byte[] SealFallbackPhone(this Sealer sealer, AgentId agent, PhoneNumber number) => sealer.Seal(Row(agent), number.E164);

    public static PhoneNumber? OpenFallbackPhone(this Sealer sealer, AgentProfile agent) =>
        agent.FallbackPhone is { } box ? PhoneNumber.Parse(sealer.Open<string>(Row(agent.Id), box)) : null;

    private static SealedRow Row(AgentId agent) => new("Agents", default(PracticeId), agent.Value);
}
