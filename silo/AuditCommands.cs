using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Supervision.Contracts;

namespace Supervision.Silo;

/// <summary>What an auditor runs instead of the program, over the same settings: <c>verify [--roots file]</c> and <c>export-roots [--to file]</c>.</summary>
public static class AuditCommands
{
    private const string Verify = "verify";
    private const string Export = "export-roots";

    public static bool IsAsked(string[] args) => args.Contains(Verify) || args.Contains(Export);

    /// <returns>0 when all is well, 1 when something is broken, 2 when it could not be looked at.</returns>
    public static int Run(string[] args, StoreSettings store, TextWriter output)
    {
        try
        {
            var secret = StoreDoor.ForCommand(store).Secret;
            SchemaCheck.Verify(store.Journal);
            return args.Contains(Export)
                ? ExportRoots(store, Option(args, "--to"), output)
                : VerifyAll(store, secret, Option(args, "--roots"), output);
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            return Fail(output, fault.Message);
        }
    }

    /// <summary>What says in one sentence why a command can't be done; anything else is a defect.</summary>
    public static bool IsRefusal(Exception fault) =>
        fault
            is DbException
                or SchemaException
                or WrongSecretException
                or InvalidOperationException
                or FormatException
                or IOException
                or UnauthorizedAccessException;

    private static int VerifyAll(StoreSettings store, ClusterSecret secret, string? roots, TextWriter output)
    {
        var seals = new Seals(secret.Derive(Seals.Purpose));
        var started = Stopwatch.GetTimestamp();
        var report = Verification.Run(
            store.Journal,
            seals,
            new AuditSeals(secret.Derive(AuditSeals.Purpose)),
            roots is null ? null : File.ReadLines(roots)
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var (table, rows) in report.Counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table, -16} {rows, 12:N0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Counts.Values.Sum():N0} rows in {seconds:0.0} s"));
        foreach (var broken in report.Broken.Values)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"BROKEN {broken.Kind}: {broken.Place}: {broken.What}{(broken.Places > 1 ? $" (the first of {broken.Places})" : "")}"
                )
            );
        output.WriteLine(report.IsIntact ? "Intact: every row follows from the ones before it." : "Not intact.");
        if (roots is null)
            output.WriteLine("Without --roots the newest rows can be missed: compare with an export kept elsewhere.");
        return report.IsIntact ? 0 : 1;
    }

    private static int ExportRoots(StoreSettings store, string? to, TextWriter output)
    {
        if (to is null)
        {
            RootExport.Write(store.Journal, output);
            return 0;
        }

        // An export that fails midway must not have taken the one before it.
        var unfinished = to + ".new";
        long roots;
        using (var file = new StreamWriter(unfinished))
            roots = RootExport.Write(store.Journal, file);
        File.Move(unfinished, to, overwrite: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{roots} roots written to {to}"));
        return 0;
    }

    public static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Fail(TextWriter output, string why)
    {
        output.WriteLine(why);
        return 2;
    }
}
