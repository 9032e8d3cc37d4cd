namespace Supervision.Gateway.Api.Counties;

/// <summary>Lists that leave the system: long ones take a second person of the county.</summary>
internal static class BulkExport
{
    /// <summary>The number of the approval under which a long list is exported.</summary>
    public const string ApprovalQuery = "approval";

    private static readonly string[] Files = ["issues.xlsx", "issues.docx"];

    public static RouteHandlerBuilder Exports(this RouteHandlerBuilder endpoint) =>
        endpoint
            .MayAsk(May.ExportIssues, Within.County)
            .WithDescription(
                $"超过 {ApprovalRules.FreeRows} 项须先经本县另一人审批，再以 ?approval=编号 导出一次。 / More than {ApprovalRules.FreeRows} rows need another person's approval, and then ?approval=number, once."
            );

    /// <summary>Null when the list may leave: it is short, or its approval is used up now.</summary>
    public static async Task<Refusal?> Objection(string county, int rows, int? approval, HttpContext context, IClusterClient cluster)
    {
        if (rows <= ApprovalRules.FreeRows)
            return null;
        var subject = SubjectOf(context.Request.Path.Value![(context.Request.Path.Value!.LastIndexOf('/') + 1)..], context.Request.Query);
        if (approval is not { } no)
            return ApprovalRefusals.Required(rows, subject);
        var use = new Submission<CountyCommand>(
            Guid.CreateVersion7(),
            default,
            Caller.Of(context.User).Actor,
            new UseApproval(no, ApprovalKind.BulkExport, subject)
        );
        return (await cluster.GetGrain<ICountyGrain>(Keys.County(county)).Execute(use)).Refusal;
    }

    /// <summary>A subject as it is compared: the file and its filter, in one order; null when it is no list that can be exported.</summary>
    /// <param name="asked">e.g. <c>issues.xlsx?severity=Serious</c>.</param>
    public static string? Subject(string asked)
    {
        var mark = asked.IndexOf('?', StringComparison.Ordinal);
        var file = mark < 0 ? asked : asked[..mark];
        var query = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(mark < 0 ? "" : asked[mark..]));
        var isFilter = query.Keys.All(key => IssueFilterParameters.Names.Contains(key, StringComparer.OrdinalIgnoreCase));
        return isFilter && Files.Contains(file) ? SubjectOf(file, query) : null;
    }

    public static Refusal SubjectInvalid() => ApprovalRefusals.SubjectInvalid(string.Join(" | ", Files.Select(file => file + "?…")));

    private static string SubjectOf(string file, IQueryCollection query)
    {
        var filter = query
            .Where(each => !each.Key.Equals(ApprovalQuery, StringComparison.OrdinalIgnoreCase))
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .SelectMany(each =>
                each.Value.Order(StringComparer.Ordinal)
                    .Select(value => $"{Uri.EscapeDataString(each.Key)}={Uri.EscapeDataString(value ?? "")}")
            )
            .ToList();
        return filter.Count == 0 ? file : $"{file}?{string.Join('&', filter)}";
    }
}
