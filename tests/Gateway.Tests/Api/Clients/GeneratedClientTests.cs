using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api.Clients;

/// <summary>What strangers' tools make of the document: a linter, and two generators whose clients walk from signing in to a verified rectification.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime
{
    private const string School = "2133901815";
    private static readonly string Web = Path.Combine(Sources.Root, "gateway/web");
    private readonly string _folder = Directory.CreateTempSubdirectory("supervision-client-").FullName;
    private TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var nobody = Person.Nobody(_gateway);
        await File.WriteAllTextAsync(Path.Combine(_folder, "openapi.json"), (await nobody.Get("/openapi/v1.json")).Body);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Document_LintedByRedoclyAsRecommended_HasNoErrorAndNoWarning()
    {
        var (_, said) = await Run(
            "node",
            [
                Path.Combine(Web, "node_modules/@redocly/cli/bin/cli.js"),
                "lint",
                "openapi.json",
                "--extends=recommended",
                "--format=json",
                "--max-problems=1000",
            ]
        );

        var report = JsonNode.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..(said.LastIndexOf('}') + 1)])!;
        report["problems"]!
            .AsArray()
            .Select(problem => $"{problem!["severity"]} {problem["ruleId"]}: {problem["message"]} {problem["location"]?[0]?["pointer"]}")
            .Should()
            .BeEmpty();
        ((int)report["totals"]!["errors"]!, (int)report["totals"]!["warnings"]!).Should().Be((0, 0));
    }

    [Fact]
    public async Task TypeScript_GeneratedCompiledStrictly_WalksFromSigningInToAVerifiedRectification()
    {
        await Spring();
        await Must(
            "node",
            [
                Path.Combine(Web, "node_modules/@hey-api/openapi-ts/bin/run.js"),
                "-i",
                "openapi.json",
                "-o",
                "client",
                "-c",
                "@hey-api/client-fetch",
            ]
        );
        File.Copy(Path.Combine(AppContext.BaseDirectory, "clients/walk.ts"), Path.Combine(_folder, "walk.ts"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "tsconfig.json"),
            $$"""
            {
              "compilerOptions": {
                "module": "commonjs", "moduleResolution": "node10", "target": "es2022", "lib": ["es2022", "dom", "dom.iterable"], "strict": true, "skipLibCheck": true, "outDir": "out",
                "types": ["node"], "typeRoots": ["{{Path.Combine(Web, "node_modules/@types")}}"]
              },
              "files": ["walk.ts"]
            }
            """
        );
        await Must("node", [Path.Combine(Web, "node_modules/typescript/bin/tsc"), "-p", "."]);

        (await Must("node", ["out/walk.js", _gateway.Address.ToString().TrimEnd('/'), School]))
            .Trim()
            .Should()
            .Be("Verified issue-state-conflict");
    }

    [Fact]
    public async Task CSharp_GeneratedByKiotaAndCompiled_WalksFromSigningInToAVerifiedRectification()
    {
        await Spring();
        await Must("dotnet", ["tool", "restore"], Sources.Root);
        await Must(
            "dotnet",
            [
                "kiota",
                "generate",
                "-l",
                "CSharp",
                "-d",
                Path.Combine(_folder, "openapi.json"),
                "-c",
                "SupervisionClient",
                "-n",
                "Supervision.Client",
                "-o",
                Path.Combine(_folder, "kiota"),
                "--clean-output",
            ],
            Sources.Root
        );

        var walk = Compile().GetType("Walk")!.GetMethod("Go", BindingFlags.Public | BindingFlags.Static)!;
        (await (Task<string>)walk.Invoke(null, [_gateway.Address.ToString().TrimEnd('/'), School])!)
            .Should()
            .Be("Verified IssueStateConflict");
    }

    /// <summary>The morning after a visit, in Deqing.</summary>
    private async Task Spring()
    {
        using var city = await Person.ByCookie(_gateway, "city");
        (
            await city.Import([
                Upload.Some("counties", row => row.Contains("330521", StringComparison.Ordinal)),
                Upload.Some("inspectors", row => row.StartsWith("督学-330521-01", StringComparison.Ordinal)),
                Upload.Some("schools", row => row.StartsWith(School, StringComparison.Ordinal)),
                Upload.Some("assignments", row => row.Contains(School, StringComparison.Ordinal)),
            ])
        )
            .Failed.Should()
            .Be(0);
        await city.AdvanceTo("2026-04-02 11:00");
    }

    private Assembly Compile()
    {
        var parsing = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NETCOREAPP3_1_OR_GREATER"]);
        var sources = Directory
            .EnumerateFiles(Path.Combine(_folder, "kiota"), "*.cs", SearchOption.AllDirectories)
            .Append(Path.Combine(AppContext.BaseDirectory, "clients/Walk.cs.txt"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "supervision-client",
            sources.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parsing, file)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        result
            .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Take(5)
            .Select(diagnostic => diagnostic.ToString())
            .Should()
            .BeEmpty();
        return Assembly.Load(assembly.ToArray());
    }

    private async Task<string> Must(string program, string[] arguments, string? folder = null)
    {
        var (code, said) = await Run(program, arguments, folder);
        code.Should().Be(0, said);
        return said;
    }

    /// <summary>A tool as it comes, kept from telling anybody that it runs.</summary>
    private async Task<(int Code, string Said)> Run(string program, string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var (name, value) in new[]
            {
                ("REDOCLY_TELEMETRY", "off"),
                ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
                ("KIOTA_OFFLINE_ENABLED", "true"),
                ("KIOTA_TELEMETRY_OPTOUT", "1"),
                ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
                ("NO_COLOR", "1"),
            }
        )
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);
        var said = await output;
        return (process.ExitCode, said.Length > 0 && process.ExitCode == 0 ? said : said + await errors);
    }
}
