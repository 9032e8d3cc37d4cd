using System.Globalization;

namespace Supervision.Rules.Catalogues;

/// <summary>The forms that ship with the product (5.14); records name the version they were filled in against.</summary>
public static class Checklists
{
    /// <summary>Every version ever released, oldest first.</summary>
    public static ImmutableArray<Checklist> All { get; } =
    [
        Read(UnitKind.School, 1, new("义务教育阶段学校“双减”工作检查要点", "Points to check in schools")) with
        {
            Until = new(2026, 12, 31),
        },
        Read(UnitKind.Institution, 1, new("校外培训机构检查情况记录表", "Record of a training institution's inspection")),
        // Split by the source's own parts: the functions and the prohibited kinds of homework (L31), both services and the wording of each stage (L35).
        Read(UnitKind.School, 2, new("义务教育阶段学校“双减”工作检查要点", "Points to check in schools")) with
        {
            From = new(2026, 3, 1),
        },
    ];

    /// <exception cref="InvalidOperationException">Not a kind of unit.</exception>
    public static Checklist Latest(UnitKind kind) => All.Last(list => list.Kind == kind);

    /// <summary>The version a visit of that day is begun with.</summary>
    /// <exception cref="InvalidOperationException">Not a kind of unit.</exception>
    public static Checklist On(UnitKind kind, DateOnly day) => All.Last(list => list.Kind == kind && list.IsTakenOn(day));

    /// <param name="id">As in <see cref="Checklist.Id"/>.</param>
    public static Checklist? Find(string? id) => All.FirstOrDefault(list => list.Id == id);

    private static Checklist Read(UnitKind kind, int version, Text title)
    {
        var id = $"{(kind == UnitKind.School ? "school" : "institution")}-{version}";
        return new(id, kind, version, title, [.. DataFile.ReadRows($"checklist-{id}.csv").Select(ToItem)]);
    }

    private static ChecklistItem ToItem(string[] row) =>
        new(
            Number(row[0]),
            new(row[1], row[2]),
            [.. row[3].Split('+', StringSplitOptions.RemoveEmptyEntries)],
            row[4] == "yes",
            row[5] switch
            {
                "normal" => ItemKind.Normal,
                "highlight" => ItemKind.Highlight,
                "open-issues" => ItemKind.OpenIssues,
                _ => throw new InvalidDataException($"Checklist item {row[0]} has the kind '{row[5]}'."),
            },
            [.. row[6].Split('+', StringSplitOptions.RemoveEmptyEntries)],
            Months(row[7]),
            row[8].Length == 0 ? null : new(row[8], row[9]),
            row[10]
        );

    /// <summary><c>7-8</c>, or nothing for the whole year.</summary>
    private static ImmutableArray<int> Months(string span)
    {
        if (span.Length == 0)
            return [];
        var ends = span.Split('-');
        return [.. Enumerable.Range(1, 12).Where(month => month >= Number(ends[0]) && month <= Number(ends[^1]))];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
