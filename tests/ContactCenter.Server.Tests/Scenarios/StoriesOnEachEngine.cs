using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Scenarios;

// The same stories twice: on the embedded database with its single writer, and where several servers may share the data and each unit is a transaction
// of its own that may run into another.
internal sealed class AnsweredCallTests : AnsweredCallStories;

internal sealed class CallbackTests : CallbackStories;

internal sealed class WaitingCallerTests : WaitingCallerStories;

internal sealed class ConversationTests : ConversationStories;

internal sealed class VoicemailTests : VoicemailStories;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class AnsweredCallOnPostgreSqlTests : AnsweredCallStories;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class CallbackOnPostgreSqlTests : CallbackStories;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class WaitingCallerOnPostgreSqlTests : WaitingCallerStories;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class ConversationOnPostgreSqlTests : ConversationStories;

[FloorOn(DatabaseEngine.PostgreSql)]
internal sealed class VoicemailOnPostgreSqlTests : VoicemailStories;
