var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = GatewaySettings.Options(args), ContentRootPath = GatewaySettings.ContentRoot(args) }
);
builder.WebHost.UseStaticWebAssets(); // un-published output in Production would be served empty without it
var settings = GatewaySettings.From(builder.Configuration, args);
var store = StoreSettings.From(builder.Configuration) with { DataFolder = settings.DataFolder };
if (Commands.Asked(args) is { } command)
    return await command(builder, settings, store);

// What speaks against this start is found before anything is made or changed.
var door = StoreDoor.ToServe(store, settings.Mode, ownsFolder: !settings.IsClient);
AccountsSchema.Foresee(settings, door.Secret);

builder.AddLogRules();
builder.Services.CondenseLog();
builder.AddProxies();
builder.AddRateLimits(settings);
builder.AddServerLimits();
builder.AddOperators();
builder.AddActors(settings, store, door);
builder.AddAccess(settings);
builder.AddApi();
builder.AddBoards(settings);
builder.AddSandbox(settings);
builder.AddAudit(settings);

var app = builder.Build();

app.UseProxies();
app.UseClockGate();
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
app.UseTakenQueries();
app.UseActing();
app.MapStaticAssets();
app.MapApi(settings);
app.MapBoardHub();
app.MapHealth();
app.MapFieldPages();
app.MapPages();
app.MapOperators();

app.CheckDeclarations();

if (!settings.IsClient)
    door.Open();
AccountsSchema.Migrate(settings);
await app.RunAsync();
return Environment.ExitCode;

/// <summary>Lets tests host the gateway in their own process.</summary>
public partial class Program;
