using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddStorage();
builder.AddIdentity();

var app = builder.Build();
await app.MigrateDatabase();
await DemoData.Seed(app);
app.UseHosting();
app.UseIdentity();
app.MapIdentity();
app.MapHosting();

await app.RunAsync();
