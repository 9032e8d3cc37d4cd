namespace Supervision.Rules.Steps;

/// <summary>Refusals about the ladders of inspectors and counties in words; one method a code.</summary>
public static class StepRefusals
{
    public static Refusal StepUnknown(int no) =>
        new(RefusalCode.StepUnknown, "no", new($"没有第 {no} 项措施", $"there is no measure {no}"), null);

    public static Refusal StepConflict(int no, StepState state, StepState accepted) =>
        new(
            RefusalCode.StepStateConflict,
            "no",
            new($"第 {no} 项措施当前为“{StepWords.Of(state).Zh}”", $"measure {no} is {StepWords.Of(state).En}"),
            StepWords.Of(accepted)
        );

    public static Refusal ProposalOpen(int no, Text rung) =>
        new(
            RefusalCode.StepProposalOpen,
            "rung",
            new($"已有待决定的“{rung.Zh}”建议（第 {no} 项）", $"{rung.En} is proposed already, measure {no}"),
            null
        );

    public static Refusal Revoked(DateOnly lastDay) =>
        new(
            RefusalCode.QualificationRevoked,
            null,
            new(
                $"该督学的督学资格已取消，聘任至 {lastDay:yyyy-MM-dd} 止",
                $"this inspector's qualification is revoked, the appointment ends on {lastDay:yyyy-MM-dd}"
            ),
            null
        );

    public static Refusal RungInvalid()
    {
        var names = string.Join(" | ", Enum.GetValues<CountyRung>().Skip(1).Select(rung => $"{rung}（{StepWords.Of(rung).Zh}）"));
        return new(
            RefusalCode.CountyRungInvalid,
            "rung",
            new("没有这种措施", "there is no such measure"),
            new(names, string.Join(" | ", Enum.GetNames<CountyRung>().Skip(1)))
        );
    }
}
