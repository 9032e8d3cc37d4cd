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

// A request passes these steps from the first to the last, and its answer passes them back.
app.UseProxies(); // Everything after it judges by the caller's own address and scheme.
app.UseClockGate(); // While the clock is in doubt nothing is decided, counted or recorded.
app.UseAudit(); // It stands around all that may refuse, so that refusals are on record too.
app.UseSecurityHeaders(); // Every answer carries them, also those of the steps below.
app.UseCompression(); // It compresses what the steps below write.
app.UseApiFaults(); // It turns their exceptions into problem details.
app.UseOperatorsPort(); // What belongs to the operators' port ends here on any other.
app.UseAddressLimits(); // A flood from one address is turned away before any session is read.
app.UseUtf8Json(); // No body is read in another encoding by one step than by the next.
app.UseAuthentication(); // It reads session and account.
app.UseUserLimits(); // The limits of a user need to know the user.
app.UseHubOriginCheck(); // Another site's page must not open a line with this user's cookie.
app.UseAuthorization(); // It judges role and scope by what each endpoint declares.
app.UseDutyGate(); // Whoever has to change a password first may do nothing else that the account may do.
app.UseAntiforgeryForCookies(); // Only who may ask at all is told that a token is missing.
app.UseTakenQueries(); // Likewise, only they learn which parameters an endpoint reads.
app.UseActing(); // From here on, calls to the actors carry who asks.
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
