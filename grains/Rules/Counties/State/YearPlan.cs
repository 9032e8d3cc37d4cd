using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.State;

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
