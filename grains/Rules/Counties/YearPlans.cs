namespace Supervision.Rules.Counties;

/// <summary>What a plan of the year must look like.</summary>
public static class YearPlans
{
    public const int MostDocuments = 20;

    internal static Decision<CountyEvent> Decide(CountyState state, SetYearPlan command, Actor by, DateTimeOffset now)
    {
        var today = CivilTime.DateOf(now);
        if (command.Plan is not { } plan)
            return Refuse(Refusals.Required("plan"));
        if (plan.Year < today.Year - 1 || plan.Year > today.Year + 1)
            return Refuse(Refusals.Invalid("year", "年度超出范围", "the year is out of range", $"{today.Year - 1}–{today.Year + 1}"));
        if (Refusals.TextProblem("title", plan.Title, 200) is { } title)
            return Refuse(title);
        if (DocumentsProblem(plan.Documents, today) is { } documents)
            return Refuse(documents);
        var tidied = plan with
        {
            Title = plan.Title.Trim(),
            Documents =
            [
                .. plan
                    .Documents.OrderBy(each => each.Level)
                    .ThenBy(each => each.IssuedOn)
                    .Select(each =>
                        each with
                        {
                            Title = each.Title.Trim(),
                            Number = string.IsNullOrWhiteSpace(each.Number) ? null : each.Number.Trim(),
                        }
                    ),
            ],
        };
        return Of(state, plan.Year) is { } known && Same(known, tidied)
            ? Decision<CountyEvent>.Unchanged
            : new Decision<CountyEvent>.Accepted([new(new YearPlanSet(tidied, by.Name), now, now)]);
    }

    internal static CountyState Evolve(CountyState state, YearPlanSet e) =>
        state with
        {
            YearPlans = [.. state.OfYearPlans.Where(plan => plan.Year != e.Plan.Year).Append(e.Plan).OrderBy(plan => plan.Year)],
        };

    /// <summary>Null when the county has none for the year.</summary>
    public static YearPlan? Of(CountyState state, int year) => state.OfYearPlans.FirstOrDefault(plan => plan.Year == year);

    private static Refusal? DocumentsProblem(ImmutableArray<PlanDocument> documents, DateOnly today)
    {
        if (documents.IsDefaultOrEmpty || documents.Length > MostDocuments)
            return Refusals.Invalid("documents", "须列出依据的文件", "the papers it rests on are needed", $"1–{MostDocuments}");
        for (var at = 0; at < documents.Length; at++)
        {
            var field = $"documents[{at}]";
            if (documents[at] is not { } document)
                return Refusals.Required(field);
            if (document.Level == PlanLevel.None || !Enum.IsDefined(document.Level))
                return Refusals.Invalid($"{field}.level", "文件层级不在清单内", "unknown level", "Nation | Province | City | County");
            if (Refusals.TextProblem($"{field}.title", document.Title, 200) is { } title)
                return title;
            if (!string.IsNullOrWhiteSpace(document.Number) && Refusals.TextProblem($"{field}.number", document.Number, 100) is { } number)
                return number;
            if (document.IssuedOn > today || document.IssuedOn.Year < 1990)
                return Refusals.Invalid(
                    $"{field}.issuedOn",
                    "发文日期超出范围",
                    "the day it was issued is out of range",
                    $"1990-01-01 – {today:yyyy-MM-dd}"
                );
            if (document.Hash is not null && !EvidenceHash.IsValid(document.Hash))
                return CaseRefusals.EvidenceInvalid($"{field}.hash");
            if (documents.Take(at).Any(other => other.Level == document.Level && other.Title.Trim() == document.Title.Trim()))
                return Refusals.Invalid($"{field}.title", "同一文件列了两次", "the same paper stands there twice");
        }

        return documents.Any(document => document.Level < PlanLevel.County)
            ? null
            : new(
                RefusalCode.FieldInvalid,
                "documents",
                new("没有上级文件", "no paper of a level above the county"),
                new("至少一份国家、省或市的文件", "at least one of the nation, the province or the city")
            );
    }

    private static bool Same(YearPlan known, YearPlan asked) =>
        known with { Documents = [] } == asked with { Documents = [] } && known.Documents.SequenceEqual(asked.Documents);

    private static Decision<CountyEvent>.Refused Refuse(Refusal refusal) => Decision<CountyEvent>.Refuse(refusal);
}
