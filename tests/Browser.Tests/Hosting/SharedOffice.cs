namespace Supervision.Browser.Tests.Hosting;

/// <summary>The office of all tests that leave the clock and the process alone.</summary>
[CollectionDefinition(nameof(SharedOffice))]
public sealed class SharedOffice : Office, ICollectionFixture<SharedOffice>;
