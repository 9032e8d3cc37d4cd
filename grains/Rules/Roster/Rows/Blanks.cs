namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Says what the empty cells of a row will do: they clear what is registered, or take what stands for nothing.</summary>
internal static class Blanks
{
    private static readonly Text KeepByLeavingOut = new(
        "填写内容；要保留已登记的内容，请从文件中删去这一列",
        "its content; to keep what is registered, leave the whole column out of the file"
    );

    /// <param name="known">Null when the unit is new.</param>
    /// <param name="after">What will be registered.</param>
    public static void Unit(RosterLine line, Profile? known, Profile after)
    {
        Status(line, known);
        Cleared(line, TownCode, known?.Town, after.Town);
        Cleared(line, TownName, known?.TownName, after.TownName);
        Cleared(line, after.Kind == UnitKind.School ? Students : Trainees, Said(known?.Students), Said(after.Students));
        Cleared(line, CentralCode, known?.Central, after.Central);
        Cleared(line, Lng, Said(known?.Longitude), Said(after.Longitude));
        Cleared(line, Lat, Said(known?.Latitude), Said(after.Latitude));
    }

    /// <param name="known">Null when nobody with this code was appointed.</param>
    public static void Inspector(RosterLine line, InspectorProfile? known, InspectorProfile after)
    {
        Cleared(line, ZoneCode, known?.Zone, after.Zone);
        if (!line.LeavesBlank(ValidTo))
            return;
        if (known is null)
            line.Say(
                RosterCode.BlankRead,
                ValidTo,
                new("“截止日期”为空：按没有截止日期登记", "no last day: registered as without one"),
                RosterColumns.Accepted(ValidTo)
            );
        else
            Cleared(line, ValidTo, known.TermTo is { } last ? $"{last:yyyy-MM-dd}" : null, null);
    }

    private static void Status(RosterLine line, Profile? known)
    {
        if (!line.LeavesBlank(RosterColumn.Status))
            return;
        if (known is null)
            line.Say(
                RosterCode.BlankRead,
                RosterColumn.Status,
                new("“状态”为空：按“正常”登记", "no status: registered as active"),
                RosterWords.Statuses
            );
        else if (known.Status != UnitStatus.Active)
            line.Warn(
                RosterCode.BlankClears,
                RosterColumn.Status,
                new(
                    $"“状态”为空：将由“{RosterWords.Of(known.Status).Zh}”改为“正常”",
                    $"no status: {RosterWords.Of(known.Status).En} becomes active"
                ),
                new(
                    $"{RosterWords.Statuses.Zh}；要保留已登记的状态，请从文件中删去这一列",
                    $"{RosterWords.Statuses.En}; to keep what is registered, leave the whole column out of the file"
                )
            );
    }

    private static void Cleared(RosterLine line, RosterColumn column, string? was, string? becomes)
    {
        if (was is null || becomes is not null || !line.LeavesBlank(column))
            return;
        line.Warn(
            RosterCode.BlankClears,
            column,
            new($"“{column.Zh}”为空：已登记的{was}将被清除", $"{column.Name} is empty: {was}, which is registered, will be cleared"),
            KeepByLeavingOut
        );
    }

    private static string? Said(IFormattable? value) => value?.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
