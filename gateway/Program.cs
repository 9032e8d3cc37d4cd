using Supervision.Gateway;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Hosting;
using Supervision.Gateway.Live;

var builder = WebApplication.CreateBuilder(GatewaySettings.Options(args));
builder.WebHost.UseStaticWebAssets(); // un-published output in Production would be served empty without it
var settings = GatewaySettings.From(builder.Configuration, args);

builder.AddActors(settings);
builder.AddAccess(settings);
builder.AddApi();
builder.AddBoards(settings);
builder.AddSandbox(settings);

var app = builder.Build();
AccountsSchema.Migrate(settings);

app.UseApiFaults();
app.UseSecurityHeaders();
app.UseAuthentication();
app.UseAuthorization();
app.UseDutyGate();
app.UseAntiforgeryForCookies();
app.MapStaticAssets();
app.MapApi(settings);
app.MapBoardHub();
app.MapHealth();
app.MapPages();

await app.RunAsync();

/// <summary>Lets tests host the gateway in their own process.</summary>
public partial class Program;
