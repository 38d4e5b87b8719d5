using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ContactCenter.Server.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResourceId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AgendaEvents",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ResourceId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rules = table.Column<string>(type: "character varying(400)", unicode: false, maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaEvents", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AgendaLocks",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(80)", unicode: false, maxLength: 80, nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaLocks", x => new { x.PracticeId, x.Scope });
                });

            migrationBuilder.CreateTable(
                name: "AgentHours",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hour = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Talk = table.Column<long>(type: "bigint", nullable: false),
                    Hold = table.Column<long>(type: "bigint", nullable: false),
                    Consult = table.Column<long>(type: "bigint", nullable: false),
                    WrapUp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgentHours", x => new { x.PracticeId, x.AgentId, x.Hour });
                });

            migrationBuilder.CreateTable(
                name: "AgentPresences",
                columns: table => new
                {
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Presence = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    IdleSince = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    AwayReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PausedBecause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    WantsAway = table.Column<bool>(type: "boolean", nullable: false),
                    ConsoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConnectionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LastHeard = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    LastOnLeg = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    SoftphoneReady = table.Column<bool>(type: "boolean", nullable: false),
                    RungOut = table.Column<int>(type: "integer", nullable: false),
                    CallsToday = table.Column<int>(type: "integer", nullable: false),
                    CallsTodayOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgentPresences", x => x.AgentId);
                });

            migrationBuilder.CreateTable(
                name: "Agents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Initials = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    Skills = table.Column<List<string>>(type: "text[]", nullable: false),
                    TrainingLevel = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    FallbackPhone = table.Column<byte[]>(type: "bytea", nullable: true),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Appointments",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    ReasonId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    Resources = table.Column<string>(type: "character varying(500)", unicode: false, maxLength: 500, nullable: false),
                    IsNewPatient = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    DecideBy = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    BookedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Rules = table.Column<string>(type: "character varying(120)", unicode: false, maxLength: 120, nullable: false),
                    CancelledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    CancelledIn = table.Column<Guid>(type: "uuid", nullable: true),
                    CancelledFor = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Box = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointments", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "text", nullable: false),
                    Culture = table.Column<string>(type: "text", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.PracticeId);
                });

            migrationBuilder.CreateTable(
                name: "AuditTrail",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Action = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Patient = table.Column<long>(type: "bigint", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrail", x => new { x.PracticeId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "CallDetailRecords",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    MeasuredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Disposition = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TalkSeconds = table.Column<long>(type: "bigint", nullable: false),
                    LegSeconds = table.Column<long>(type: "bigint", nullable: false),
                    Segments = table.Column<string>(type: "text", nullable: false),
                    WrapUp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallDetailRecords", x => new { x.PracticeId, x.CallId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "CallFacts",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", unicode: false, maxLength: 200, nullable: false),
                    Arrival = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Event = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallFacts", x => new { x.CallId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallerLeg = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Line = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    CallerToken = table.Column<long>(type: "bigint", nullable: true),
                    Caller = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Script = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    IvrPosition = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    StateSince = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Urgency = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Skills = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferedTo = table.Column<Guid>(type: "uuid", nullable: true),
                    Conference = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    CallerLeftAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    EmergencyOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Notes = table.Column<byte[]>(type: "bytea", nullable: true),
                    Disposition = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    WrapUpFinished = table.Column<bool>(type: "boolean", nullable: false),
                    Acceptances = table.Column<int>(type: "integer", nullable: false),
                    ExpectedLeg = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true),
                    ConsoleLegSince = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    AttemptDueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Wish = table.Column<byte[]>(type: "bytea", nullable: true),
                    WrapUpDueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    CheckDueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    EffectsWritten = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallTasks",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    HeldBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    SettledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    OpenFor = table.Column<Guid>(type: "uuid", nullable: true),
                    Dial = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Leg = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    DialEndsAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallTasks", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CarrierLegs",
                columns: table => new
                {
                    Leg = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Parent = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    IsDialledOut = table.Column<bool>(type: "boolean", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Seconds = table.Column<long>(type: "bigint", nullable: false),
                    Minutes = table.Column<long>(type: "bigint", nullable: false),
                    Price = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarrierLegs", x => x.Leg);
                });

            migrationBuilder.CreateTable(
                name: "FreedSlots",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Because = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    LookAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Offers = table.Column<int>(type: "integer", nullable: false),
                    FilledAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    FilledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ByWaitlist = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreedSlots", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "LedgerDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    ComparedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    CarrierLegs = table.Column<int>(type: "integer", nullable: false),
                    MeasuredLegs = table.Column<int>(type: "integer", nullable: false),
                    Open = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "LegFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Leg = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Difference = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    OurStart = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    OurSeconds = table.Column<long>(type: "bigint", nullable: false),
                    TheirStart = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    TheirSeconds = table.Column<long>(type: "bigint", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    SettledAs = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    History = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegFindings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeteredCalls",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Disposition = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TalkSeconds = table.Column<long>(type: "bigint", nullable: false),
                    HoldSeconds = table.Column<long>(type: "bigint", nullable: false),
                    ConsultSeconds = table.Column<long>(type: "bigint", nullable: false),
                    WaitingSeconds = table.Column<long>(type: "bigint", nullable: false),
                    WrapUpSeconds = table.Column<long>(type: "bigint", nullable: false),
                    LegSeconds = table.Column<long>(type: "bigint", nullable: false),
                    Segments = table.Column<string>(type: "text", nullable: false),
                    WrapUp = table.Column<string>(type: "text", nullable: true),
                    MeasuredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeteredCalls", x => new { x.PracticeId, x.CallId });
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    SellerSiren = table.Column<string>(type: "character varying(9)", unicode: false, maxLength: 9, nullable: false),
                    Code = table.Column<string>(type: "character varying(4)", unicode: false, maxLength: 4, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => new { x.SellerSiren, x.Code, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "Occupancies",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResourceId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    HoldId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Occupancies", x => new { x.PracticeId, x.ResourceId, x.Lane, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OpenForCall = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenForAgent = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboundDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Calls = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboundDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "PendingEffects",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Effect = table.Column<byte[]>(type: "bytea", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastFailure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingEffects", x => new { x.CallId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Practices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Region = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    AnswerPhraseFr = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AnswerPhraseEn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    OwnPhone = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    TakesVoicemail = table.Column<bool>(type: "boolean", nullable: false),
                    ForcedCloseFrom = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    ForcedCloseUntil = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Recalls",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReasonId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Tolerance = table.Column<int>(type: "integer", nullable: false),
                    CallFrom = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    WindowStart = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    WindowEnd = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Progress = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recalls", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RememberedRequests",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    Asked = table.Column<long>(type: "bigint", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedRequests", x => new { x.PracticeId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "ReplanItems",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReplanId = table.Column<Guid>(type: "uuid", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Urgent = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Reached = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplanItems", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Replans",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AbsenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Replans", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    HashBefore = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    HashAfter = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => new { x.PracticeId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ScriptTerms",
                columns: table => new
                {
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScriptTerms", x => new { x.Path, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ScriptText",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SignedContent = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Texts = table.Column<string>(type: "text", nullable: false),
                    FirstUsedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScriptText", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "SellerRevisions",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Party = table.Column<string>(type: "text", nullable: false),
                    Iban = table.Column<string>(type: "character varying(34)", unicode: false, maxLength: 34, nullable: false),
                    VatOnDebits = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerRevisions", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "SessionKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionKeys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SlotHolds",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    ReasonId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    Resources = table.Column<string>(type: "character varying(500)", unicode: false, maxLength: 500, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotHolds", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SlotOffers",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FreedSlotId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    HoldId = table.Column<Guid>(type: "uuid", nullable: false),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Urgency = table.Column<int>(type: "integer", nullable: false),
                    Wishes = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    OpenForSlot = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenForEntry = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotOffers", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "TriageLog",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Session = table.Column<int>(type: "integer", nullable: true),
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Question = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Answer = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Reached = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Words = table.Column<byte[]>(type: "bytea", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageLog", x => new { x.CallId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "TriageSessions",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Protocol = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Floor = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Asking = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Reached = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageSessions", x => new { x.CallId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "WaitlistEntries",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReasonId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    PractitionerId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Urgency = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Weekdays = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Earliest = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    Before = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    NotBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    ReachableFrom = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    ReachableUntil = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    Box = table.Column<byte[]>(type: "bytea", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Stage = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Offers = table.Column<int>(type: "integer", nullable: false),
                    Unanswered = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitlistEntries", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTerms",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ShowsAmount = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTerms", x => x.PracticeId);
                    table.ForeignKey(
                        name: "FK_AccountTerms_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgentPractices",
                columns: table => new
                {
                    AgentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOwn = table.Column<bool>(type: "boolean", nullable: false),
                    Familiarity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgentPractices", x => new { x.PracticeId, x.AgentId });
                    table.ForeignKey(
                        name: "FK_AgentPractices_Agents_AgentId",
                        column: x => x.AgentId,
                        principalTable: "Agents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgentPractices_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BillingContracts",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Region = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<DateOnly>(type: "date", nullable: true),
                    Tariffs = table.Column<string>(type: "text", nullable: false),
                    Discounts = table.Column<string>(type: "text", nullable: false),
                    Credits = table.Column<string>(type: "text", nullable: false),
                    Seller = table.Column<string>(type: "text", nullable: true),
                    Buyer = table.Column<string>(type: "text", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillingContracts", x => x.PracticeId);
                    table.ForeignKey(
                        name: "FK_BillingContracts_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallbackRequests",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    PromisedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Urgency = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Skills = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    Number = table.Column<byte[]>(type: "bytea", nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Leg = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallbackRequests", x => x.CallId);
                    table.ForeignKey(
                        name: "FK_CallbackRequests_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Colleagues",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Colleagues", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_Colleagues_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contests",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Segment = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    State = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    CreditNote = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: true),
                    History = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contests", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_Contests_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContractRevisions",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractRevisions", x => new { x.PracticeId, x.Version });
                    table.ForeignKey(
                        name: "FK_ContractRevisions_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportedRows",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRows", x => new { x.PracticeId, x.Kind, x.Token });
                    table.ForeignKey(
                        name: "FK_ImportedRows_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Instructions",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    Scope = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FromDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ToDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    End = table.Column<TimeOnly>(type: "time(3) without time zone", precision: 3, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instructions", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_Instructions_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: false),
                    SellerSiren = table.Column<string>(type: "character varying(9)", unicode: false, maxLength: 9, nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    JournalEntry = table.Column<int>(type: "integer", nullable: false),
                    Corrects = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false),
                    Credited = table.Column<bool>(type: "boolean", nullable: false),
                    ReplacedBy = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => new { x.PracticeId, x.Number });
                    table.ForeignKey(
                        name: "FK_Invoices_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientMerges",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kept = table.Column<Guid>(type: "uuid", nullable: false),
                    Gone = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientMerges", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_PatientMerges_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Patients",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    Flags = table.Column<int>(type: "integer", unicode: false, maxLength: 48, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patients", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_Patients_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PhoneLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhoneLines_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PracticeMembers",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeMembers", x => new { x.PracticeId, x.UserId });
                    table.ForeignKey(
                        name: "FK_PracticeMembers_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PracticeMembers_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PracticeMessages",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CallId = table.Column<Guid>(type: "uuid", nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Urgent = table.Column<bool>(type: "boolean", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    Recording = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    RecordingSeconds = table.Column<int>(type: "integer", nullable: true),
                    FetchDueAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    FetchAttempts = table.Column<int>(type: "integer", nullable: false),
                    RecordingReady = table.Column<bool>(type: "boolean", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    ReadBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeMessages", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_PracticeMessages_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettledMonths",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    Charged = table.Column<string>(type: "text", nullable: false),
                    Settled = table.Column<string>(type: "text", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettledMonths", x => new { x.PracticeId, x.Month });
                    table.ForeignKey(
                        name: "FK_SettledMonths_Practices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "Practices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintedInvoices",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(35)", unicode: false, maxLength: 35, nullable: false),
                    PrintedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    File = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedInvoices", x => new { x.PracticeId, x.Number });
                    table.ForeignKey(
                        name: "FK_PrintedInvoices_Invoices_PracticeId_Number",
                        columns: x => new { x.PracticeId, x.Number },
                        principalTable: "Invoices",
                        principalColumns: new[] { "PracticeId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountEntries",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(48)", unicode: false, maxLength: 48, nullable: false),
                    Cents = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountEntries", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_AccountEntries_Patients_PracticeId_PatientId",
                        columns: x => new { x.PracticeId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "PracticeId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientCases",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: true),
                    ApprovedSessions = table.Column<int>(type: "integer", nullable: true),
                    PlanLastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ReassessBefore = table.Column<int>(type: "integer", nullable: true),
                    SessionReason = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientCases", x => new { x.PracticeId, x.Id });
                    table.ForeignKey(
                        name: "FK_PatientCases_Patients_PracticeId_PatientId",
                        columns: x => new { x.PracticeId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "PracticeId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientTokens",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientTokens", x => new { x.PracticeId, x.Token, x.PatientId });
                    table.ForeignKey(
                        name: "FK_PatientTokens_Patients_PracticeId_PatientId",
                        columns: x => new { x.PracticeId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "PracticeId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageSounds",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: false),
                    FetchedAt = table.Column<DateTime>(type: "timestamp(3) with time zone", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageSounds", x => new { x.PracticeId, x.MessageId });
                    table.ForeignKey(
                        name: "FK_MessageSounds_PracticeMessages_PracticeId_MessageId",
                        columns: x => new { x.PracticeId, x.MessageId },
                        principalTable: "PracticeMessages",
                        principalColumns: new[] { "PracticeId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeptMonths",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    Calls = table.Column<byte[]>(type: "bytea", nullable: false),
                    Usage = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptMonths", x => new { x.PracticeId, x.Month });
                    table.ForeignKey(
                        name: "FK_KeptMonths_SettledMonths_PracticeId_Month",
                        columns: x => new { x.PracticeId, x.Month },
                        principalTable: "SettledMonths",
                        principalColumns: new[] { "PracticeId", "Month" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AspNetRoles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { new Guid("0198c0de-0000-7000-8000-000000000001"), "Agent", "Agent", "AGENT" },
                    { new Guid("0198c0de-0000-7000-8000-000000000002"), "Supervisor", "Supervisor", "SUPERVISOR" },
                    { new Guid("0198c0de-0000-7000-8000-000000000003"), "PracticeStaff", "PracticeStaff", "PRACTICESTAFF" },
                    { new Guid("0198c0de-0000-7000-8000-000000000004"), "Billing", "Billing", "BILLING" },
                    { new Guid("0198c0de-0000-7000-8000-000000000005"), "Administrator", "Administrator", "ADMINISTRATOR" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PracticeId_End",
                table: "Absences",
                columns: new[] { "PracticeId", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountEntries_PracticeId_PatientId",
                table: "AccountEntries",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_Kind_At",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_ResourceId_At",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "ResourceId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_Start",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_Subject",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_AgentHours_Hour",
                table: "AgentHours",
                column: "Hour");

            migrationBuilder.CreateIndex(
                name: "IX_AgentPractices_AgentId",
                table: "AgentPractices",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_AgentPresences_Presence",
                table: "AgentPresences",
                column: "Presence");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_DecideBy",
                table: "Appointments",
                column: "DecideBy");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_PracticeId_CallId",
                table: "Appointments",
                columns: new[] { "PracticeId", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_PracticeId_CaseId",
                table: "Appointments",
                columns: new[] { "PracticeId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_PracticeId_PatientId_Start",
                table: "Appointments",
                columns: new[] { "PracticeId", "PatientId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_PracticeId_PractitionerId_Start",
                table: "Appointments",
                columns: new[] { "PracticeId", "PractitionerId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_PracticeId_Patient",
                table: "AuditTrail",
                columns: new[] { "PracticeId", "Patient" });

            migrationBuilder.CreateIndex(
                name: "IX_CallbackRequests_PracticeId",
                table: "CallbackRequests",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_CallbackRequests_State_DueAt",
                table: "CallbackRequests",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_AgentId_State",
                table: "Calls",
                columns: new[] { "AgentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_AttemptDueAt",
                table: "Calls",
                column: "AttemptDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CallerLeg",
                table: "Calls",
                column: "CallerLeg",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CheckDueAt",
                table: "Calls",
                column: "CheckDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PracticeId_ArrivedAt",
                table: "Calls",
                columns: new[] { "PracticeId", "ArrivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PracticeId_CallerToken",
                table: "Calls",
                columns: new[] { "PracticeId", "CallerToken" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PracticeId_PatientId",
                table: "Calls",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_State_QueuedAt",
                table: "Calls",
                columns: new[] { "State", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_HeldBy",
                table: "CallTasks",
                column: "HeldBy",
                unique: true,
                filter: "\"HeldBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_PracticeId_OpenFor",
                table: "CallTasks",
                columns: new[] { "PracticeId", "OpenFor" },
                unique: true,
                filter: "\"OpenFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_PracticeId_PatientId",
                table: "CallTasks",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_CallTasks_State_DueAt",
                table: "CallTasks",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CarrierLegs_PracticeId_CallId",
                table: "CarrierLegs",
                columns: new[] { "PracticeId", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_CarrierLegs_PracticeId_StartedAt",
                table: "CarrierLegs",
                columns: new[] { "PracticeId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Colleagues_PracticeId_Token",
                table: "Colleagues",
                columns: new[] { "PracticeId", "Token" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contests_PracticeId_CallId_Kind_Start",
                table: "Contests",
                columns: new[] { "PracticeId", "CallId", "Kind", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contests_State_RaisedAt",
                table: "Contests",
                columns: new[] { "State", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FreedSlots_LookAt",
                table: "FreedSlots",
                column: "LookAt");

            migrationBuilder.CreateIndex(
                name: "IX_FreedSlots_PracticeId_ReleasedAt",
                table: "FreedSlots",
                columns: new[] { "PracticeId", "ReleasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_PracticeId_Kind_Subject",
                table: "ImportedRows",
                columns: new[] { "PracticeId", "Kind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_SellerSiren_Number",
                table: "Invoices",
                columns: new[] { "SellerSiren", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerDays_DueAt",
                table: "LedgerDays",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_LegFindings_Leg",
                table: "LegFindings",
                column: "Leg",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegFindings_PracticeId_CallId",
                table: "LegFindings",
                columns: new[] { "PracticeId", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_LegFindings_SettledAt_FoundAt",
                table: "LegFindings",
                columns: new[] { "SettledAt", "FoundAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageSounds_FetchedAt",
                table: "MessageSounds",
                column: "FetchedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MeteredCalls_PracticeId_StartedAt",
                table: "MeteredCalls",
                columns: new[] { "PracticeId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_PracticeId_AppointmentId",
                table: "Occupancies",
                columns: new[] { "PracticeId", "AppointmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Occupancies_PracticeId_HoldId",
                table: "Occupancies",
                columns: new[] { "PracticeId", "HoldId" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CallId_OfferedAt",
                table: "Offers",
                columns: new[] { "CallId", "OfferedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_OpenForAgent",
                table: "Offers",
                column: "OpenForAgent",
                unique: true,
                filter: "\"OpenForAgent\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_OpenForCall",
                table: "Offers",
                column: "OpenForCall",
                unique: true,
                filter: "\"OpenForCall\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PatientCases_PracticeId_PatientId",
                table: "PatientCases",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientMerges_PracticeId_At",
                table: "PatientMerges",
                columns: new[] { "PracticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientTokens_PracticeId_PatientId",
                table: "PatientTokens",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PendingEffects_DueAt",
                table: "PendingEffects",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneLines_Number",
                table: "PhoneLines",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PhoneLines_PracticeId",
                table: "PhoneLines",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeMembers_UserId",
                table: "PracticeMembers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeMessages_CallId",
                table: "PracticeMessages",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeMessages_FetchDueAt",
                table: "PracticeMessages",
                column: "FetchDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeMessages_PracticeId_ReadAt_TakenAt",
                table: "PracticeMessages",
                columns: new[] { "PracticeId", "ReadAt", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Practices_Slug",
                table: "Practices",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recalls_PracticeId_PatientId",
                table: "Recalls",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_Recalls_Progress_CallFrom",
                table: "Recalls",
                columns: new[] { "Progress", "CallFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_RememberedRequests_At",
                table: "RememberedRequests",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ReplanItems_PracticeId_ReplanId_Rank",
                table: "ReplanItems",
                columns: new[] { "PracticeId", "ReplanId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplanItems_State",
                table: "ReplanItems",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Replans_DoneAt",
                table: "Replans",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_Replans_PracticeId_AbsenceId",
                table: "Replans",
                columns: new[] { "PracticeId", "AbsenceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScriptText_Path_Version",
                table: "ScriptText",
                columns: new[] { "Path", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_AgentId",
                table: "SlotHolds",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_CallId",
                table: "SlotHolds",
                column: "CallId",
                unique: true,
                filter: "\"CallId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_ExpiresAt",
                table: "SlotHolds",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_OfferId",
                table: "SlotHolds",
                column: "OfferId",
                unique: true,
                filter: "\"OfferId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SlotOffers_OpenForEntry",
                table: "SlotOffers",
                column: "OpenForEntry",
                unique: true,
                filter: "\"OpenForEntry\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SlotOffers_OpenForSlot",
                table: "SlotOffers",
                column: "OpenForSlot",
                unique: true,
                filter: "\"OpenForSlot\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SlotOffers_PracticeId_FreedSlotId",
                table: "SlotOffers",
                columns: new[] { "PracticeId", "FreedSlotId" });

            migrationBuilder.CreateIndex(
                name: "IX_SlotOffers_State_ExpiresAt",
                table: "SlotOffers",
                columns: new[] { "State", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageLog_PracticeId_At",
                table: "TriageLog",
                columns: new[] { "PracticeId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageSessions_PracticeId_StartedAt",
                table: "TriageSessions",
                columns: new[] { "PracticeId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WaitlistEntries_PracticeId_PatientId",
                table: "WaitlistEntries",
                columns: new[] { "PracticeId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_WaitlistEntries_PracticeId_Stage",
                table: "WaitlistEntries",
                columns: new[] { "PracticeId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "AccountEntries");

            migrationBuilder.DropTable(
                name: "AccountTerms");

            migrationBuilder.DropTable(
                name: "AgendaEvents");

            migrationBuilder.DropTable(
                name: "AgendaLocks");

            migrationBuilder.DropTable(
                name: "AgentHours");

            migrationBuilder.DropTable(
                name: "AgentPractices");

            migrationBuilder.DropTable(
                name: "AgentPresences");

            migrationBuilder.DropTable(
                name: "Appointments");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "AuditTrail");

            migrationBuilder.DropTable(
                name: "BillingContracts");

            migrationBuilder.DropTable(
                name: "CallbackRequests");

            migrationBuilder.DropTable(
                name: "CallDetailRecords");

            migrationBuilder.DropTable(
                name: "CallFacts");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropTable(
                name: "CallTasks");

            migrationBuilder.DropTable(
                name: "CarrierLegs");

            migrationBuilder.DropTable(
                name: "Colleagues");

            migrationBuilder.DropTable(
                name: "Contests");

            migrationBuilder.DropTable(
                name: "ContractRevisions");

            migrationBuilder.DropTable(
                name: "FreedSlots");

            migrationBuilder.DropTable(
                name: "ImportedRows");

            migrationBuilder.DropTable(
                name: "Instructions");

            migrationBuilder.DropTable(
                name: "KeptMonths");

            migrationBuilder.DropTable(
                name: "LedgerDays");

            migrationBuilder.DropTable(
                name: "LegFindings");

            migrationBuilder.DropTable(
                name: "MessageSounds");

            migrationBuilder.DropTable(
                name: "MeteredCalls");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "Occupancies");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "OutboundDays");

            migrationBuilder.DropTable(
                name: "PatientCases");

            migrationBuilder.DropTable(
                name: "PatientMerges");

            migrationBuilder.DropTable(
                name: "PatientTokens");

            migrationBuilder.DropTable(
                name: "PendingEffects");

            migrationBuilder.DropTable(
                name: "PhoneLines");

            migrationBuilder.DropTable(
                name: "PracticeMembers");

            migrationBuilder.DropTable(
                name: "PrintedInvoices");

            migrationBuilder.DropTable(
                name: "Recalls");

            migrationBuilder.DropTable(
                name: "RememberedRequests");

            migrationBuilder.DropTable(
                name: "ReplanItems");

            migrationBuilder.DropTable(
                name: "Replans");

            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropTable(
                name: "ScriptTerms");

            migrationBuilder.DropTable(
                name: "ScriptText");

            migrationBuilder.DropTable(
                name: "SellerRevisions");

            migrationBuilder.DropTable(
                name: "SessionKeys");

            migrationBuilder.DropTable(
                name: "SlotHolds");

            migrationBuilder.DropTable(
                name: "SlotOffers");

            migrationBuilder.DropTable(
                name: "TriageLog");

            migrationBuilder.DropTable(
                name: "TriageSessions");

            migrationBuilder.DropTable(
                name: "WaitlistEntries");

            migrationBuilder.DropTable(
                name: "Agents");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "SettledMonths");

            migrationBuilder.DropTable(
                name: "PracticeMessages");

            migrationBuilder.DropTable(
                name: "Patients");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "Practices");
        }
    }
}
