using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api.Examples;

/// <summary>The example of every operation is sent, and answered as the document says.</summary>
public sealed class ExampleTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_TYPES") is { Length: > 0 };

    private static readonly Dictionary<string, string> Accounts = new()
    {
        ["office"] = "county-330521",
        ["director"] = "director-330521",
        ["committee-office"] = "committee-office-330521",
        ["committee"] = "committee-330521",
        ["inspector"] = "inspector-330521-01",
        ["school"] = "unit-2133901815",
        ["intake"] = "intake-330521",
        ["city"] = "city",
        ["province"] = "province",
        ["admin"] = "admin",
        ["security"] = "security",
        ["audit"] = "audit",
    };

    /// <summary>Operations whose example is refused: what they need is not to be had in a story.</summary>
    private static readonly string[] Refused =
    [
        "createAdministrators",
        "loadDemonstration",
        "signInWithPasskey",
        "addPasskey",
        "removePasskey",
        "resendDelivery",
    ];

    [Fact]
    public async Task Examples_OfEveryOperation_AreAnsweredAsTheDocumentSays()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        var people = new Dictionary<string, Person> { ["nobody"] = Person.Nobody(gateway) };
        foreach (var (name, account) in Accounts)
            people[name] = await Person.ByToken(gateway, account);
        var document = new ApiDocumentText((await people["nobody"].Get("/openapi/v1.json")).Node);
        var tell = new Teller(document, people, Update);

        await new Story(tell, gateway, people).Tell();

        foreach (var person in people.Values)
            person.Dispose();
        var lacking = document
            .Operations.Where(operation => !tell.Told.ContainsKey(operation.Id))
            .Select(operation => $"{operation.Method} {operation.Path} ({operation.Id})");
        string.Join('\n', lacking)
            .Should()
            .BeEmpty("each operation has its line in Api/Examples/Story.cs, and npm run types writes its example");
        string.Join('\n', tell.Wrong).Should().BeEmpty();
        tell.Told.Where(told => told.Value >= 400)
            .Select(told => told.Key)
            .Should()
            .BeEquivalentTo(Refused, "an example is answered, unless nothing can be");
    }
}
