namespace Supervision.Rules.Counties;

/// <summary>Areas of a county in words.</summary>
public static class AreaWords
{
    /// <summary>An area in words: <c>zone/03</c> is zone 03, <c>town/330521100</c> the town.</summary>
    public static Text Of(string area) =>
        area.StartsWith(Zones.ZonePrefix, StringComparison.Ordinal)
            ? new($"责任区 {area[Zones.ZonePrefix.Length..]}", $"zone {area[Zones.ZonePrefix.Length..]}")
            : new($"乡镇（街道）{area[Zones.TownPrefix.Length..]}", $"town {area[Zones.TownPrefix.Length..]}");
}
