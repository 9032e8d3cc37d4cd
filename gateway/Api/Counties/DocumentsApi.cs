using System.ComponentModel.DataAnnotations;

namespace Supervision.Gateway.Api.Counties;

/// <summary>The register of a county's numbered papers (文号登记).</summary>
public static class DocumentsApi
{
    /// <param name="Id">Within the unit, e.g. <c>circular:1</c>.</param>
    /// <param name="UnitName">Null when the unit is of another county by now.</param>
    /// <param name="Number">As printed, e.g. <c>德清县教督通〔2026〕3号</c>.</param>
    public sealed record DocumentRowView(
        string Unit,
        string? UnitName,
        string Id,
        DocumentKind Kind,
        Text Name,
        int Year,
        int No,
        string Number,
        DateTimeOffset IssuedAt
    );

    /// <param name="Next">To be sent as <c>after</c> for the next page; null on the last one.</param>
    public sealed record DocumentListView(string? Next, IReadOnlyList<DocumentRowView> Documents);

    public static void MapDocuments(this RouteGroupBuilder api) =>
        api.MapGet("/counties/{code}/documents", Read)
            .WithTags("文书 Documents")
            .Says<DocumentListView>("文号登记：按年份、文种、序号 / The numbered papers of a county, by year, kind and number")
            .MayAsk(May.ReadOffice, Within.County);

    private static async Task<IResult> Read(
        string code,
        IClusterClient cluster,
        [Range(2000, 2199)] int? year = null,
        DocumentKind? kind = null,
        string? after = null,
        [Range(1, IssueListParameters.LongestPage)] int take = 100
    )
    {
        var (name, objection) = await IssueListsApi.NameOf(Keys.County(code), cluster);
        if (name is null)
            return Answers.Refuse(objection!);
        DocumentCursor? from = null;
        if (after is not null && (from = PageCursor.Document(after)) is null)
            return Answers.Refuse(PageCursor.Invalid());
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var page = await directory.Documents(new(code, year, kind ?? DocumentKind.None, from, take));
        var names = page.Documents.IsEmpty ? [] : (await directory.Units(code)).ToDictionary(unit => unit.Unit, unit => unit.Name);
        return TypedResults.Ok(
            new DocumentListView(
                page.Next is { } next ? PageCursor.Of(next) : null,
                [
                    .. page.Documents.Select(document => new DocumentRowView(
                        document.Unit,
                        names.GetValueOrDefault(document.Unit),
                        document.Document.Id,
                        document.Document.Kind,
                        CaseWords.Of(document.Document.Kind),
                        document.Year,
                        document.No,
                        document.Document.Number,
                        document.Document.IssuedAt
                    )),
                ]
            )
        );
    }
}
