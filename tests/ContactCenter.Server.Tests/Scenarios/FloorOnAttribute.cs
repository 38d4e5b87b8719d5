using ContactCenter.Server.Storage;
using NUnit.Framework.Interfaces;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The stories of this fixture happen on this database. Fixtures here run one after the other.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FloorOnAttribute(DatabaseEngine engine) : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Suite;

    public void BeforeTest(ITest test) => Floor.Engine = engine;

    public void AfterTest(ITest test) => Floor.Engine = DatabaseEngine.Sqlite;
}
