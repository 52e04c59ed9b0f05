// The host when the same modules run on the released packages (-p:OrchardSource=packages).
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOrchardCms(orchard => orchard.AddSetupFeatures("OrchardCore.AutoSetup"));

var app = builder.Build();
app.UseStaticFiles();
app.UseOrchardCore();
await app.RunAsync();
