using Supervision.Gateway;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Audit;
using Supervision.Gateway.Edges;
using Supervision.Gateway.Hosting;
using Supervision.Gateway.Live;
using Supervision.Gateway.Operators;
using Supervision.Silo;

var builder = WebApplication.CreateBuilder(GatewaySettings.Options(args));
builder.WebHost.UseStaticWebAssets(); // un-published output in Production would be served empty without it
var settings = GatewaySettings.From(builder.Configuration, args);
if (OperatorsToken.IsAskedFor(args)) return OperatorsToken.Show(builder.Configuration, settings);

if (AuditCommands.IsAsked(args)) return AuditCommands.Run(args, StoreSettings.From(builder.Configuration) with { DataFolder = settings.DataFolder }, Console.Out);

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
builder.AddAudit(settings);

var app = builder.Build();
AccountsSchema.Migrate(settings);

app.UseProxies();
app.UseAudit();
app.UseSecurityHeaders();
app.UseCompression();
app.UseApiFaults();
app.UseOperatorsPort();
app.UseAddressLimits();
app.UseUtf8Json();
app.UseAuthentication();
app.UseUserLimits();
app.UseHubOriginCheck();
app.UseAuthorization();
app.UseDutyGate();
app.UseDutyGate();
app.UseAntiforgeryForCookies();
app.UseActing();
app.MapStaticAssets();
app.MapApi(settings);
app.MapBoardHub();
app.MapHealth();
app.MapFieldPages();
app.MapPages();
app.MapOperators();

app.CheckDeclarations();

await app.RunAsync();
return 0;

/// <summary>Lets tests host the gateway in their own process.</summary>
public partial class Program;
