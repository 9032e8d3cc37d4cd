using System.Globalization;

namespace Supervision.Journal.Channels;

/// <summary>How a delivery is read from its row.</summary>
internal sealed partial class ChannelStore
{
    private static StoredDelivery Delivery(StoredRow row) =>
        new(
            row.Number(0),
            row.Text(1),
            row.Text(2),
            row.Text(3),
            row.Text(4),
            row.Int(5),
            row.TextOrNull(6) is { } id ? Guid.Parse(id) : null,
            row.Instant(7),
            row.Int(8),
            row.InstantOrNull(9),
            row.InstantOrNull(10),
            row.InstantOrNull(11),
            row.TextOrNull(12),
            row.Bytes(13)
        );

    private static string Parameter(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);
}
