namespace Supervision.Rules.Counties.Commands;

[GenerateSerializer, Immutable, Alias("county-command")]
public abstract record CountyCommand;

/// <summary>Registers a county or brings its name and superiors up to date; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("register-county")]
public sealed record RegisterCounty(CountyProfile Profile) : CountyCommand;

/// <summary>
/// Sets the county's own terms and breaks; they hold for the halves of school years they name, the province's for the others. Open periods keep the days
/// they were opened with.
/// </summary>
[GenerateSerializer, Immutable, Alias("set-terms")]
public sealed record SetTerms(Terms Terms) : CountyCommand;

/// <summary>Gives the county's own terms up: the province's hold again, or the assumed ones.</summary>
[GenerateSerializer, Immutable, Alias("reset-terms")]
public sealed record ResetTerms : CountyCommand;

/// <summary>
/// Puts a policy into force from its day on, under the next version number whatever number it came with. What began before is
/// judged by its own version to the end. Asking for what the newest version says already changes nothing.
/// </summary>
/// <param name="Over">The version the asker saw as the newest: when another one is by now, the command is refused. Null does not check.</param>
[GenerateSerializer, Immutable, Alias("activate-policy")]
public sealed record ActivatePolicy(Policy Policy, int? Over = null) : CountyCommand;
