using Microsoft.Extensions.Hosting;
using Supervision.Silo;

var builder = Host.CreateApplicationBuilder(args);
var store = StoreSettings.From(builder.Configuration);
if (!store.IsClustered)
{
    Console.Error.WriteLine("A silo of its own needs Supervision__Postgres, a PostgreSQL connection string. Without it, run the gateway: it hosts the actors itself.");
    return 2;
}

if (AuditCommands.IsAsked(args)) return AuditCommands.Run(args, store, Console.Out);

builder.AddSupervisionSilo(store);
await builder.Build().RunAsync();
return 0;
