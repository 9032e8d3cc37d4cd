namespace Supervision.Rules.Roster.Tables;

/// <summary>The closed lists of words a roster may use, Chinese and English; lower case.</summary>
internal static class RosterWords
{
    public static readonly Text SchoolKinds = new("小学、初级中学、九年一贯制学校", "primary, junior, nine-year");
    public static readonly Text InstitutionKinds = new("科技类、文化艺术类、体育类、学科类", "科技类, 文化艺术类, 体育类, 学科类");
    public static readonly Text Statuses = new("正常、停办(停业)、注销(撤销)", "active, suspended, closed");
    public static readonly Text Employments = new("专职、兼职", "full-time, part-time");
    public static readonly Text TargetKinds = new("学校、机构", "school, institution");

    /// <returns><c>primary</c>, <c>junior</c>, <c>nine-year</c>; null for any other word.</returns>
    public static string? SchoolKind(string word) =>
        word switch
        {
            "primary" or "小学" or "教学点" or "小学教学点" or "完全小学" => "primary",
            "junior" or "初级中学" or "初中" => "junior",
            "nine-year" or "nine_year" or "nineyear" or "九年一贯制学校" or "九年一贯制" => "nine-year",
            _ => null,
        };

    /// <returns><c>science</c>, <c>arts</c>, <c>sports</c>, <c>subject</c>, <c>other</c>; null for any other word.</returns>
    public static string? InstitutionKind(string word) =>
        word switch
        {
            "science" or "科技类" or "科技" => "science",
            "arts" or "文化艺术类" or "文化艺术" or "艺术类" => "arts",
            "sports" or "体育类" or "体育" => "sports",
            "subject" or "学科类" or "学科" => "subject",
            "other" or "其他" or "其他类" or "其他非学科类" => "other",
            _ => null,
        };

    /// <returns>True for 学科类, false for 非学科类, null for any other word.</returns>
    public static bool? IsSubject(string word) =>
        word switch
        {
            "subject" or "学科类" or "学科" => true,
            "nonsubject" or "non-subject" or "非学科类" or "非学科" => false,
            _ => null,
        };

    public static UnitStatus Status(string word) =>
        word switch
        {
            "active" or "正常" or "在办" or "正常办学" or "营业" or "正常营业" or "整改中" or "整改" => UnitStatus.Active,
            "suspended" or "停办" or "停业" or "暂停" or "暂停办学" or "停课" or "停业整顿" => UnitStatus.Suspended,
            "closed" or "注销" or "已注销" or "撤销" or "已撤销" or "吊销" or "关闭" or "已关闭" or "终止办学" => UnitStatus.Closed,
            _ => UnitStatus.None,
        };

    public static Text Of(UnitStatus status) =>
        status switch
        {
            UnitStatus.Suspended => new("停办(停业)", "suspended"),
            UnitStatus.Closed => new("注销(撤销)", "closed"),
            _ => new("正常", "active"),
        };

    public static Text Of(Employment employment) =>
        employment == Inspectors.Employment.FullTime ? new("专职", "full-time") : new("兼职", "part-time");

    public static Employment Employment(string word) =>
        word switch
        {
            "full-time" or "fulltime" or "full_time" or "专职" => Inspectors.Employment.FullTime,
            "part-time" or "parttime" or "part_time" or "兼职" => Inspectors.Employment.PartTime,
            _ => Inspectors.Employment.None,
        };

    public static UnitKind TargetKind(string word) =>
        word switch
        {
            "school" or "学校" => UnitKind.School,
            "institution" or "机构" or "培训机构" or "校外培训机构" => UnitKind.Institution,
            _ => UnitKind.None,
        };

    /// <summary>No word is <see cref="UnitStatus.Active"/>: a roster lists what exists. None, and said, for an unknown word. What is registered stays when the file has no such column.</summary>
    public static UnitStatus ReadStatus(this RosterLine line)
    {
        if (line.Word(RosterColumn.Status, required: false) is not { } word)
            return UnitStatus.Active;
        var status = Status(word);
        if (status == UnitStatus.None)
            line.Unknown(RosterColumn.Status, Statuses);
        else if (word.StartsWith("整改", StringComparison.Ordinal))
            line.Say(
                RosterCode.StatusRead,
                RosterColumn.Status,
                new(
                    "“整改中”按“正常”登记，整改情况不在名册中记录",
                    "an institution under rectification is registered as active; rectification is not kept in the roster"
                )
            );
        return status;
    }

    public static void Unknown(this RosterLine line, RosterColumn column, Text accepted) =>
        line.Reject(RosterCode.WordUnknown, column, new($"“{column.Zh}”的内容无法识别", $"this is no known {column.Name}"), accepted);
}
