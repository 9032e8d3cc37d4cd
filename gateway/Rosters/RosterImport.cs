using Supervision.Gateway.Api;

namespace Supervision.Gateway.Rosters;

/// <summary>
/// Carries out what a roster asks for, through the same actors as everything else: counties, then inspectors, then units.
/// Every step is an upsert, so that a second import of the same file changes nothing and a broken one is simply repeated.
/// </summary>
public sealed class RosterImport(IClusterClient cluster, TimeProvider time)
{
    private const int AtOnce = 128;

    /// <summary>A roster is thousands of calls; one whose outcome is unknown must not undo the others' work.</summary>
    private const int Tries = 4;
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    /// <param name="today">Asia/Shanghai.</param>
    /// <param name="progress">Called at most ten times a second and at the end of each stage.</param>
    public async Task<ImportReport> Run(IReadOnlyList<RosterReading> files, Actor actor, DateOnly today, bool dryRun, Func<ImportProgress, Task> progress, CancellationToken cancellation)
    {
        using var run = new Steps(time, progress);
        await run.Begin("judging", 1);
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var units = (await directory.Units(actor.Area)).ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        var inspectors = (await directory.Inspectors(actor.Area)).ToDictionary(inspector => inspector.Code, StringComparer.Ordinal);
        var loads = InspectorLoads.Of(units.Values);
        var offices = new Dictionary<string, OfficePolicy>(StringComparer.Ordinal);
        foreach (var county in inspectors.Values.Select(inspector => inspector.County).Distinct())
            if (await cluster.GetGrain<ICountyGrain>(Keys.County(county)).Office() is { } office) offices[county] = office.Policy.OfOffice;
        var plan = RosterJudge.Judge([.. files.SelectMany(file => file.Sheets)], new(today, actor.Area.Length == 0 ? [] : [actor.Area],
            (kind, code) => units.TryGetValue(Keys.Unit(kind, code), out var known) ? Profile(known) : null,
            code => inspectors.GetValueOrDefault(code))
        {
            SchoolsOf = code => loads.GetValueOrDefault(code) ?? ImmutableHashSet<string>.Empty,
            OfficeOf = county => offices.GetValueOrDefault(county) ?? OfficePolicy.Default,
            PointsOf = code => units.Values.Where(unit => unit.Central == code).Select(Profile),
        });
        var tally = new Tally([.. files.Where(file => file.Refusal is not null).Select(file => file.Refusal!), .. plan.Findings]);
        await run.Step();
        if (dryRun) Foresee(plan, units, inspectors, tally);
        else await CarryOut(plan, units, inspectors, actor, run, tally, cancellation);
        var omitted = Math.Max(0, tally.Findings.Count - ImportReport.MostFindings);
        var findings = omitted == 0 ? tally.Findings : tally.Findings.OrderByDescending(finding => finding.Severity == FindingGrade.Rejected).ThenByDescending(finding => finding.Severity == FindingGrade.Warning).Take(ImportReport.MostFindings);
        return new(dryRun, plan.Sheets, [.. findings], tally.Registered, tally.Updated, tally.Unchanged, tally.Failed, omitted);
    }

    private async Task CarryOut(RosterPlan plan, Dictionary<string, UnitSummary> known, Dictionary<string, InspectorProfile> inspectors, Actor actor, Steps run, Tally tally, CancellationToken cancellation)
    {
        await All("counties", plan.Counties, async county =>
            (county.Name, await cluster.GetGrain<ICountyGrain>(Keys.County(county.Code)).Execute(Submission<CountyCommand>.Upsert(actor, new RegisterCounty(county))), (bool?)null));
        await All("inspectors", plan.Inspectors, async inspector =>
            (inspector.Code, await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(inspector.Code)).Execute(Submission<InspectorCommand>.Upsert(actor, new AppointInspector(inspector))), !inspectors.ContainsKey(inspector.Code)));
        await All("units", plan.Units, async unit =>
            (unit.Profile.Name, await cluster.Unit(unit.Profile.Kind, unit.Profile.Code).Execute(Submission<UnitCommand>.Upsert(actor, unit)), !known.ContainsKey(Keys.Unit(unit.Profile.Kind, unit.Profile.Code))));
        await All("assignments", plan.Assignments, async assigned =>
            (assigned.Code, await cluster.Unit(assigned.Kind, assigned.Code).Execute(Submission<UnitCommand>.Upsert(actor, new AssignInspector(assigned.Assignment))), false));
        await All("boards", plan.Counties, async county =>
        {
            using var system = Acting.AsSystem(); // nobody else wakes a county
            await cluster.GetGrain<ICountyGrain>(Keys.County(county.Code)).Wake();
            return (county.Name, null, (bool?)null);
        });

        async Task All<T>(string stage, ImmutableArray<T> items, Func<T, Task<(string Name, Outcome? Outcome, bool? IsNew)>> act)
        {
            await run.Begin(stage, items.Length);
            await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, _) =>
            {
                var (name, outcome, isNew) = await Surely(() => act(item));
                if (outcome is not null) tally.Count(name, outcome, isNew);
                await run.Step();
            });
            await run.End();
        }
    }

    /// <summary>Repeats an upsert whose outcome is unknown: done twice it changes nothing, though an update may then be counted as unchanged.</summary>
    /// <exception cref="Exception">Unknown still after the last try; the whole import may be repeated.</exception>
    private async Task<T> Surely<T>(Func<Task<T>> upsert)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await upsert();
            }
            catch (Exception fault) when (attempt < Tries && fault is not OperationCanceledException && Problem.IsUnknownOutcome(fault))
            {
                await Task.Delay(TryAgain * attempt, time);
            }
        }
    }

    /// <summary>What would change, from the rows as they are; nothing is asked of the actors.</summary>
    private static void Foresee(RosterPlan plan, Dictionary<string, UnitSummary> known, Dictionary<string, InspectorProfile> inspectors, Tally tally)
    {
        foreach (var inspector in plan.Inspectors) tally.Count(!inspectors.TryGetValue(inspector.Code, out var old), old != inspector);
        foreach (var unit in plan.Units)
        {
            var isKnown = known.TryGetValue(Keys.Unit(unit.Profile.Kind, unit.Profile.Code), out var old);
            tally.Count(!isKnown, isKnown && (Profile(old!) != unit.Profile || (unit.Assignment is { } assignment && assignment.Inspector != old!.Inspector)));
        }

        foreach (var assigned in plan.Assignments)
            tally.Count(false, known.TryGetValue(Keys.Unit(assigned.Kind, assigned.Code), out var old) && old.Inspector != assigned.Assignment.Inspector);
    }

    private static Profile Profile(UnitSummary unit) => new(unit.Kind, unit.Code, unit.Name, unit.County, unit.Town, unit.TownName, unit.Category, unit.Status, unit.Students) { Central = unit.Central };

    private sealed class Tally(List<RosterFinding> findings)
    {
        public List<RosterFinding> Findings { get; } = findings;

        public int Registered { get; private set; }

        public int Updated { get; private set; }

        public int Unchanged { get; private set; }

        public int Failed { get; private set; }

        /// <param name="isNew">Null for what is not counted (counties).</param>
        public void Count(string name, Outcome outcome, bool? isNew)
        {
            lock (Findings)
            {
                if (outcome.Refusal is { } refusal)
                {
                    Failed++;
                    Findings.Add(new(FindingGrade.Rejected, "", null, null, refusal.Field, name, RosterCode.RefusedByUnit, refusal.Message, refusal.Accepted));
                }
                else if (isNew is not null)
                {
                    Count(isNew.Value, outcome.Reply!.Changed);
                }
            }
        }

        public void Count(bool isNew, bool changed)
        {
            if (isNew) Registered++;
            else if (changed) Updated++;
            else Unchanged++;
        }
    }

    /// <summary>Reports progress without flooding the one who watches.</summary>
    private sealed class Steps(TimeProvider time, Func<ImportProgress, Task> report) : IDisposable
    {
        private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
        private readonly SemaphoreSlim _one = new(1, 1);
        private string _stage = "";
        private int _done;
        private int _total;
        private long _said;

        public Task Begin(string stage, int total)
        {
            (_stage, _total, _done) = (stage, total, 0);
            return Say(force: true);
        }

        public Task Step()
        {
            Interlocked.Increment(ref _done);
            return Say(force: false);
        }

        public Task End() => Say(force: true);

        public void Dispose() => _one.Dispose();

        private async Task Say(bool force)
        {
            if (!force && time.GetElapsedTime(Interlocked.Read(ref _said)) < Between) return;
            if (!await _one.WaitAsync(force ? Timeout.Infinite : 0)) return;
            try
            {
                Interlocked.Exchange(ref _said, time.GetTimestamp());
                await report(new(_stage, Volatile.Read(ref _done), _total));
            }
            finally
            {
                _one.Release();
            }
        }
    }
}
