using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Supervision.Gateway.Tests.Hosting.Springs))]

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>
/// A sandbox with the Huzhou roster on 10 April 2026, 10:00: nobody was visited in March, whose grace is over. One for each
/// store, shared by tests that leave the clock alone and keep to schools of their own.
/// </summary>
public sealed class Spring : IAsyncDisposable
{
    /// <summary>Schools of Wuxing by inspector, ten inspectors with five or so each: <c>2133901746</c> and on.</summary>
    public const string Inspector = "督学-330502-01";

    public const string InspectorPath = "%E7%9D%A3%E5%AD%A6-330502-01";

    public required TestGateway Gateway { get; init; }

    public required Person Inspecting { get; init; }

    public required Person County { get; init; }

    public required Person City { get; init; }

    public required Person Admin { get; init; }

    public static async Task<Spring> Begin(StoreUnderTest store)
    {
        var gateway = await TestGateway.Start(store);
        var spring = new Spring
        {
            Gateway = gateway,
            Inspecting = await Person.ByToken(gateway, "inspector-330502-01"),
            County = await Person.ByCookie(gateway, "county-330502"),
            City = await Person.ByCookie(gateway, "city"),
            Admin = await Person.ByToken(gateway, "admin"),
        };
        (await spring.City.Import(Upload.Huzhou)).Failed.Should().Be(0);
        await spring.City.AdvanceTo("2026-04-10 10:00");
        return spring;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in new[] { Inspecting, County, City, Admin })
            person.Dispose();
        await Gateway.DisposeAsync();
    }
}

/// <summary>Begun when first asked for.</summary>
public sealed class Springs : IAsyncDisposable
{
    private readonly ConcurrentDictionary<StoreUnderTest, Lazy<Task<Spring>>> _begun = new();

    public Task<Spring> On(StoreUnderTest store) => _begun.GetOrAdd(store, asked => new(() => Spring.Begin(asked))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var spring in _begun.Values)
            await (await spring.Value).DisposeAsync();
    }
}
