using Supervision.Gateway;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Edges;
using Supervision.Gateway.Hosting;
using Supervision.Gateway.Live;
using Supervision.Gateway.Operators;

var builder = WebApplication.CreateBuilder(GatewaySettings.Options(args));
builder.WebHost.UseStaticWebAssets(); // un-published output in Production would be served empty without it
var settings = GatewaySettings.From(builder.Configuration, args);
if (OperatorsToken.IsAskedFor(args)) return OperatorsToken.Show(builder.Configuration, settings);

builder.AddLogRules();
builder.AddProxies();
builder.AddRateLimits(settings);
builder.AddServerLimits();
builder.AddOperators();
builder.AddActors(settings);
builder.AddAccess(settings);
builder.AddApi();
builder.AddBoards(settings);
builder.AddSandbox(settings);

var app = builder.Build();
AccountsSchema.Migrate(settings);

app.UseProxies();
app.UseSecurityHeaders();
app.UseApiFaults();
app.UseOperatorsPort();
app.UseAddressLimits();
app.UseUtf8Json();
app.UseAuthentication();
app.UseUserLimits();
app.UseHubOriginCheck();
app.UseAuthorization();
app.UseAntiforgeryForCookies();
app.MapStaticAssets();
app.MapApi(settings);
app.MapBoardHub();
app.MapHealth();
app.MapPages();
app.MapOperators();

await app.RunAsync();
return 0;

/// <summary>Lets tests host the gateway in their own process.</summary>
public partial class Program;
