using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddStorage();

var app = builder.Build();
await app.MigrateDatabase();
app.UseHosting();

await app.RunAsync();

/// <summary>Public for the tests' <c>WebApplicationFactory</c>.</summary>
public partial class Program;
