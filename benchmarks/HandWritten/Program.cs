// The yardstick of every run: the page as somebody would write it by hand, with Razor and four SQL statements and nothing else.
using PropertySuite.HandWritten;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddControllersWithViews();
builder.Services.AddSingleton(new Articles(builder.Configuration["data"] ?? Path.Combine(Path.GetTempPath(), "handwritten.db")));
var app = builder.Build();
app.Services.GetRequiredService<Articles>().Fill();
app.MapControllers();
await app.RunAsync();
