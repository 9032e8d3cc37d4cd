using System.Reflection;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>Where things are on this machine, as the build knew it.</summary>
public static class Places
{
    /// <summary>The gateway's project folder.</summary>
    public static string GatewayProject { get; } = Told("GatewayProject");

    /// <summary>The built program; it finds its un-published web assets through the manifest beside it.</summary>
    public static string GatewayProgram { get; } = Told("GatewayProgram");

    /// <summary>Not kept under version control.</summary>
    public static string Screenshots { get; } = Told("Screenshots");

    public static string Demonstration(string file) => Path.Combine(GatewayProject, "Demo", "huzhou", file);

    private static string Told(string name) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(told => told.Key == name).Value!;
}
