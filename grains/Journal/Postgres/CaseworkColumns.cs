using NpgsqlTypes;

namespace Supervision.Journal.Postgres;

/// <summary>The columns of a batch's documents and issues, after all others.</summary>
internal sealed class CaseworkColumns(BatchParameters batch)
{
    private readonly List<int> _documentPosition = batch.Column<int>(NpgsqlDbType.Integer);
    private readonly List<string> _documentStream = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<string> _documentId = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<string> _documentCounty = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<int> _documentYear = batch.Column<int>(NpgsqlDbType.Integer);
    private readonly List<string> _documentKind = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<long> _documentVersion = batch.Column<long>(NpgsqlDbType.Bigint);
    private readonly List<DateTime> _documentIssued = batch.Column<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly List<byte[]> _documentHalf = batch.Column<byte[]>(NpgsqlDbType.Bytea);

    private readonly List<int> _issuePosition = batch.Column<int>(NpgsqlDbType.Integer);
    private readonly List<string> _issueStream = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<int> _issueNumber = batch.Column<int>(NpgsqlDbType.Integer);
    private readonly List<string> _issueCounty = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<string?> _issueInspector = batch.Column<string?>(NpgsqlDbType.Text);
    private readonly List<string> _issueState = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<string> _issueSeverity = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<string> _issueCategory = batch.Column<string>(NpgsqlDbType.Text);
    private readonly List<DateTime> _issueOpened = batch.Column<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly List<DateOnly?> _issueDue = batch.Column<DateOnly?>(NpgsqlDbType.Date);
    private readonly List<DateTime?> _issueClosed = batch.Column<DateTime?>(NpgsqlDbType.TimestampTz);
    private readonly List<ReadOnlyMemory<byte>> _issuePayload = batch.Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
    private readonly List<byte[]> _issueSeal = batch.Column<byte[]>(NpgsqlDbType.Bytea);

    public void Add(int position, SealedAppend sealing)
    {
        var append = sealing.Append;
        for (var i = 0; i < append.Documents.Count; i++)
            AddDocument(position, append, append.Documents[i], sealing.Documents[i]);
        for (var i = 0; i < append.Issues.Count; i++)
            AddIssue(position, append, append.Issues[i], sealing.Issues[i]);
    }

    private void AddDocument(int position, Append append, NewDocument document, byte[] half)
    {
        _documentPosition.Add(position);
        _documentStream.Add(append.Stream);
        _documentId.Add(document.Id);
        _documentCounty.Add(append.Head.County);
        _documentYear.Add(document.Year);
        _documentKind.Add(document.Kind);
        _documentVersion.Add(append.Head.Version);
        _documentIssued.Add(append.Events[^1].RecordedAt.UtcDateTime);
        _documentHalf.Add(half);
    }

    private void AddIssue(int position, Append append, IssueRow issue, byte[] seal)
    {
        _issuePosition.Add(position);
        _issueStream.Add(append.Stream);
        _issueNumber.Add(issue.Number);
        _issueCounty.Add(append.Head.County);
        _issueInspector.Add(append.Head.Inspector);
        _issueState.Add(issue.State);
        _issueSeverity.Add(issue.Severity);
        _issueCategory.Add(issue.Category);
        _issueOpened.Add(issue.OpenedAt.UtcDateTime);
        _issueDue.Add(issue.DueOn);
        _issueClosed.Add(issue.ClosedAt?.UtcDateTime);
        _issuePayload.Add(issue.Payload);
        _issueSeal.Add(seal);
    }
}
