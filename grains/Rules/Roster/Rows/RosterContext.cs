namespace Supervision.Rules.Roster.Rows;

/// <summary>What a roster is judged against.</summary>
/// <param name="Today">Asia/Shanghai.</param>
/// <param name="Scope">Codes or beginnings of codes (<c>33</c>, <c>3305</c>, <c>330502</c>) the sender may write in; empty means everywhere.</param>
/// <param name="Unit">The profile a unit is registered with; null when it is not registered.</param>
/// <param name="Inspector">What an inspector is registered with; null when not registered.</param>
public sealed record RosterContext(
    DateOnly Today,
    ImmutableArray<string> Scope,
    Func<UnitKind, string, Profile?> Unit,
    Func<string, InspectorProfile?> Inspector
)
{
    /// <summary>Keys of the schools an inspector is responsible for already, now or as planned.</summary>
    public Func<string, IReadOnlySet<string>> SchoolsOf { get; init; } = _ => ImmutableHashSet<string>.Empty;

    /// <summary>What a county, by its code, sets for its inspectors and zones.</summary>
    public Func<string, OfficePolicy> OfficeOf { get; init; } = _ => OfficePolicy.Default;

    public Divisions Divisions { get; init; } = Divisions.Embedded;

    /// <summary>Schools that are registered with this one as their central school.</summary>
    public Func<string, IEnumerable<Profile>> PointsOf { get; init; } = _ => [];

    /// <summary>Codes of registered units of a kind and county whose name is the same but for blanks and width, see <see cref="NameOf"/>.</summary>
    public Func<UnitKind, string, string, IEnumerable<string>> Namesakes { get; init; } = (_, _, _) => [];

    /// <summary>The code of the inspector who is responsible for a unit today; null when nobody is or the unit is not registered.</summary>
    public Func<UnitKind, string, string?> Responsible { get; init; } = (_, _) => null;

    /// <summary>What the sender confirmed, see <see cref="MassChange.Confirmation"/>.</summary>
    public ImmutableArray<string> Confirmed { get; init; } = [];

    /// <summary>The name as names are compared.</summary>
    public static string NameOf(string name) => SameNames.Plain(name);

    /// <summary>Nothing registered yet and no limit of place.</summary>
    public static RosterContext Empty(DateOnly today) => new(today, [], (_, _) => null, _ => null);

    public bool Allows(string county) => Scope.IsDefaultOrEmpty || Scope.Any(part => county.StartsWith(part, StringComparison.Ordinal));
}

/// <summary>What assignments refer to and the upload itself does not hold: to be looked up before judging.</summary>
public sealed record RosterReferences(ImmutableArray<(UnitKind Kind, string Code)> Units, ImmutableArray<string> Inspectors);
