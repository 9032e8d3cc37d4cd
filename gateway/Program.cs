using Supervision.Gateway;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Audit;
using Supervision.Gateway.Hosting;
using Supervision.Gateway.Live;
using Supervision.Silo;

var builder = WebApplication.CreateBuilder(GatewaySettings.Options(args));
builder.WebHost.UseStaticWebAssets(); // un-published output in Production would be served empty without it
var settings = GatewaySettings.From(builder.Configuration, args);

if (AuditCommands.IsAsked(args)) return AuditCommands.Run(args, StoreSettings.From(builder.Configuration) with { DataFolder = settings.DataFolder }, Console.Out);

builder.AddActors(settings);
builder.AddAccess(settings);
builder.AddApi();
builder.AddBoards(settings);
builder.AddSandbox(settings);
builder.AddAudit(settings);

var app = builder.Build();
AccountsSchema.Migrate(settings);

app.UseAudit();
app.UseApiFaults();
app.UseSecurityHeaders();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgeryForCookies();
app.MapStaticAssets();
app.MapApi(settings);
app.MapBoardHub();
app.MapHealth();
app.MapPages();

await app.RunAsync();
return 0;

/// <summary>Lets tests host the gateway in their own process.</summary>
public partial class Program;
