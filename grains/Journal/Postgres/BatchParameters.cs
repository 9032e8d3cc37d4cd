using System.Collections;
using Npgsql;
using NpgsqlTypes;

namespace Supervision.Journal.Postgres;

/// <summary>
/// The columns of a batch as the arrays <see cref="BatchStatement"/> unnests, in its order; the plain one knows only those before
/// casework. Reused from batch to batch.
/// </summary>
internal sealed class BatchParameters
{
    private readonly List<int> _position;
    private readonly List<string> _stream;
    private readonly List<long> _expected;
    private readonly List<long> _version;
    private readonly List<string> _county;
    private readonly List<string?> _inspector;
    private readonly List<DateTime?> _nextDue;
    private readonly List<ReadOnlyMemory<byte>> _summary;
    private readonly List<Guid?> _opId;
    private readonly List<byte[]?> _fingerprint;
    private readonly List<DateTime?> _answeredAt;
    private readonly List<byte[]?> _body;
    private readonly List<byte[]> _previous;
    private readonly List<byte[]> _link;
    private readonly List<byte[]> _seal;
    private readonly List<byte[]?> _receiptSeal;

    private readonly List<int> _eventPosition;
    private readonly List<string> _eventStream;
    private readonly List<long> _eventVersion;
    private readonly List<string> _eventKind;
    private readonly List<DateTime> _eventEffective;
    private readonly List<DateTime> _eventRecorded;
    private readonly List<string> _eventActor;
    private readonly List<Guid?> _eventOpId;
    private readonly List<ReadOnlyMemory<byte>> _eventPayload;
    private readonly List<byte[]> _eventLink;
    private readonly List<string?> _eventEffects;

    private readonly List<int> _alertPosition;
    private readonly List<string> _alertId;
    private readonly List<string> _alertStream;
    private readonly List<string> _alertCounty;
    private readonly List<string> _alertKind;
    private readonly List<string> _alertRecipients;
    private readonly List<DateTime> _alertEffective;
    private readonly List<DateTime> _alertDetected;
    private readonly List<DateTime?> _alertResolved;
    private readonly List<ReadOnlyMemory<byte>> _alertPayload;
    private readonly List<byte[]> _alertSeal;
    private readonly List<byte[]?> _alertResolvedSeal;
    private readonly List<string?> _alertResolvedReason;

    private readonly List<int> _resolvedPosition;
    private readonly List<string> _resolvedId;
    private readonly List<DateTime> _resolvedAt;
    private readonly List<byte[]> _resolvedSeal;
    private readonly List<string?> _resolvedReason;

    private readonly List<string?> _eventVisitor;

    private readonly CaseworkColumns _casework;
    private readonly List<(IList Values, Func<NpgsqlParameter> Parameter)> _columns = [];
    private readonly int _plainColumns;

    public BatchParameters()
    {
        _position = Column<int>(NpgsqlDbType.Integer);
        _stream = Column<string>(NpgsqlDbType.Text);
        _expected = Column<long>(NpgsqlDbType.Bigint);
        _version = Column<long>(NpgsqlDbType.Bigint);
        _county = Column<string>(NpgsqlDbType.Text);
        _inspector = Column<string?>(NpgsqlDbType.Text);
        _nextDue = Column<DateTime?>(NpgsqlDbType.TimestampTz);
        _summary = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _opId = Column<Guid?>(NpgsqlDbType.Uuid);
        _fingerprint = Column<byte[]?>(NpgsqlDbType.Bytea);
        _answeredAt = Column<DateTime?>(NpgsqlDbType.TimestampTz);
        _body = Column<byte[]?>(NpgsqlDbType.Bytea);
        _previous = Column<byte[]>(NpgsqlDbType.Bytea);
        _link = Column<byte[]>(NpgsqlDbType.Bytea);
        _seal = Column<byte[]>(NpgsqlDbType.Bytea);
        _receiptSeal = Column<byte[]?>(NpgsqlDbType.Bytea);

        _eventPosition = Column<int>(NpgsqlDbType.Integer);
        _eventStream = Column<string>(NpgsqlDbType.Text);
        _eventVersion = Column<long>(NpgsqlDbType.Bigint);
        _eventKind = Column<string>(NpgsqlDbType.Text);
        _eventEffective = Column<DateTime>(NpgsqlDbType.TimestampTz);
        _eventRecorded = Column<DateTime>(NpgsqlDbType.TimestampTz);
        _eventActor = Column<string>(NpgsqlDbType.Text);
        _eventOpId = Column<Guid?>(NpgsqlDbType.Uuid);
        _eventPayload = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _eventLink = Column<byte[]>(NpgsqlDbType.Bytea);
        _eventEffects = Column<string?>(NpgsqlDbType.Text);

        _alertPosition = Column<int>(NpgsqlDbType.Integer);
        _alertId = Column<string>(NpgsqlDbType.Text);
        _alertStream = Column<string>(NpgsqlDbType.Text);
        _alertCounty = Column<string>(NpgsqlDbType.Text);
        _alertKind = Column<string>(NpgsqlDbType.Text);
        _alertRecipients = Column<string>(NpgsqlDbType.Text);
        _alertEffective = Column<DateTime>(NpgsqlDbType.TimestampTz);
        _alertDetected = Column<DateTime>(NpgsqlDbType.TimestampTz);
        _alertResolved = Column<DateTime?>(NpgsqlDbType.TimestampTz);
        _alertPayload = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _alertSeal = Column<byte[]>(NpgsqlDbType.Bytea);
        _alertResolvedSeal = Column<byte[]?>(NpgsqlDbType.Bytea);
        _alertResolvedReason = Column<string?>(NpgsqlDbType.Text);

        _resolvedPosition = Column<int>(NpgsqlDbType.Integer);
        _resolvedId = Column<string>(NpgsqlDbType.Text);
        _resolvedAt = Column<DateTime>(NpgsqlDbType.TimestampTz);
        _resolvedSeal = Column<byte[]>(NpgsqlDbType.Bytea);
        _resolvedReason = Column<string?>(NpgsqlDbType.Text);

        _eventVisitor = Column<string?>(NpgsqlDbType.Text);

        _plainColumns = _columns.Count;
        _casework = new CaseworkColumns(this);
    }

    /// <summary>Its parameters are filled by every <see cref="Fill"/>.</summary>
    public NpgsqlCommand Plain(NpgsqlConnection connection) => Command(BatchStatement.Plain, _plainColumns, connection);

    /// <inheritdoc cref="Plain"/>
    public NpgsqlCommand Full(NpgsqlConnection connection) => Command(BatchStatement.Full, _columns.Count, connection);

    public void Fill(IReadOnlyList<PendingAppend> batch)
    {
        foreach (var (values, _) in _columns)
            values.Clear();
        for (var position = 0; position < batch.Count; position++)
            Add(position, batch[position].Sealed);
    }

    /// <summary>The next parameter; only while this is being built.</summary>
    public List<T> Column<T>(NpgsqlDbType element)
    {
        var values = new List<T>();
        _columns.Add((values, () => new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element }));
        return values;
    }

    private NpgsqlCommand Command(string text, int columns, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var (_, parameter) in _columns.Take(columns))
            command.Parameters.Add(parameter());
        return command;
    }

    private void Add(int position, SealedAppend sealing)
    {
        var append = sealing.Append;
        AddHead(position, sealing);
        for (var i = 0; i < append.Events.Count; i++)
            AddEvent(position, sealing, i);
        for (var i = 0; i < append.Alerts.Count; i++)
            AddAlert(position, sealing, i);
        for (var i = 0; i < append.ResolvedAlerts.Count; i++)
        {
            _resolvedPosition.Add(position);
            _resolvedId.Add(append.ResolvedAlerts[i].Id);
            _resolvedAt.Add(append.ResolvedAt().UtcDateTime);
            _resolvedSeal.Add(sealing.Resolved[i]);
            _resolvedReason.Add(append.ResolvedAlerts[i].Reason);
        }

        _casework.Add(position, sealing);
    }

    private void AddHead(int position, SealedAppend sealing)
    {
        var append = sealing.Append;
        _position.Add(position);
        _stream.Add(append.Stream);
        _expected.Add(append.ExpectedVersion);
        _version.Add(append.Head.Version);
        _county.Add(append.Head.County);
        _inspector.Add(append.Head.Inspector);
        _nextDue.Add(append.Head.NextDueAt?.UtcDateTime);
        _summary.Add(append.Head.Summary);
        _opId.Add(append.Receipt?.OpId);
        _fingerprint.Add(append.Receipt?.Fingerprint.ToArray());
        _answeredAt.Add(append.Receipt?.At.UtcDateTime);
        _body.Add(append.Receipt?.Body.ToArray());
        _previous.Add(sealing.Previous);
        _link.Add(sealing.Link);
        _seal.Add(sealing.Head);
        _receiptSeal.Add(sealing.Receipt);
    }

    private void AddEvent(int position, SealedAppend sealing, int index)
    {
        var append = sealing.Append;
        var next = append.Events[index];
        _eventPosition.Add(position);
        _eventStream.Add(append.Stream);
        _eventVersion.Add(append.ExpectedVersion + 1 + index);
        _eventKind.Add(next.Kind);
        _eventEffective.Add(next.EffectiveAt.UtcDateTime);
        _eventRecorded.Add(next.RecordedAt.UtcDateTime);
        _eventActor.Add(next.Actor);
        _eventOpId.Add(append.Receipt?.OpId);
        _eventPayload.Add(next.Payload);
        _eventLink.Add(sealing.Links[index]);
        _eventEffects.Add(sealing.EffectsOf(index));
        _eventVisitor.Add(next.Visitor);
    }

    private void AddAlert(int position, SealedAppend sealing, int index)
    {
        var append = sealing.Append;
        var alert = append.Alerts[index];
        _alertPosition.Add(position);
        _alertId.Add(alert.Id);
        _alertStream.Add(append.Stream);
        _alertCounty.Add(append.Head.County);
        _alertKind.Add(alert.Kind);
        // Arrays of arrays must be rectangular; actor keys have no line breaks.
        _alertRecipients.Add(string.Join('\n', alert.Recipients));
        _alertEffective.Add(alert.EffectiveAt.UtcDateTime);
        _alertDetected.Add(alert.DetectedAt.UtcDateTime);
        _alertResolved.Add(append.ResolvedAt(alert)?.UtcDateTime);
        _alertPayload.Add(alert.Payload);
        _alertSeal.Add(sealing.Alerts[index]);
        _alertResolvedSeal.Add(sealing.ResolvedSeal(alert));
        _alertResolvedReason.Add(append.Resolving(alert)?.Reason);
    }
}
