using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.Facts;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(CountyRegistered), "county-registered")]
[JsonDerivedType(typeof(CountyChanged), "county-changed")]
[JsonDerivedType(typeof(TermsSet), "terms-set")]
[JsonDerivedType(typeof(TermsReset), "terms-reset")]
[JsonDerivedType(typeof(PolicyActivated), "policy-activated")]
[JsonDerivedType(typeof(CoverageBelow), "coverage-below")]
[JsonDerivedType(typeof(CoverageRestated), "coverage-restated")]
[JsonDerivedType(typeof(CountyStepProposed), "county-step-proposed")]
[JsonDerivedType(typeof(CountyStepDecided), "county-step-decided")]
[JsonDerivedType(typeof(CountyStepRejected), "county-step-rejected")]
[JsonDerivedType(typeof(CountyStepLapsed), "county-step-lapsed")]
[JsonDerivedType(typeof(CountyStepDischarged), "county-step-discharged")]
[JsonDerivedType(typeof(ApprovalAsked), "approval-asked")]
[JsonDerivedType(typeof(ApprovalGiven), "approval-given")]
[JsonDerivedType(typeof(ApprovalRefused), "approval-refused")]
[JsonDerivedType(typeof(ApprovalUsed), "approval-used")]
[JsonDerivedType(typeof(AuditRootSealed), "audit-root-sealed")]
[JsonDerivedType(typeof(CountyFactsAnnulled), "county-facts-annulled")]
[JsonDerivedType(typeof(ZoneSet), "zone-set")]
[JsonDerivedType(typeof(ZoneRemoved), "zone-removed")]
[JsonDerivedType(typeof(AreaAssigned), "area-assigned")]
[JsonDerivedType(typeof(AreaReleased), "area-released")]
[JsonDerivedType(typeof(ZoneOutgrown), "zone-outgrown")]
[JsonDerivedType(typeof(ZoneFits), "zone-fits")]
[JsonDerivedType(typeof(DepartmentsSet), "departments-set")]
[JsonDerivedType(typeof(YearPlanSet), "year-plan-set")]
public abstract record CountyEvent;

public sealed record CountyRegistered(CountyProfile Profile) : CountyEvent;

public sealed record CountyChanged(CountyProfile Profile) : CountyEvent;

public sealed record TermsSet(Terms Terms) : CountyEvent;

/// <summary>The county gave its own terms up.</summary>
public sealed record TermsReset : CountyEvent;

public sealed record PolicyActivated(Policy Policy) : CountyEvent;

/// <summary>Months that a wrong clock closed for the county never were below its floor, nor what rested on them.</summary>
/// <param name="Versions">Ascending.</param>
/// <param name="LastStep">The highest number a measure ever had: it is not given again.</param>
public sealed record CountyFactsAnnulled(
    ImmutableArray<long> Versions,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    string Document,
    string By,
    int LastStep
) : CountyEvent, IAnnulment;
