using System.Text.Json.Serialization;

namespace Supervision.Rules;

/// <summary>Whose paper it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanLevel>))]
public enum PlanLevel
{
    None = 0,

    /// <summary>国家.</summary>
    Nation = 1,

    /// <summary>省.</summary>
    Province = 2,

    /// <summary>市.</summary>
    City = 3,

    /// <summary>县.</summary>
    County = 4,
}

/// <summary>A paper the year's plan rests on, or the plan itself.</summary>
/// <param name="Title">1–200 characters.</param>
/// <param name="Number">发文字号, 1–100 characters; null when it has none.</param>
/// <param name="IssuedOn">Civil day, not after today.</param>
/// <param name="Hash">SHA-256 of the county's file, lower-case hex, when one was uploaded.</param>
[GenerateSerializer, Immutable, Alias("plan-document")]
public sealed record PlanDocument(PlanLevel Level, string Title, string? Number, DateOnly IssuedOn, string? Hash);

/// <summary>A county's plan of one year with the chain of papers above it (P1-01, P2-01; L3, L20).</summary>
/// <param name="Title">1–200 characters.</param>
/// <param name="TopPriority">教育督导“一号工程” (L16).</param>
/// <param name="Documents">1–20, from the nation's down to the county's; at least one is of a level above the county.</param>
[GenerateSerializer, Immutable, Alias("year-plan")]
public sealed record YearPlan(int Year, string Title, bool TopPriority, ImmutableArray<PlanDocument> Documents);

/// <summary>Puts a year's plan on file in place of the one before; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("set-year-plan")]
public sealed record SetYearPlan(YearPlan Plan) : CountyCommand;

public sealed record YearPlanSet(YearPlan Plan, string By) : CountyEvent;

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
