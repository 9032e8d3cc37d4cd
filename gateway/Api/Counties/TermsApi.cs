using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Counties;

/// <summary>When a county's schools have term: its own dates, its province's, or what is assumed.</summary>
public static class TermsApi
{
    private const long MostBytes = 1024 * 1024;

    /// <param name="First">Inclusive.</param>
    /// <param name="Last">Inclusive.</param>
    public sealed record SpanBody([property: JsonRequired] DateOnly First, [property: JsonRequired] DateOnly Last);

    /// <summary>The county's own terms and breaks, all of them.</summary>
    /// <param name="Taught">First to last day of each term; a half of a school year that is not named goes by the province.</param>
    /// <param name="Breaks">Within terms, such as an autumn break; null for none.</param>
    public sealed record TermsBody([property: JsonRequired] IReadOnlyList<SpanBody> Taught, IReadOnlyList<SpanBody>? Breaks);

    public sealed record NothingBody;

    /// <param name="Own">As the county set them; null while it has none.</param>
    /// <param name="Terms">Those that ended within the last year, the present one and those of the next, each with who says so.</param>
    /// <param name="Provisional">A term of the present school year is only assumed.</param>
    public sealed record TermsView(DateOnly Today, TermsBody? Own, IReadOnlyList<SchoolTerm> Terms, bool Provisional)
    {
        public static TermsView Of(CountyOffice office) =>
            new(
                office.Today,
                office.Own is { } own ? Body(own) : null,
                office.Terms,
                office.Terms.Any(term => term.Source == TermSource.Assumed && term.Last >= office.Today)
            );
    }

    /// <param name="Terms">What the county's terms would be, or are now; null when the file can't be taken.</param>
    public sealed record TermsReading(bool DryRun, TermsBody? Terms, IReadOnlyList<Problem> Problems);

    public static void MapTerms(this RouteGroupBuilder api)
    {
        var terms = api.MapGroup("/counties/{code}/terms").WithTags("校历 Terms");
        terms
            .MapGet("", Read)
            .Says<TermsView>("本县（市、区）的学期：自定、省定或默认 / A county's terms: its own, its province's, or assumed")
            .MayAsk(May.ReadPolicies, Within.County);
        terms
            .MapPost(
                "",
                (string code, CommandRequest<TermsBody> request, IClusterClient cluster) =>
                    Execute(code, request, cluster, body => new SetTerms(Terms(body)))
            )
            .IsCommand(
                "设定本县（市、区）的学期和学期中的假期，已开始的周期不变 / Set the county's terms and the breaks within them; what has begun keeps its days"
            )
            .MayAsk(May.SetTerms, Within.County);
        terms
            .MapPost(
                "/reset",
                (string code, CommandRequest<NothingBody> request, IClusterClient cluster) =>
                    Execute(code, request, cluster, _ => new ResetTerms())
            )
            .IsCommand("放弃自定学期，恢复省定（或默认）学期 / Give the own terms up: the province's, or the assumed ones, hold again")
            .MayAsk(May.SetTerms, Within.County);
        terms
            .MapPost("/import", Import)
            .CountsAs(RequestKind.Upload)
            .Accepts<IFormFileCollection>("multipart/form-data")
            .IsCommand<TermsReading>(
                "导入学期表（csv、xlsx：类型、开始、结束；dryRun=true 只检查） / Import a table of terms: kind, first, last; with dryRun=true it is only read"
            )
            .MayAsk(May.SetTerms, Within.County);
    }

    private static async Task<IResult> Read(string code, IClusterClient cluster) =>
        await Office(code, cluster) is { } office ? TypedResults.Ok(TermsView.Of(office)) : Answers.Refuse(Unknown());

    private static async Task<IResult> Execute<TBody>(
        string code,
        CommandRequest<TBody> request,
        IClusterClient cluster,
        Func<TBody, CountyCommand> command
    )
        where TBody : class
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(Unknown());
        return request.Answer(
            Keys.County(code),
            await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(request.Submit(command(request.Body!)))
        );
    }

    private static async Task<IResult> Import(string code, HttpContext context, IClusterClient cluster, bool dryRun = false)
    {
        var hasKey = Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out var opId) && opId != Guid.Empty;
        if (!hasKey && !dryRun)
            return Answers.Refuse(Refusals.KeyMissing());
        if (!context.Request.HasFormContentType)
            return Answers.Refuse(
                new(RefusalCode.RequestMalformed, "files", new("请以表单方式上传文件", "files are sent as multipart/form-data"), null)
            );
        if (await Form(context) is not { } form)
            return Answers.Refuse(
                new(RefusalCode.RequestMalformed, "files", new("上传内容不完整或过大", "the upload is incomplete or too large"), null)
            );
        if (form.Files.Count == 0)
            return Answers.Refuse(Refusals.Required("files"));
        if (form.Files.Sum(file => file.Length) > MostBytes)
            return Answers.Refuse(
                new(
                    RefusalCode.EvidenceTooLarge,
                    "files",
                    new("学期表不超过 1 MB", "a table of terms has at most 1 MB"),
                    new("≤ 1 MB", "≤ 1 MB")
                )
            );

        if (await Office(code, cluster) is not { } office)
            return Answers.Refuse(Unknown());

        var readings = new List<RosterReading>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await using (var sent = file.OpenReadStream())
                await sent.CopyToAsync(content, context.RequestAborted);
            hash.AppendData(content.ToArray());
            readings.Add(RosterReader.Read(content.ToArray(), file.FileName));
        }

        if (readings.Select(reading => reading.Refusal).OfType<RosterFinding>().FirstOrDefault() is { } unread)
            return Answers.Refuse(new(RefusalCode.RequestMalformed, "files", unread.Message, unread.Accepted));
        var (terms, problems) = TermTable.Read([.. readings.SelectMany(reading => reading.Sheets)], office.Own);
        if (dryRun)
            return TypedResults.Ok(new TermsReading(true, terms is null ? null : Body(terms), [.. problems.Select(Problem.Of)]));
        if (terms is null)
            return Answers.Refuse(problems[0]);
        var submission = new Submission<CountyCommand>(
            opId,
            hash.GetHashAndReset().AsMemory(0, 16),
            Caller.Of(context.User).Actor,
            new SetTerms(terms)
        );
        var outcome = await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(submission);
        return outcome.Refusal is { } refusal ? Answers.Refuse(refusal) : TypedResults.Ok(new TermsReading(false, Body(terms), []));
    }

    /// <summary>Null for one that can't be read to its end.</summary>
    private static async Task<IFormCollection?> Form(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<CountyOffice?> Office(string code, IClusterClient cluster) =>
        Scopes.IsBoard(Keys.County(code)) ? await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Office() : null;

    private static Terms Terms(TermsBody body) => new([.. Spans(body.Taught)], [.. Spans(body.Breaks)]);

    private static IEnumerable<DateSpan> Spans(IReadOnlyList<SpanBody>? spans) =>
        (spans ?? []).Where(span => span is not null).Select(span => new DateSpan(span.First, span.Last));

    private static TermsBody Body(Terms terms) =>
        new(
            [.. terms.Taught.Select(span => new SpanBody(span.First, span.Last))],
            [.. terms.Breaks.Select(span => new SpanBody(span.First, span.Last))]
        );

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
