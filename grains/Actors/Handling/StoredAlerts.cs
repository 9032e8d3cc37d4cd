namespace Supervision.Actors.Handling;

/// <summary>Alerts as the journal keeps them, and as people read them.</summary>
internal static class StoredAlerts
{
    public static AlertView View(StoredAlert stored)
    {
        var alert = RulesJson.Read<Alert>(stored.Payload.Span);
        var ending = AlertEndings.Parse(stored.ResolvedReason);
        return new(
            stored.Sequence,
            stored.Id,
            stored.Kind,
            stored.Stream,
            alert.UnitName,
            stored.County,
            [.. stored.Recipients],
            alert.Text,
            stored.EffectiveAt,
            stored.DetectedAt,
            stored.ResolvedAt,
            stored.AcknowledgedAt,
            stored.AcknowledgedBy
        )
        {
            Ending = ending,
            EndedBecause = ending is { } known ? AlertEndings.Say(known) : null,
            Asks = AlertKinds.Of(stored.Kind).Asks,
        };
    }

    public static NewAlert Store(Alert alert) =>
        new(alert.Id, alert.Kind, alert.Recipients, alert.EffectiveAt, alert.DetectedAt, RulesJson.Write(alert));

    /// <summary>An alert whose cause was annulled.</summary>
    public static ResolvedAlert Annulled(string id) => Store(new AlertEnd(id, AlertEnding.Annulled));

    public static ResolvedAlert Store(AlertEnd end) => new(end.Id, end.Reason);
}
