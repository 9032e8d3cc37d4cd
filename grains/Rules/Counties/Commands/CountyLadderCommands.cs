namespace Supervision.Rules.Counties.Commands;

/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("propose-county-step")]
public sealed record ProposeCountyStep(CountyRung Rung, string Reason) : CountyCommand;

/// <param name="Reason">1–500 characters.</param>
/// <param name="Document">Number or title of the province's document, 1–200 characters.</param>
[GenerateSerializer, Immutable, Alias("decide-county-step")]
public sealed record DecideCountyStep(int Step, string Reason, string Document) : CountyCommand;

/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("reject-county-step")]
public sealed record RejectCountyStep(int Step, string Reason) : CountyCommand;

/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("discharge-county-step")]
public sealed record DischargeCountyStep(int Step, string Reason) : CountyCommand;
