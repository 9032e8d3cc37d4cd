using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Supervision.Journal.Opening;

/// <summary>Claims a store for the installation's secret at start, and seals, once, what an older version of this program wrote.</summary>
public static class OldRows
{
    /// <summary>Holds what tells this secret from others.</summary>
    public const string CheckFact = "seal";

    /// <summary>When rows written without seals were sealed, and how many events there were; absent in a store that was always sealed.</summary>
    public const string SealedFact = "sealed-afterwards";

    /// <exception cref="WrongSecretException">The store was sealed under another secret.</exception>
    public static void Prepare(JournalOptions options, Seals seals, DateTimeOffset now)
    {
        using DbConnection connection = options.SqliteFile is { } file
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString)
            : PostgresConnections.OpenAlone(
                new NpgsqlConnectionStringBuilder(options.PostgresConnectionString) { CommandTimeout = 0 }.ConnectionString,
                SessionUse.Migration
            );
        if (connection is SqliteConnection)
            connection.Open();
        using var transaction = connection.BeginTransaction();
        var work = new OldRowsWork(connection, transaction, seals);
        switch (work.Fact(CheckFact))
        {
            case { } standing when standing == seals.CheckValue:
                return;
            case not null:
                throw new WrongSecretException(
                    "The data was sealed under another secret (Supervision__Secret, or the file secret.key in the data folder). Start with that one; nothing was changed."
                );
            case null when work.HasSeals:
                throw new WrongSecretException(
                    $"The data is sealed, but the fact '{CheckFact}' that says under which secret is gone: somebody removed it. Nothing was changed; restore a backup."
                );
        }

        var events = work.Seal();
        work.SetFact(CheckFact, seals.CheckValue);
        if (events > 0)
            work.SetFact(
                SealedFact,
                string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {events} events")
            );
        transaction.Commit();
    }
}

internal sealed class OldRowsWork(DbConnection connection, DbTransaction transaction, Seals seals)
{
    public bool HasSeals =>
        Rows("select count(*) from (select 1 as one from journal_events where mac is not null limit 1) as s", row => row.Number(0))[0] > 0;

    public string? Fact(string name) => Rows("select value from journal_facts where name = $1", row => row.Text(0), name).FirstOrDefault();

    public void SetFact(string name, string value) =>
        Execute("insert into journal_facts (name, value, seal) values ($1, $2, $3)", name, value, seals.Fact(name, value));

    /// <returns>Events sealed.</returns>
    public long Seal()
    {
        var events = 0L;
        foreach (
            var head in Rows(
                "select stream, version, county, inspector, next_due_at, summary from journal_heads order by stream",
                row => new Head(row.Text(0), row.Number(1), row.Text(2), row.TextOrNull(3), row.InstantOrNull(4), row.Bytes(5))
            )
        )
            events += Seal(head);
        foreach (
            var (stream, receipt) in Rows(
                "select stream, op_id, fingerprint, answered_at, body from journal_receipts",
                row => (row.Text(0), new Receipt(row.IdOrNull(1)!.Value, row.Bytes(2), row.Instant(3), row.Bytes(4)))
            )
        )
            Execute(
                "update journal_receipts set seal = $1 where stream = $2 and op_id = $3",
                seals.Receipt(stream, receipt),
                stream,
                receipt.OpId
            );
        foreach (
            var file in Rows(
                "select stream, hash, county, media_type, size, file_name, uploaded_by, uploaded_at from journal_evidence",
                row => new StoredEvidence(
                    row.Text(0),
                    row.Text(1),
                    row.Text(2),
                    row.Text(3),
                    row.Number(4),
                    row.TextOrNull(5),
                    row.Text(6),
                    row.Instant(7)
                )
            )
        )
            Execute("update journal_evidence set seal = $1 where stream = $2 and hash = $3", seals.Evidence(file), file.Stream, file.Hash);
        foreach (var (name, value) in Rows("select name, value from journal_facts", row => (row.Text(0), row.Text(1))))
            Execute("update journal_facts set seal = $1 where name = $2", seals.Fact(name, value), name);
        foreach (var (scope, epoch) in Rows("select scope, epoch from journal_epochs", row => (row.Text(0), row.Number(1))))
            Execute("update journal_epochs set seal = $1 where scope = $2", Seals.Numbered(seals.Epoch(scope), epoch), scope);
        return events;
    }

    /// <summary>One stream; its newest event adopts the rows that no event names.</summary>
    private long Seal(Head head)
    {
        var effects = new StringBuilder();
        SealAlerts(head.Stream, effects);
        SealDocuments(head.Stream, effects);
        SealIssues(head.Stream, effects);
        var link = Seals.Genesis;
        var sealedEvents = 0L;
        foreach (
            var next in Rows(
                "select stream, version, kind, effective_at, recorded_at, actor, op_id, payload from journal_events where stream = $1 order by version",
                row => new StoredEvent(
                    row.Text(0),
                    row.Number(1),
                    row.Text(2),
                    row.Instant(3),
                    row.Instant(4),
                    row.Text(5),
                    row.IdOrNull(6),
                    row.Bytes(7)
                ),
                head.Stream
            )
        )
        {
            var adopted = next.Version == head.Version && effects.Length > 0 ? effects.ToString() : null;
            link = seals.Event(
                link,
                next.Stream,
                next.Version,
                next.Kind,
                next.EffectiveAt,
                next.RecordedAt,
                next.Actor,
                next.OpId,
                adopted,
                next.Payload.Span
            );
            Execute(
                "update journal_events set mac = $1, effects = $2 where stream = $3 and version = $4",
                link,
                adopted,
                next.Stream,
                next.Version
            );
            sealedEvents++;
        }

        Execute("update journal_heads set mac = $1, seal = $2 where stream = $3", link, seals.Head(head, link), head.Stream);
        return sealedEvents;
    }

    private void SealAlerts(string stream, StringBuilder effects)
    {
        foreach (
            var (county, alert, resolved, reason) in Rows(
                "select county, id, kind, recipients, effective_at, detected_at, payload, resolved_at, resolved_reason from journal_alerts where stream = $1 order by id",
                row =>
                    (
                        row.Text(0),
                        new NewAlert(row.Text(1), row.Text(2), row.Texts(3), row.Instant(4), row.Instant(5), row.Bytes(6)),
                        row.InstantOrNull(7),
                        row.TextOrNull(8)
                    ),
                stream
            )
        )
        {
            Effects.Raised(effects, alert.Id);
            if (resolved is not null)
                Effects.Resolved(effects, alert.Id);
            Execute(
                "update journal_alerts set seal = $1, resolved_seal = $2 where id = $3",
                seals.Alert(stream, county, alert),
                resolved is { } at ? seals.Resolved(alert.Id, at, reason) : null,
                alert.Id
            );
        }
    }

    private void SealDocuments(string stream, StringBuilder effects)
    {
        foreach (
            var document in Rows(
                "select stream, id, county, year, kind, number, version, issued_at from journal_documents where stream = $1 order by id",
                row => new StoredDocument(
                    row.Text(0),
                    row.Text(1),
                    row.Text(2),
                    (int)row.Number(3),
                    row.Text(4),
                    (int)row.Number(5),
                    row.Number(6),
                    row.Instant(7)
                ),
                stream
            )
        )
        {
            Effects.Document(effects, document.Id);
            var half = seals.Document(
                stream,
                new(document.Id, document.Kind, document.Year),
                document.County,
                document.Version,
                document.IssuedAt
            );
            Execute(
                "update journal_documents set seal = $1 where stream = $2 and id = $3",
                Seals.Numbered(half, document.Number),
                stream,
                document.Id
            );
        }
    }

    private void SealIssues(string stream, StringBuilder effects)
    {
        foreach (
            var issue in Rows(
                "select number, state, severity, category, opened_at, due_on, closed_at, payload from journal_issues where stream = $1 order by number",
                row => new IssueRow(
                    (int)row.Number(0),
                    row.Text(1),
                    row.Text(2),
                    row.Text(3),
                    row.Instant(4),
                    row.DayOrNull(5),
                    row.InstantOrNull(6),
                    row.Bytes(7)
                ),
                stream
            )
        )
        {
            var seal = seals.Issue(stream, issue);
            Effects.Issue(effects, issue.Number, seal);
            Execute("update journal_issues set seal = $1 where stream = $2 and number = $3", seal, stream, issue.Number);
        }
    }

    private List<T> Rows<T>(string text, Func<StoredRow, T> record, params object?[] values)
    {
        using var command = Command(text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(record(new(reader)));
        return rows;
    }

    private void Execute(string text, params object?[] values)
    {
        using var command = Command(text, values);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string text, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every text is a constant of this assembly.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            DbParameter parameter =
                command is SqliteCommand
                    ? new SqliteParameter("$" + (i + 1), SqliteValues.Of(values[i]))
                    : new NpgsqlParameter { Value = values[i] ?? DBNull.Value };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
