namespace Supervision.Browser.Tests.Hosting;

/// <summary>An office on 2 April 2026: March is over and mostly missed, so there are alerts, and issues may be opened. The clock stays.</summary>
[CollectionDefinition(nameof(BusyOffice))]
public sealed class BusyOffice : Office, ICollectionFixture<BusyOffice>
{
    public static readonly DateTimeOffset Morning = new(2026, 4, 2, 10, 0, 0, TimeSpan.FromHours(8));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Api.AdvanceTo(Morning);
    }
}
