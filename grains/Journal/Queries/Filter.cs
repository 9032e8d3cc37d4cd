using System.Globalization;

namespace Supervision.Journal.Queries;

/// <summary>Conditions that all must hold, in SQL both stores understand, and the values of their parameters <c>$1</c>, <c>$2</c>, ….</summary>
internal sealed class Filter
{
    private readonly List<string> _conditions = ["true"];
    private readonly List<object> _values = [];

    public string Where => string.Join(" and ", _conditions);

    /// <summary>Text, integers, days and instants.</summary>
    public IReadOnlyList<object> Values => _values;

    public static Filter Of(IssueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        DemandPage(query.Take);
        var filter = new Filter();
        if (query.CountyPrefix is { Length: > 0 } prefix)
            filter.Add($"county >= {filter.Value(prefix)} and county < {filter.Value(CountyRange.After(prefix))}");
        if (query.States is { } states)
            filter.Add(states.Count == 0 ? "false" : $"state in ({string.Join(", ", states.Select(filter.Value))})");
        if (query.Severity is { } severity)
            filter.Add($"severity = {filter.Value(severity)}");
        if (query.CategoryPrefix is { Length: > 0 } category)
            filter.Add($"substr(category, 1, {filter.Value(category.EnumerateRunes().Count())}) = {filter.Value(category)}");
        if (query.Stream is { } stream)
            filter.Add($"stream = {filter.Value(stream)}");
        if (query.Inspector is { } inspector)
            filter.Add($"inspector = {filter.Value(inspector)}");
        if (query.WithoutStreams is { Count: > 0 } left)
            filter.Add($"stream not in ({string.Join(", ", left.Select(filter.Value))})");
        if (query.OpenOnly)
            filter.Add("closed_at is null");
        if (query.DueBefore is { } day)
            filter.Add($"due_on < {filter.Value(day)}");
        return filter;
    }

    public static Filter Of(DocumentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        DemandPage(query.Take);
        var filter = new Filter();
        filter.Add($"county = {filter.Value(query.County)}");
        if (query.Year is { } year)
            filter.Add($"year = {filter.Value(year)}");
        if (query.Kind is { } kind)
            filter.Add($"kind = {filter.Value(kind)}");
        return filter;
    }

    public static Filter Of(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        DemandPage(query.Take);
        var filter = new Filter();
        if (query.Chain is { } chain)
            filter.Add($"chain = {filter.Value(chain)}");
        if (query.Who is { } who)
            filter.Add($"who = {filter.Value(who)}");
        if (query.Action is { Length: > 0 } action)
            filter.Add($"substr(action, 1, {filter.Value(action.EnumerateRunes().Count())}) = {filter.Value(action)}");
        if (query.Target is { Length: > 0 } target)
            filter.Add($"substr(target, 1, {filter.Value(target.EnumerateRunes().Count())}) = {filter.Value(target)}");
        if (query.Result != AuditResult.None)
            filter.Add($"result = {filter.Value(query.Result.ToString())}");
        if (query.From is { } from)
            filter.Add($"at >= {filter.Value(from)}");
        if (query.To is { } to)
            filter.Add($"at < {filter.Value(to)}");
        return filter;
    }

    /// <summary>Order and end of a page of audit entries.</summary>
    public string Page(AuditQuery query)
    {
        if (query.After is { } after)
        {
            var (at, chain) = (Value(after.At), Value(after.Chain));
            Add($"at <= {at} and (at < {at} or chain > {chain} or (chain = {chain} and sequence < {Value(after.Sequence)}))");
        }

        return $"{Where} order by at desc, chain, sequence desc limit {Value(query.Take)}";
    }

    /// <summary>Order and end of a page of issues.</summary>
    public string Page(IssueQuery query)
    {
        if (query.After is { } after)
        {
            var at = Value(after.OpenedAt);
            Add($"opened_at <= {at} and (opened_at < {at} or (stream, number) > ({Value(after.Stream)}, {Value(after.Number)}))");
        }

        return $"{Where} order by opened_at desc, stream, number limit {Value(query.Take)}";
    }

    /// <summary>Order and end of a page of documents.</summary>
    public string Page(DocumentQuery query)
    {
        if (query.After is { } after)
            Add($"(year, kind, number) > ({Value(after.Year)}, {Value(after.Kind)}, {Value(after.Number)})");
        return $"{Where} order by year, kind, number limit {Value(query.Take)}";
    }

    private static void DemandPage(int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, 1000);
    }

    private void Add(string condition) => _conditions.Add(condition);

    private string Value(object value)
    {
        _values.Add(value);
        return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
    }
}
