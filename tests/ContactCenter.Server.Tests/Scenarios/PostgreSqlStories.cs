using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Scenarios;

// The same stories where several servers may share the data: each unit is a transaction of its own there and may run into another.
[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class AnsweredCallOnPostgreSqlTests : AnsweredCallTests;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class CallbackOnPostgreSqlTests : CallbackTests;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class WaitingCallerOnPostgreSqlTests : WaitingCallerTests;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class ConversationOnPostgreSqlTests : ConversationTests;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class VoicemailOnPostgreSqlTests : VoicemailTests;
