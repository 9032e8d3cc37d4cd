namespace Supervision.Rules.Units.Texts;

/// <summary>Why a visit is doubted, in words: for the county's queue, the unit's page and its timeline.</summary>
public static class DoubtTexts
{
    /// <summary>One for each contradicting visit, and one for every other reason.</summary>
    public static ImmutableArray<Text> Reasons(VisitDoubt doubt) => Reasons(doubt.StartedAt, doubt.EndedAt, doubt.Flags, doubt.Conflicts);

    internal static ImmutableArray<Text> Reasons(
        DateTimeOffset startedAt,
        DateTimeOffset endedAt,
        ImmutableArray<VisitFlag> flags,
        ImmutableArray<VisitConflict> conflicts
    ) =>
        [
            .. conflicts.Select(conflict => Of(startedAt, endedAt, conflict)),
            .. flags.Where(flag => !conflicts.Any(conflict => conflict.Flag == flag)).Select(Words.Of),
        ];

    internal static Text Say(VisitQuestioned e)
    {
        var why = Reasons(e.StartedAt, e.EndedAt, e.Flags, e.Conflicts);
        var (zh, en) = (string.Join("；", why.Select(reason => reason.Zh)), string.Join("; ", why.Select(reason => reason.En)));
        return e.Stands
            ? new(
                $"督学 {e.Inspector} {When(e.StartedAt)} 的到访列入复核：{zh}",
                $"the visit of {e.Inspector} on {When(e.StartedAt)} is to be reviewed: {en}"
            )
            : new(
                $"督学 {e.Inspector} {When(e.StartedAt)} 的到访存疑，等待确认：{zh}",
                $"the visit of {e.Inspector} on {When(e.StartedAt)} is doubted and waits for confirmation: {en}"
            );
    }

    /// <param name="stands">It keeps what it counted for until the county has looked.</param>
    internal static Text Alert(string unit, string inspector, DateTimeOffset startedAt, bool stands) =>
        stands
            ? new(
                $"{unit}：{inspector} {When(startedAt)} 的督导待县级复核",
                $"{unit}: the visit of {inspector} on {When(startedAt)} is to be reviewed by the county"
            )
            : new(
                $"{unit}：{inspector} {When(startedAt)} 的督导存疑，待确认",
                $"{unit}: the visit of {inspector} on {When(startedAt)} is doubtful and waits for confirmation"
            );

    private static Text Of(DateTimeOffset startedAt, DateTimeOffset endedAt, VisitConflict conflict)
    {
        var other = $"{When(conflict.StartedAt)}–{Clock(conflict.EndedAt)}";
        var (farZh, farEn) = conflict.Metres is { } metres ? ($"相距 {Far(metres).Zh}，", $"{Far(metres).En} away, ") : ("", "");
        if (conflict.Kmh is not { } kmh)
            return new(
                $"与该督学在{conflict.UnitName}的督导（{other}）时间重叠{(farZh.Length > 0 ? $"，{farZh[..^1]}" : "")}",
                $"overlaps the same inspector's visit to {conflict.UnitName} ({other}){(farEn.Length > 0 ? $", {farEn[..^2]}" : "")}"
            );
        var between = conflict.StartedAt >= endedAt ? conflict.StartedAt - endedAt : startedAt - conflict.EndedAt;
        var minutes = Math.Max(0, (int)Math.Ceiling(between.TotalMinutes));
        return new(
            $"与该督学在{conflict.UnitName}的督导（{other}）{farZh}间隔 {minutes} 分钟，须时速 {kmh} 公里，上限 {conflict.MaxKmh} 公里",
            $"the same inspector's visit to {conflict.UnitName} ({other}) is {farEn}{minutes} minutes apart: {kmh} km/h, at most {conflict.MaxKmh} km/h are plausible"
        );
    }

    private static Text Far(int metres) =>
        metres >= 1_000
            ? new(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{metres / 1000.0:0.0} 公里"),
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{metres / 1000.0:0.0} km")
            )
            : new($"{metres} 米", $"{metres} m");

    private static string When(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
