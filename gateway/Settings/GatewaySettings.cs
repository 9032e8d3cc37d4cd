namespace Supervision.Gateway.Settings;

/// <summary>How this process was started.</summary>
/// <param name="Sandbox">A simulated clock over a store of its own: for training, demonstrations and acceptance tests.</param>
/// <param name="Demo">A sandbox with the demonstration roster and simulated inspectors.</param>
/// <param name="IsClient">The actors run in silos of their own (<c>Supervision:Role=gateway</c>).</param>
/// <param name="DataFolder">Where an embedded installation keeps its files.</param>
/// <param name="Postgres">Null means SQLite in <paramref name="DataFolder"/>.</param>
public sealed record GatewaySettings(bool Sandbox, bool Demo, bool IsClient, string DataFolder, string? Postgres)
{
    /// <summary>First instant of a new sandbox: 1 March 2026, 00:00 +08:00.</summary>
    public static readonly DateTimeOffset SandboxStart = new(2026, 2, 28, 16, 0, 0, TimeSpan.Zero);

    /// <summary>Arguments that stand alone, without a value.</summary>
    public static readonly ImmutableArray<string> Switches = ["--demo", "--sandbox", OperatorsToken.Switch, Commands.DryRun];

    /// <summary>What the store has to be for.</summary>
    public StoreMode Mode => Sandbox ? StoreMode.Sandbox : StoreMode.Real;

    /// <summary>The arguments that are options with values. A switch left among them would take the option after it for its value.</summary>
    public static string[] Options(string[] args) => [.. args.Where(arg => !Switches.Contains(arg))];

    private static readonly string[] ContentRootVariables = ["ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT"];

    /// <summary>The program's own folder, from wherever it is started; a content root that is given explicitly stands.</summary>
    public static string? ContentRoot(string[] args) =>
        args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
        || ContentRootVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })
            ? null
            : AppContext.BaseDirectory;

    /// <exception cref="InvalidOperationException">The options contradict each other; says which.</exception>
    public static GatewaySettings From(IConfiguration configuration, string[] args)
    {
        var demo = args.Contains("--demo");
        var sandbox = demo || args.Contains("--sandbox");
        var client = string.Equals(configuration["Supervision:Role"], "gateway", StringComparison.OrdinalIgnoreCase);
        var postgres = configuration["Supervision:Postgres"] is { Length: > 0 } given ? given : null;
        if (client && sandbox)
            throw new InvalidOperationException(
                "A sandbox hosts its own actors: --demo and --sandbox can't be combined with Supervision__Role=gateway."
            );
        if (client && postgres is null)
            throw new InvalidOperationException("Supervision__Role=gateway needs Supervision__Postgres: that is how it finds the silos.");
        // A sandbox never shares a folder with real data, and the store itself refuses to change from one to the other.
        return new(
            sandbox,
            demo,
            client,
            DataFolders.Of(
                configuration["Supervision:Data"],
                demo ? "demo"
                    : sandbox ? "sandbox"
                    : ""
            ),
            postgres
        );
    }
}
