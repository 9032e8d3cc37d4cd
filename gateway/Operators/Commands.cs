namespace Supervision.Gateway.Operators;

/// <summary>
/// What an operator runs at the server instead of the program, over the same settings. Each looks at the store before it does anything, and says
/// in one sentence why it can't be done.
/// </summary>
internal static class Commands
{
    /// <summary>Only shows what a command would do.</summary>
    public const string DryRun = "--dry-run";

    private const string Verify = "verify";
    private const string ExportRoots = "export-roots";

    /// <param name="builder">Its services are not yet added; a command takes those it needs.</param>
    /// <returns>The exit code: 0 done, 1 found something wrong or not done, 2 could not look.</returns>
    public delegate Task<int> Command(WebApplicationBuilder builder, GatewaySettings settings, StoreSettings store);

    /// <summary>Null when the program itself is asked for.</summary>
    /// <exception cref="InvalidOperationException">There is a word that is no command: starting the program instead would not be what was meant.</exception>
    public static Command? Asked(string[] args)
    {
        if (args.Contains(OperatorsToken.Switch))
            return (_, _, store) => Said(() => Console.WriteLine(new OperatorsToken(StoreDoor.ForCommand(store).Secret).Text));
        return Words(args) switch
        {
            [] => null,
            [Verify] or [ExportRoots] => (_, _, store) => Task.FromResult(AuditCommands.Run(args, store, Console.Out)),
            [FirstRunCode.Name] => (builder, settings, store) =>
                FirstRunCode.Run(builder, settings, store, AuditCommands.Option(args, "--account"), Console.Out),
            [AnnulClock.Name] => (_, settings, store) => AnnulClock.Run(args, settings, store, Console.Out),
            var words => throw new InvalidOperationException(
                $"'{string.Join(' ', words)}' is no command. There are: {Verify}, {ExportRoots}, {FirstRunCode.Name}, {AnnulClock.Name}, {OperatorsToken.Switch}. Without one the program starts."
            ),
        };
    }

    /// <summary>Arguments that are neither options nor their values.</summary>
    private static List<string> Words(string[] args)
    {
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (GatewaySettings.Switches.Contains(args[i]) || args[i].Contains('=', StringComparison.Ordinal))
                continue;
            if (args[i].StartsWith("--", StringComparison.Ordinal) || args[i].StartsWith('/'))
                i++; // its value follows
            else
                words.Add(args[i]);
        }

        return words;
    }

    private static Task<int> Said(Action say)
    {
        try
        {
            say();
            return Task.FromResult(0);
        }
        catch (Exception fault) when (AuditCommands.IsRefusal(fault))
        {
            Console.WriteLine(fault.Message);
            return Task.FromResult(2);
        }
    }
}
