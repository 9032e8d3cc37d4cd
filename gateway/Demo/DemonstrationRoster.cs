namespace Supervision.Gateway.Demo;

/// <summary>The five counties of Huzhou with invented schools, loaded through the same import as any roster, and marked 演示 for ever.</summary>
public sealed class DemonstrationRoster(RosterImport import, IClusterClient cluster, IHostEnvironment environment)
{
    public const string Fact = "demonstration";

    private static readonly string[] Files = ["counties.csv", "inspectors.csv", "schools.csv", "institutions.csv", "assignments.csv"];

    public async Task<ImportReport> Load(Actor actor, Presentation presentation, CancellationToken cancellation)
    {
        // Marked first: data that is not real must never stand unmarked, whatever happens in between.
        using (Acting.AsSystem())
            await cluster.GetGrain<IDirectoryGrain>(0).SetFactOnce(Fact, "yes");
        presentation.Demonstration = true;
        var readings = new List<RosterReading>();
        foreach (var file in Files)
        {
            await using var content = File.OpenRead(Path.Combine(Folder(), file));
            readings.Add(await RosterReader.ReadAsync(content, file, cancellation));
        }

        var (report, _, refusal) = await import.Run(
            readings,
            actor,
            CivilTime.DateOf(presentation.Now),
            dryRun: false,
            [],
            _ => Task.CompletedTask,
            cancellation
        );
        return report ?? throw new InvalidOperationException(refusal!.Message.En);
    }

    /// <summary>Beside the program when published, in the project's folder when run from it.</summary>
    private string Folder() =>
        new[] { AppContext.BaseDirectory, environment.ContentRootPath }
            .Select(root => Path.Combine(root, "Demo", "huzhou"))
            .First(Directory.Exists);
}
