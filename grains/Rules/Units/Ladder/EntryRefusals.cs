namespace Supervision.Rules.Units.Ladder;

/// <summary>Refusals about entries made by hand, in words; one method a rule.</summary>
public static class EntryRefusals
{
    public static Refusal EntryUnknown(int no) =>
        new(RefusalCode.EntryUnknown, "entry", new($"没有待审核的手工登记 {no}", $"no entry {no} waits for approval"), null);

    public static Refusal EntryWaits(int no, string field) =>
        new(
            RefusalCode.EntryWaits,
            field,
            new(
                $"同一事项已登记为手工登记 {no}，正在等待审核",
                $"the same thing is entered already, as entry {no}, and waits for approval"
            ),
            new($"先审核手工登记 {no}", $"decide entry {no} first")
        );

    public static Refusal TooMany() =>
        new(
            RefusalCode.EntryWaits,
            null,
            new($"待审核的手工登记已有 {HandEntries.Most} 项", $"{HandEntries.Most} entries wait for approval"),
            new("先审核已有的登记", "decide those first")
        );

    public static Refusal BulletinUnknown(string county, DateOnly today) =>
        new(
            RefusalCode.BulletinInvalid,
            "bulletin",
            new("没有这份通报：编号须写作“行政区划代码:年Q季”", "there is no such bulletin: it is written area:yearQquarter"),
            Example(county, today)
        );

    public static Refusal BulletinOfAnother(string bulletin, string county, DateOnly today) =>
        new(
            RefusalCode.BulletinInvalid,
            "bulletin",
            new(
                $"通报 {bulletin} 不属于本县，也不属于所在市、省",
                $"bulletin {bulletin} is neither the county's nor of the city or province above it"
            ),
            Example(county, today)
        );

    public static Refusal BulletinAhead(string bulletin, string county, DateOnly today) =>
        new(
            RefusalCode.BulletinInvalid,
            "bulletin",
            new($"通报 {bulletin} 的季度尚未开始", $"the quarter of bulletin {bulletin} has not begun"),
            Example(county, today)
        );

    public static Refusal IssuedOnInvalid(DateOnly first, DateOnly last) =>
        new(
            RefusalCode.BulletinInvalid,
            "issuedOn",
            new("通报发布日期超出范围", "the day the bulletin was issued is out of range"),
            new($"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}", $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}")
        );

    public static Refusal ComplaintOfAnother(string other, string county) =>
        new(
            RefusalCode.ComplaintInvalid,
            "id",
            new($"举报编号属于 {other}，不属于本县", $"the complaint's number is of {other}, not of this county"),
            new($"{county} 开头的编号", $"a number that starts with {county}")
        );

    public static Refusal EvidenceMissing() =>
        new(
            RefusalCode.FieldRequired,
            "evidence",
            new("手工登记须附材料", "an entry made by hand needs a file"),
            new("至少一份已上传到该单位的文件", "at least one file uploaded for this unit")
        );

    private static Text Example(string county, DateOnly today)
    {
        var quarter = $"{county}:{today.Year}Q{(today.Month + 2) / 3}";
        return new($"如 {quarter}", $"e.g. {quarter}");
    }
}
