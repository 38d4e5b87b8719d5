using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContactCenter.Server.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Booking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppointmentChanges");

            migrationBuilder.DropIndex(
                name: "IX_SlotHolds_CallId",
                table: "SlotHolds");

            migrationBuilder.DropIndex(
                name: "IX_Absences_PracticeId_Start",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "CancelReason",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "Absences");

            migrationBuilder.RenameColumn(
                name: "PractitionerId",
                table: "Occupancies",
                newName: "ResourceId");

            // Sealed as another thing: a renamed column would hold boxes that do not open.
            migrationBuilder.DropColumn(
                name: "Note",
                table: "Appointments");

            migrationBuilder.AddColumn<byte[]>(
                name: "Box",
                table: "Appointments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.RenameColumn(
                name: "PractitionerId",
                table: "Absences",
                newName: "ResourceId");

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "SlotHolds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Resources",
                table: "SlotHolds",
                type: "TEXT",
                unicode: false,
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CancelledFor",
                table: "Appointments",
                type: "TEXT",
                unicode: false,
                maxLength: 48,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecideBy",
                table: "Appointments",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNewPatient",
                table: "Appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "Appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Resources",
                table: "Appointments",
                type: "TEXT",
                unicode: false,
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Appointments",
                type: "TEXT",
                unicode: false,
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SeriesId",
                table: "Appointments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Box",
                table: "Absences",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateTime>(
                name: "EnteredAt",
                table: "Absences",
                type: "TEXT",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "EnteredBy",
                table: "Absences",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Absences",
                type: "TEXT",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WithdrawnBy",
                table: "Absences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgendaEvents",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 48, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 48, nullable: true),
                    Start = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    End = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Lane = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rules = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaEvents", x => new { x.PracticeId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AgendaLocks",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaLocks", x => new { x.PracticeId, x.Scope });
                });

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_AgentId",
                table: "SlotHolds",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_CallId",
                table: "SlotHolds",
                column: "CallId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_DecideBy",
                table: "Appointments",
                column: "DecideBy");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PracticeId_End",
                table: "Absences",
                columns: new[] { "PracticeId", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_ResourceId_At",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "ResourceId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaEvents_PracticeId_Subject",
                table: "AgendaEvents",
                columns: new[] { "PracticeId", "Subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaEvents");

            migrationBuilder.DropTable(
                name: "AgendaLocks");

            migrationBuilder.DropIndex(
                name: "IX_SlotHolds_AgentId",
                table: "SlotHolds");

            migrationBuilder.DropIndex(
                name: "IX_SlotHolds_CallId",
                table: "SlotHolds");

            migrationBuilder.DropIndex(
                name: "IX_Appointments_DecideBy",
                table: "Appointments");

            migrationBuilder.DropIndex(
                name: "IX_Absences_PracticeId_End",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "SlotHolds");

            migrationBuilder.DropColumn(
                name: "Resources",
                table: "SlotHolds");

            migrationBuilder.DropColumn(
                name: "CancelledFor",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "DecideBy",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "IsNewPatient",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Resources",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "SeriesId",
                table: "Appointments");

            migrationBuilder.DropColumn(
                name: "Box",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "EnteredAt",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Absences");

            migrationBuilder.DropColumn(
                name: "WithdrawnBy",
                table: "Absences");

            migrationBuilder.RenameColumn(
                name: "ResourceId",
                table: "Occupancies",
                newName: "PractitionerId");

            // Sealed as another thing: a renamed column would hold boxes that do not open.
            migrationBuilder.DropColumn(
                name: "Box",
                table: "Appointments");

            migrationBuilder.AddColumn<byte[]>(
                name: "Note",
                table: "Appointments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.RenameColumn(
                name: "ResourceId",
                table: "Absences",
                newName: "PractitionerId");

            migrationBuilder.AddColumn<byte[]>(
                name: "CancelReason",
                table: "Appointments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "Absences",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AppointmentChanges",
                columns: table => new
                {
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: true),
                    End = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PractitionerId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 48, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppointmentChanges", x => new { x.PracticeId, x.AppointmentId, x.Version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolds_CallId",
                table: "SlotHolds",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PracticeId_Start",
                table: "Absences",
                columns: new[] { "PracticeId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_AppointmentChanges_PracticeId_PractitionerId_At",
                table: "AppointmentChanges",
                columns: new[] { "PracticeId", "PractitionerId", "At" });
        }
    }
}
