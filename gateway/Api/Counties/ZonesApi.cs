using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Counties;

/// <summary>Zones of a county (督学责任区), and inspectors who are responsible for an area: a zone or a town (P1-24).</summary>
public static class ZonesApi
{
    /// <param name="Code">The county's own, 1–32 characters without white space and slash; an inspector's appointment names it.</param>
    /// <param name="Name">1–60 characters.</param>
    /// <param name="Towns">9-digit codes; null leaves those of a known zone as they are.</param>
    /// <param name="Schools">Codes of schools named one by one, whatever zone their town lies in; null leaves those of a known zone as they are.</param>
    public sealed record ZoneBody(
        [property: JsonRequired] string Code,
        [property: JsonRequired] string Name,
        IReadOnlyList<string>? Towns,
        IReadOnlyList<string>? Schools
    );

    public sealed record NothingBody;

    /// <param name="Area"><c>zone/03</c> or <c>town/330521100</c>.</param>
    /// <param name="Inspector">Certificate code.</param>
    /// <param name="From">Civil day, inclusive; not in the past of the schools' period.</param>
    /// <param name="To">Civil day, inclusive; null means until the end of the appointment.</param>
    public sealed record AreaBody(
        [property: JsonRequired] string Area,
        [property: JsonRequired] string Inspector,
        [property: JsonRequired] DateOnly From,
        DateOnly? To
    );

    /// <param name="Area">As in <see cref="AreaBody"/>.</param>
    public sealed record ReleaseBody([property: JsonRequired] string Area);

    /// <param name="Schools">Codes of the schools named one by one.</param>
    /// <param name="Lying">Codes of all schools that lie in it now.</param>
    /// <param name="Limit">zone.maxSchools.</param>
    /// <param name="Inspectors">Appointed in the zone, or responsible for a school of it; by code.</param>
    public sealed record ZoneView(
        string Code,
        string Name,
        IReadOnlyList<string> Towns,
        IReadOnlyList<string> Schools,
        IReadOnlyList<string> Lying,
        int Limit,
        bool Over,
        IReadOnlyList<string> Inspectors
    );

    /// <param name="Schools">The inspector is responsible for, now or as planned.</param>
    /// <param name="SoftMax">inspector.softMax: more are warned of.</param>
    /// <param name="HardMax">inspector.hardMax: more are refused.</param>
    public sealed record LoadView(string Inspector, int Schools, int SoftMax, int HardMax, LoadGrade Grade);

    public sealed record ZonesView(
        DateOnly Today,
        IReadOnlyList<ZoneView> Zones,
        IReadOnlyList<AreaAssignment> Areas,
        IReadOnlyList<LoadView> Inspectors
    );

    /// <summary>What became of one school of an area.</summary>
    /// <param name="Changed">False when the inspector is responsible already.</param>
    /// <param name="Refusal">Why it was not assigned; null when it was.</param>
    public sealed record AreaSchool(string Unit, string Name, bool Changed, Problem? Refusal, ImmutableArray<Text> Warnings);

    /// <param name="Preview">Nothing was done.</param>
    public sealed record AreaView(string Area, bool Preview, int Assigned, int Unchanged, int Refused, IReadOnlyList<AreaSchool> Schools);

    public static void MapZones(this RouteGroupBuilder api)
    {
        var county = api.MapGroup("/counties/{code}").WithTags("责任区 Zones");
        county
            .MapGet("/zones", Read)
            .Says<ZonesView>(
                "督学责任区、按区域负责的督学、每名督学的学校数 / Zones, inspectors responsible for areas, and how many schools each has"
            )
            .MayAsk(May.ReadPolicies, Within.County);
        county
            .MapPost("/zones", Set)
            .IsCommand("设定一个责任区；未给出的乡镇和学校不变 / Set a zone; towns and schools that are not given stay")
            .MayAsk(May.SetZones, Within.County);
        county
            .MapPost(
                "/zones/{zone}/remove",
                (string code, string zone, CommandRequest<NothingBody> request, IClusterClient cluster) =>
                    Execute(code, request, cluster, _ => new RemoveZone(zone))
            )
            .IsCommand("撤销一个责任区；学校的责任督学不变 / Remove a zone; its schools keep their inspectors")
            .MayAsk(May.SetZones, Within.County);
        county
            .MapPost("/areas", Assign)
            .IsCommand<AreaView>(
                "由一名督学负责整个责任区或乡镇：逐校指派并逐校答复，以后加入的学校随之归其负责 / Make an inspector responsible for a zone or town: school by school, each answered; schools that join follow"
            )
            .WithDescription("加 ?preview=true 只逐校预览，不作任何更改。 / With ?preview=true each school is only tried.")
            .WithMetadata(new PreviewMark())
            .MayAsk(May.SetZones, Within.County);
        county
            .MapPost(
                "/areas/release",
                (string code, CommandRequest<ReleaseBody> request, IClusterClient cluster) =>
                    Execute(code, request, cluster, body => new ReleaseArea(body.Area))
            )
            .IsCommand(
                "不再由一名督学负责整个区域；学校现有的责任督学不变 / Nobody is responsible for the area as a whole; its schools keep their inspectors"
            )
            .MayAsk(May.SetZones, Within.County);
    }

    private static async Task<IResult> Read(string code, IClusterClient cluster)
    {
        if (await Office(code, cluster) is not { } office)
            return Answers.Refuse(Unknown());
        var policy = office.Policy.OfOffice;
        using var system = Acting.AsSystem(); // whose zone an inspector is appointed to is no secret of the county
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var (inspectors, rows) = (
            await directory.Inspectors(code),
            (await directory.Units(code)).ToDictionary(row => row.Unit, StringComparer.Ordinal)
        );
        return TypedResults.Ok(
            new ZonesView(
                office.Today,
                [.. office.Zones.Select(View)],
                office.Areas,
                [
                    .. office.Loads.Select(load => new LoadView(
                        load.Inspector,
                        load.Schools,
                        policy.InspectorSoftMax,
                        policy.InspectorHardMax,
                        InspectorLoads.GradeOf(load.Schools, policy)
                    )),
                ]
            )
        );

        ZoneView View(ZoneRow row) =>
            new(
                row.Zone.Code,
                row.Zone.Name,
                row.Zone.Towns,
                [.. row.Zone.Schools.Select(Keys.Code)],
                [.. row.Schools.Select(Keys.Code)],
                policy.ZoneMaxSchools,
                row.Schools.Length > policy.ZoneMaxSchools,
                [
                    .. inspectors
                        .Where(inspector => inspector.Zone == row.Zone.Code)
                        .Select(inspector => inspector.Code)
                        .Concat(row.Schools.Select(unit => rows.GetValueOrDefault(unit)?.Inspector).OfType<string>())
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ]
            );
    }

    private static async Task<IResult> Set(string code, CommandRequest<ZoneBody> request, IClusterClient cluster)
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (await Office(code, cluster) is not { } office)
            return Answers.Refuse(Unknown());
        var body = request.Body!;
        var known = office.Zones.FirstOrDefault(row => row.Zone.Code == body.Code)?.Zone;
        var zone = new Zone(
            body.Code ?? "",
            body.Name ?? "",
            body.Towns is null ? known?.Towns ?? [] : [.. body.Towns.Select(town => town ?? "").Order(StringComparer.Ordinal)],
            body.Schools is null
                ? known?.Schools ?? []
                : [.. body.Schools.Select(school => Keys.Unit(UnitKind.School, school ?? "")).Order(StringComparer.Ordinal)]
        );
        return request.Answer(
            Keys.County(code),
            await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(request.Submit<CountyCommand>(new SetZone(zone)))
        );
    }

    private static async Task<IResult> Assign(string code, CommandRequest<AreaBody> request, IClusterClient cluster)
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (await Office(code, cluster) is not { } office)
            return Answers.Refuse(Unknown());
        var body = request.Body!;
        var inspector = Keys.IsCode(body.Inspector) ? await cluster.ProfileOfInspector(body.Inspector) : null;
        var assignment = new Assignment(body.Inspector, body.From, body.To ?? inspector?.TermTo);
        if (UnitsApi.Objection(code, assignment, inspector) is { } objection)
            return Answers.Refuse(objection);

        var county = cluster.GetGrain<ICountyGrain>(Keys.County(code));
        var submission = request.Submit<CountyCommand>(
            new AssignArea(new(body.Area ?? "", assignment.Inspector, assignment.From, assignment.To))
        );
        var refusal = request.IsPreview ? (await county.PreviewCommand(submission)).Refusal : (await county.Execute(submission)).Refusal;
        request.Answered(Keys.County(code));
        if (refusal is not null)
            return Answers.Refuse(refusal);

        var results = new List<AreaSchool>();
        foreach (var school in await SchoolsOf(body.Area!, office, cluster))
            results.Add(await AssignSchool(request, cluster, school, assignment)); // one after another, by code: which of them are beyond the limit is no accident
        return TypedResults.Ok(
            new AreaView(
                body.Area!,
                request.IsPreview,
                results.Count(each => each is { Refusal: null, Changed: true }),
                results.Count(each => each is { Refusal: null, Changed: false }),
                results.Count(each => each.Refusal is not null),
                results
            )
        );
    }

    private static async Task<AreaSchool> AssignSchool(
        CommandRequest<AreaBody> request,
        IClusterClient cluster,
        UnitSummary school,
        Assignment assignment
    )
    {
        // Each school keeps a receipt of its own, under an id that follows from the request's: sent again, it is answered the same.
        var own = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.OpId}\n{school.Unit}")).AsSpan(0, 16));
        var submission = new Submission<UnitCommand>(own, request.Fingerprint, request.Caller.Actor, new AssignInspector(assignment));
        var unit = cluster.Unit(school.Unit);
        if (request.IsPreview)
        {
            var preview = await unit.Preview(submission);
            return new(
                school.Unit,
                school.Name,
                !preview.Events.IsEmpty,
                preview.Refusal is { } no ? Problem.Of(no) : null,
                preview.Warnings
            );
        }

        var outcome = await unit.Execute(submission);
        return new(
            school.Unit,
            school.Name,
            outcome.Reply?.Changed ?? false,
            outcome.Refusal is { } refused ? Problem.Of(refused) : null,
            outcome.Reply?.Warnings ?? []
        );
    }

    private static async Task<IEnumerable<UnitSummary>> SchoolsOf(string area, CountyOffice office, IClusterClient cluster)
    {
        var rows = await cluster.GetGrain<IDirectoryGrain>(0).Units(office.Profile.Code);
        var lying = office.Zones.FirstOrDefault(row => row.Zone.Area == area)?.Schools;
        return rows.Where(row =>
                row is { Kind: UnitKind.School, Status: not UnitStatus.Closed }
                && (lying is { } zone ? zone.Contains(row.Unit) : $"{Zones.TownPrefix}{row.Town}" == area)
            )
            .OrderBy(row => row.Unit, StringComparer.Ordinal);
    }

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

    private static async Task<CountyOffice?> Office(string code, IClusterClient cluster) =>
        Scopes.IsBoard(Keys.County(code)) ? await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Office() : null;

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
