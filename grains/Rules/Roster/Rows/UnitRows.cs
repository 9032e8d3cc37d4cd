namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>What the rows of schools and institutions have in common.</summary>
internal static class UnitRows
{
    public static void Become(RosterLine line, Profile told, (double Longitude, double Latitude)? position, RosterContext context)
    {
        told = told with { Longitude = position?.Longitude, Latitude = position?.Latitude };
        var row = new UnitRow(told, Untold(line, told, position));
        line.Become(row);
        var known = context.Unit(told.Kind, told.Code);
        Blanks.Unit(line, known, Profiles.Merge(known, told, row.Untold));
    }

    private static ProfileFields Untold(RosterLine line, Profile told, (double Longitude, double Latitude)? position)
    {
        var untold = ProfileFields.None;
        if (!line.Has(TownCode))
            untold |= ProfileFields.Town;
        if (!line.Has(TownName))
            untold |= ProfileFields.TownName;
        if (!line.Has(Status))
            untold |= ProfileFields.Status;
        if (!line.Has(line.View.Kind == RosterKind.Schools ? Students : Trainees))
            untold |= ProfileFields.Students;
        // A teaching point's code tells its central school even where no column does.
        if (!line.Has(CentralCode) && told.Central is null)
            untold |= ProfileFields.Central;
        // Half a position says nothing; two empty cells say that there is none.
        var blank = line.LeavesBlank(Lng) && line.LeavesBlank(Lat);
        return position is null && !blank ? untold | ProfileFields.Position : untold;
    }
}
