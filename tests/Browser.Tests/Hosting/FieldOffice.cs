namespace Supervision.Browser.Tests.Hosting;

/// <summary>An office whose clock runs like a real one, as phones expect. Tests that share it keep to units of their own.</summary>
public sealed class FieldOffice : Office
{
    public const string Inspector = "inspector-330521-01";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Api.SetSpeed(1);
    }
}

[CollectionDefinition(nameof(FieldCollection))]
public sealed class FieldCollection : ICollectionFixture<FieldOffice>;
