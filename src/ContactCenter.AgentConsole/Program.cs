using ContactCenter.AgentConsole;
using ContactCenter.AgentConsole.Screen;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.Services.AddDesk(new Uri(builder.HostEnvironment.BaseAddress));
await builder.Build().RunAsync();
