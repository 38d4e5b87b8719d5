using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddStorage();
builder.AddIdentity();

var app = builder.Build();
await app.MigrateDatabase();
app.UseHosting();
app.UseIdentity();
app.MapIdentity();
app.MapHosting();

await app.RunAsync();
