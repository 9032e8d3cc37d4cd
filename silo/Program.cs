using Microsoft.Extensions.Hosting;

// Settings lie beside the program, wherever it is started from.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.CondenseLog();
var store = StoreSettings.From(builder.Configuration);
if (!store.IsClustered)
{
    Console.Error.WriteLine(
        "A silo of its own needs Supervision__Postgres, a PostgreSQL connection string. Without it, run the gateway: it hosts the actors itself."
    );
    return 2;
}

if (AuditCommands.IsAsked(args))
    return AuditCommands.Run(args, store, Console.Out);

var door = StoreDoor.ToServe(store, StoreMode.Real, ownsFolder: false);
builder.AddSupervisionSilo(store, door);
var host = builder.Build();
door.Open();
await host.RunAsync();
return Environment.ExitCode;
