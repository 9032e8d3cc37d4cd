namespace Supervision.Journal.Verifying;

/// <summary>Rows ordered by stream, taken stream by stream beside others.</summary>
internal sealed class Cursor<T> : IDisposable
{
    private readonly IEnumerator<(string Stream, T Row)> _rows;
    private bool _more;

    public Cursor(IEnumerable<(string Stream, T Row)> rows)
    {
        _rows = rows.GetEnumerator();
        _more = _rows.MoveNext();
    }

    /// <summary>The stream of the next row; null at the end.</summary>
    public string? Stream => _more ? _rows.Current.Stream : null;

    /// <summary>The rows of a stream, if it is the next.</summary>
    public IEnumerable<T> Of(string stream)
    {
        while (_more && _rows.Current.Stream == stream)
        {
            yield return _rows.Current.Row;
            _more = _rows.MoveNext();
        }
    }

    public void Dispose() => _rows.Dispose();
}
