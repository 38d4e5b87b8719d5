using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Ivr;

public sealed class ShippedFlowTests
{
    [Test]
    public void The_demo_practices_flow_compiles_without_a_word() => Assert.That(Shipped.Flow().Nodes, Is.Not.Empty);
}
