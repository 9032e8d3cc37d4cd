namespace Supervision.Rules.Counties.Commands;

/// <summary>Sets the county's list in place of the one before. What was handed over stays with whom it was handed to.</summary>
[GenerateSerializer, Immutable, Alias("set-departments")]
public sealed record SetDepartments(ImmutableArray<Department> Entries) : CountyCommand;

/// <summary>Puts a year's plan on file in place of the one before; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("set-year-plan")]
public sealed record SetYearPlan(YearPlan Plan) : CountyCommand;
