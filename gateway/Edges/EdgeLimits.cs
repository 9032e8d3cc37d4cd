namespace Supervision.Gateway.Edges;

/// <summary>
/// How much one user and one address may ask for: <c>Supervision:Limits:…</c> by these names. Rates are calls a minute, all of
/// which may come at once; what is over is answered 429 and was not done. The defaults let an office of hundreds behind one
/// address work, and the phones behind a carrier's: whoever trips over them is a machine.
/// </summary>
public sealed record EdgeLimits
{
    /// <summary>In a sandbox everything is this many times as much unless configured: load tests and training rooms are one user.</summary>
    private const int SandboxFactor = 100;

    /// <summary>Attempts under one name, whether there is such an account or not.</summary>
    public int SignInsPerAccount { get; init; } = 10;

    /// <summary>Everything that changes something without being signed in: signing in, the first administrator.</summary>
    public int SignInsPerAddress { get; init; } = 120;

    public int CommandsPerUser { get; init; } = 300;

    public int CommandsPerAddress { get; init; } = 6_000;

    public int ReadsPerUser { get; init; } = 1_200;

    public int ReadsPerAddress { get; init; } = 30_000;

    /// <summary>Workbooks, papers and other files made on demand.</summary>
    public int ExportsPerUser { get; init; } = 20;

    public int ExportsPerAddress { get; init; } = 300;

    /// <summary>Evidence and rosters.</summary>
    public int UploadsPerUser { get; init; } = 120;

    public int UploadsPerAddress { get; init; } = 2_000;

    /// <summary>Open at once; an open page has one.</summary>
    public int HubConnectionsPerUser { get; init; } = 30;

    /// <summary>Open at once.</summary>
    public int HubConnectionsPerAddress { get; init; } = 3_000;

    /// <summary>What one connection may ask of the hub.</summary>
    public int HubCallsPerConnection { get; init; } = 120;

    /// <summary>Watched at once by one connection.</summary>
    public int BoardsPerConnection { get; init; } = 200;

    /// <summary>Open at once to this process, of whatever kind; further ones are closed unanswered.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>WebSockets open at once to this process.</summary>
    public int UpgradedConnections { get; init; } = 10_000;

    /// <exception cref="InvalidOperationException">A name is unknown, or a value is not a positive number.</exception>
    public static EdgeLimits From(IConfiguration configuration, bool sandbox)
    {
        var limits = sandbox ? new EdgeLimits().Times(SandboxFactor) : new EdgeLimits();
        configuration.GetSection("Supervision:Limits").Bind(limits, options => options.ErrorOnUnknownConfiguration = true);
        foreach (var property in typeof(EdgeLimits).GetProperties())
            if (property.GetValue(limits) is int value and < 1)
                throw new InvalidOperationException($"Supervision:Limits:{property.Name} is {value}; it must be at least 1.");
        return limits;
    }

    public int PerUser(RequestKind kind) =>
        kind switch
        {
            RequestKind.Command => CommandsPerUser,
            RequestKind.Export => ExportsPerUser,
            RequestKind.Upload => UploadsPerUser,
            _ => ReadsPerUser,
        };

    public int PerAddress(RequestKind kind) =>
        kind switch
        {
            RequestKind.SignIn => SignInsPerAddress,
            RequestKind.Command => CommandsPerAddress,
            RequestKind.Export => ExportsPerAddress,
            RequestKind.Upload => UploadsPerAddress,
            _ => ReadsPerAddress,
        };

    private EdgeLimits Times(int factor) =>
        this with
        {
            SignInsPerAccount = SignInsPerAccount * factor,
            SignInsPerAddress = SignInsPerAddress * factor,
            CommandsPerUser = CommandsPerUser * factor,
            CommandsPerAddress = CommandsPerAddress * factor,
            ReadsPerUser = ReadsPerUser * factor,
            ReadsPerAddress = ReadsPerAddress * factor,
            ExportsPerUser = ExportsPerUser * factor,
            ExportsPerAddress = ExportsPerAddress * factor,
            UploadsPerUser = UploadsPerUser * factor,
            UploadsPerAddress = UploadsPerAddress * factor,
            HubConnectionsPerUser = HubConnectionsPerUser * factor,
            HubCallsPerConnection = HubCallsPerConnection * factor,
        };
}
