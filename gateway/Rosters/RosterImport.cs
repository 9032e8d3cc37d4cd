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
    /// <param name="confirmed">See <see cref="MassChange.Confirmation"/>.</param>
    /// <param name="progress">Called at most ten times a second and at the end of each stage.</param>
    /// <returns>The report; or the refusal of a confirmation that is of something else than what the files ask for, and then nothing was done.</returns>
    public async Task<(ImportReport? Report, RosterPlan Plan, Refusal? Refusal)> Run(
        IReadOnlyList<RosterReading> files,
        Actor actor,
        DateOnly today,
        bool dryRun,
        ImmutableArray<string> confirmed,
        Func<ImportProgress, Task> progress,
        CancellationToken cancellation
    )
    {
        using var run = new Steps(time, progress);
        await run.Begin("judging", 1);
        var known = await RosterKnown.Of(cluster, actor.Area);
        var plan = RosterJudge.Judge([.. files.SelectMany(file => file.Sheets)], known.Context(today, actor.Area, confirmed));
        await run.Step();
        if (confirmed.FirstOrDefault(confirmation => !plan.Changes.Any(change => change.Confirmation == confirmation)) is { } strange)
            return (null, plan, Differs(strange, plan));
        var tally = new Tally();
        await CarryOut(plan, known, actor, dryRun, run, tally, cancellation);
        plan = plan.WithRefused(tally.Refused.OrderBy(refused => refused.Actor, StringComparer.Ordinal));
        var all = files.Where(file => file.Refusal is not null).Select(file => file.Refusal!).Concat(plan.Findings).ToList();
        var omitted = Math.Max(0, all.Count - ImportReport.MostFindings);
        var findings =
            omitted == 0
                ? all
                : all.OrderBy(finding => Array.IndexOf(Gravest, finding.Severity) is >= 0 and var place ? place : Gravest.Length)
                    .Take(ImportReport.MostFindings);
        return (
            new(dryRun, plan.Sheets, [.. findings], tally.Registered, tally.Updated, tally.Unchanged, tally.Refused.Count, omitted)
            {
                Changes = plan.Changes,
                NotTaken = plan.Sheets.Sum(sheet => sheet.Kind == RosterKind.None ? 0 : sheet.Rejected + sheet.Held),
            },
            plan,
            null
        );
    }

    private static readonly FindingGrade[] Gravest = [FindingGrade.Rejected, FindingGrade.Held, FindingGrade.Warning];

    private static Refusal Differs(string confirmation, RosterPlan plan)
    {
        var (zh, en) =
            plan.Changes.Length == 0
                ? ("没有需要确认的更改", "nothing needs a confirmation")
                : (
                    string.Join("、", plan.Changes.Select(change => change.Confirmation)),
                    string.Join(", ", plan.Changes.Select(change => change.Confirmation))
                );
        return new(
            RefusalCode.ConfirmationDiffers,
            "confirm",
            new(
                $"所确认的“{RosterFinding.Shown(confirmation)}”与文件将作的更改不符，没有导入",
                $"{RosterFinding.Shown(confirmation)} was confirmed, which is not what the files would change; nothing was done"
            ),
            new(zh, en)
        );
    }

    /// <summary>Does everything the plan asks for, or in a dry run asks every actor what would follow: the same decisions by the same rules.</summary>
    private async Task CarryOut(
        RosterPlan plan,
        RosterKnown known,
        Actor actor,
        bool dryRun,
        Steps run,
        Tally tally,
        CancellationToken cancellation
    )
    {
        await All(
            "counties",
            plan.Counties,
            async county =>
            {
                var grain = cluster.GetGrain<ICountyGrain>(Keys.County(county.Code));
                var command = Submission<CountyCommand>.Upsert(actor, new RegisterCounty(county));
                var answer = await Ask(() => grain.Execute(command), () => grain.PreviewCommand(command));
                if (answer.Refusal is { } refusal)
                    tally.Refuse(Keys.County(county.Code), false, refusal);
            }
        );
        await All(
            "inspectors",
            plan.Inspectors,
            async appoint =>
            {
                var grain = cluster.GetGrain<IInspectorGrain>(Keys.Inspector(appoint.Profile.Code));
                var command = Submission<InspectorCommand>.Upsert(actor, appoint);
                tally.Count(
                    Keys.Inspector(appoint.Profile.Code),
                    false,
                    await Ask(() => grain.Execute(command), () => grain.Preview(command)),
                    known.IsNew(appoint)
                );
            }
        );
        await All(
            "units",
            plan.Units,
            async register =>
            {
                var (unit, key) = (
                    cluster.Unit(register.Profile.Kind, register.Profile.Code),
                    Keys.Unit(register.Profile.Kind, register.Profile.Code)
                );
                var answer = await OfUnit(unit, register);
                if (answer.Refusal is { } refusal && register.Assignment is not null)
                {
                    // Each row stands for itself: when nobody can be assigned, the unit is registered all the same.
                    answer = await OfUnit(unit, register with { Assignment = null });
                    if (answer.Refusal is null)
                        tally.Refuse(key, true, refusal);
                }

                tally.Count(key, false, answer, known.IsNew(register));
            }
        );
        await All(
            "assignments",
            plan.Assignments,
            async assigned =>
                tally.Count(
                    Keys.Unit(assigned.Kind, assigned.Code),
                    true,
                    await OfUnit(
                        cluster.Unit(assigned.Kind, assigned.Code),
                        new AssignInspector(assigned.Assignment) { KeepLastDay = assigned.KeepLastDay }
                    ),
                    false
                )
        );
        if (dryRun)
            return;
        await All(
            "boards",
            plan.Counties,
            async county =>
            {
                using var system = Acting.AsSystem(); // nobody else wakes a county
                await cluster.GetGrain<ICountyGrain>(Keys.County(county.Code)).Wake();
            }
        );

        Task<Answer> OfUnit(IUnitGrain unit, UnitCommand asked)
        {
            var command = Submission<UnitCommand>.Upsert(actor, asked);
            return Ask(() => unit.Execute(command), () => unit.Preview(command));
        }

        async Task<Answer> Ask(Func<Task<Outcome>> execute, Func<Task<Preview>> preview)
        {
            if (dryRun)
            {
                var foreseen = await Surely(preview);
                return new(foreseen.Refusal, !foreseen.Events.IsEmpty);
            }

            var outcome = await Surely(execute);
            return new(outcome.Refusal, outcome.Reply?.Changed ?? false);
        }

        async Task All<T>(string stage, ImmutableArray<T> items, Func<T, Task> act)
        {
            await run.Begin(stage, items.Length);
            await Parallel.ForEachAsync(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (item, _) =>
                {
                    await act(item);
                    await run.Step();
                }
            );
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

    private readonly record struct Answer(Refusal? Refusal, bool Changed);

    private sealed class Tally
    {
        private readonly Lock _one = new();

        public List<(string Actor, bool OfAssignment, Refusal Refusal)> Refused { get; } = [];

        public int Registered { get; private set; }

        public int Updated { get; private set; }

        public int Unchanged { get; private set; }

        public void Refuse(string actor, bool ofAssignment, Refusal refusal)
        {
            lock (_one)
                Refused.Add((actor, ofAssignment, refusal));
        }

        public void Count(string actor, bool ofAssignment, Answer answer, bool isNew)
        {
            lock (_one)
            {
                if (answer.Refusal is { } refusal)
                    Refused.Add((actor, ofAssignment, refusal));
                else if (isNew)
                    Registered++;
                else if (answer.Changed)
                    Updated++;
                else
                    Unchanged++;
            }
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
            if (!force && time.GetElapsedTime(Interlocked.Read(ref _said)) < Between)
                return;
            if (!await _one.WaitAsync(force ? Timeout.Infinite : 0))
                return;
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
