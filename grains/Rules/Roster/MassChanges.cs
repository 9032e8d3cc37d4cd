using System.Globalization;

namespace Supervision.Rules.Roster;

/// <summary>Many rows that would change the same field to the same value: done only when a person confirms it with the count.</summary>
/// <param name="Id">What is changed, e.g. <c>school.status=active</c>, <c>inspector.lastDay=</c> (cleared), <c>school.inspector=督学-330521-01</c>.</param>
/// <param name="Count">Rows that would change so.</param>
/// <param name="Message">What would happen to how many.</param>
/// <param name="Confirmed">True when the upload came with <see cref="Confirmation"/>.</param>
public sealed record MassChange(string Id, int Count, Text Message, bool Confirmed)
{
    /// <summary>What the sender writes to have it done: the id, a colon and the count.</summary>
    public string Confirmation => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Count}");
}

/// <summary>Finds what would change many units or inspectors the same way. It compares values and knows no list of fields that are dangerous.</summary>
internal static class MassChanges
{
    /// <summary>As many changes of one kind are held.</summary>
    public const int Many = 5;

    /// <summary>Fewer are held when they are all that the upload says of registered units of their kind.</summary>
    public const int AllOf = 3;

    private sealed record Change(RosterLine Line, string Kind, string Field, RosterColumn Column, Text Was, string Value, Text Becomes);

    /// <summary>Holds the rows of every such change that was not confirmed.</summary>
    public static ImmutableArray<MassChange> Hold(IReadOnlyList<RosterLine> accepted, RosterContext context)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var changes = new List<Change>();
        foreach (var line in accepted)
            changes.AddRange(Of(line, context, known));
        var held = ImmutableArray.CreateBuilder<MassChange>();
        foreach (var group in changes.GroupBy(change => (change.Kind, change.Field, change.Value)).OrderBy(group => group.Key))
        {
            var all = group.ToList();
            if (
                all.Count < Many
                && !(
                    all.Count >= AllOf
                    && all.Count == known[group.Key.Field == "inspector" ? $"{group.Key.Kind}.inspector" : group.Key.Kind]
                )
            )
                continue;
            var id = $"{group.Key.Kind}.{group.Key.Field}={group.Key.Value}";
            var change = new MassChange(id, all.Count, Said(all), false);
            change = change with { Confirmed = context.Confirmed.Contains(change.Confirmation) };
            held.Add(change);
            if (change.Confirmed)
                continue;
            foreach (var each in all)
                each.Line.Hold(
                    each.Column,
                    new(
                        $"“{each.Column.Zh}”将由“{each.Was.Zh}”改为“{each.Becomes.Zh}”，共{all.Count}行作同样的更改，须确认后才导入",
                        $"{each.Column.Name} would change from {each.Was.En} to {each.Becomes.En}, as in {all.Count} rows in all; it waits for a confirmation"
                    ),
                    new($"确认“{change.Confirmation}”，或更正这些行", $"the confirmation {change.Confirmation}, or these rows corrected")
                );
        }

        return held.ToImmutable();
    }

    private static Text Said(List<Change> all)
    {
        var (first, kind) = (
            all[0],
            all[0].Kind switch
            {
                "school" => new Text("所学校", "schools"),
                "institution" => new Text("家机构", "institutions"),
                _ => new Text("位督学", "inspectors"),
            }
        );
        return new(
            $"{all.Count}{kind.Zh}的“{first.Column.Zh}”将改为“{first.Becomes.Zh}”",
            $"{first.Column.Name} of {all.Count} {kind.En} becomes {first.Becomes.En}"
        );
    }

    private static IEnumerable<Change> Of(RosterLine line, RosterContext context, Dictionary<string, int> known)
    {
        switch (line.Record)
        {
            case UnitRow row when context.Unit(row.Told.Kind, row.Told.Code) is { } before:
                var kind = UnitKeys.Prefix(row.Told.Kind);
                Count(kind);
                return Unit(line, kind, before, Profiles.Merge(before, row.Told, row.Untold));
            case InspectorRow row:
                var registered = context.Inspector(row.Told.Code);
                if (registered is not null || line.LeavesBlank(RosterColumn.ValidTo))
                    Count("inspector");
                return Inspector(line, registered, InspectorProfiles.Merge(registered, row.Told, row.Untold));
            case AssignmentRow row when context.Responsible(row.Kind, row.Code) is { } responsible:
                Count($"{UnitKeys.Prefix(row.Kind)}.inspector");
                return responsible == row.Assignment.Inspector
                    ? []
                    :
                    [
                        new(
                            line,
                            UnitKeys.Prefix(row.Kind),
                            "inspector",
                            RosterColumn.InspectorCode,
                            Plain(responsible),
                            row.Assignment.Inspector,
                            Plain(row.Assignment.Inspector)
                        ),
                    ];
            default:
                return [];
        }

        void Count(string what) => known[what] = known.GetValueOrDefault(what) + 1;
    }

    private static IEnumerable<Change> Unit(RosterLine line, string kind, Profile before, Profile after)
    {
        var school = kind == "school";
        if (before.Status != after.Status)
            yield return new(
                line,
                kind,
                "status",
                RosterColumn.Status,
                RosterWords.Of(before.Status),
                after.Status.ToString().ToLowerInvariant(),
                RosterWords.Of(after.Status)
            );
        foreach (
            var (field, column, was, becomes) in new (string, RosterColumn, string?, string?)[]
            {
                ("name", school ? RosterColumn.SchoolName : RosterColumn.InstitutionName, before.Name, after.Name),
                ("category", school ? RosterColumn.KindCn : RosterColumn.Subtype, before.Category, after.Category),
                ("county", RosterColumn.CountyCode, before.County, after.County),
                ("town", RosterColumn.TownCode, before.Town ?? before.TownName, after.Town ?? after.TownName),
                ("students", school ? RosterColumn.Students : RosterColumn.Trainees, Said(before.Students), Said(after.Students)),
                ("central", RosterColumn.CentralCode, before.Central, after.Central),
                ("position", RosterColumn.Lng, Place(before), Place(after)),
            }
        )
            if (was is not null && was != becomes)
                yield return new(line, kind, field, column, Plain(was), becomes ?? "", Plain(becomes));
    }

    private static IEnumerable<Change> Inspector(RosterLine line, InspectorProfile? before, InspectorProfile after)
    {
        var endless = after.TermTo is null && line.LeavesBlank(RosterColumn.ValidTo);
        if (before is null)
        {
            // Without a last day by nothing but an empty cell: for many at once it is more likely a column that was not filled in.
            if (endless)
                yield return new(line, "inspector", "lastDay", RosterColumn.ValidTo, Plain(null), "", Endless);
            yield break;
        }

        if (before.TermTo != after.TermTo)
            yield return new(
                line,
                "inspector",
                "lastDay",
                RosterColumn.ValidTo,
                before.TermTo is { } last ? Plain(Said(last)) : Endless,
                Said(after.TermTo) ?? "",
                after.TermTo is { } end ? Plain(Said(end)) : Endless
            );
        if (before.TermFrom != after.TermFrom)
            yield return new(
                line,
                "inspector",
                "firstDay",
                RosterColumn.ValidFrom,
                Plain(Said(before.TermFrom)),
                Said(after.TermFrom)!,
                Plain(Said(after.TermFrom))
            );
        if (before.Employment != after.Employment)
            yield return new(
                line,
                "inspector",
                "employment",
                RosterColumn.EmploymentWord,
                RosterWords.Of(before.Employment),
                after.Employment.ToString(),
                RosterWords.Of(after.Employment)
            );
        if (before.County != after.County)
            yield return new(line, "inspector", "county", RosterColumn.CountyCode, Plain(before.County), after.County, Plain(after.County));
        if (before.Zone is not null && before.Zone != after.Zone)
            yield return new(line, "inspector", "zone", RosterColumn.ZoneCode, Plain(before.Zone), after.Zone ?? "", Plain(after.Zone));
    }

    private static readonly Text Endless = new("没有截止日期", "no last day");

    private static Text Plain(string? value) => value is null ? new("空", "nothing") : new(value, value);

    private static string? Said(IFormattable? value) =>
        value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value.ToString(null, CultureInfo.InvariantCulture),
        };

    private static string? Place(Profile profile) =>
        profile is { Longitude: { } longitude, Latitude: { } latitude }
            ? string.Create(CultureInfo.InvariantCulture, $"{longitude},{latitude}")
            : null;
}
