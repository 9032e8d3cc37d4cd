namespace Supervision.Rules.Roster.Tables;

using static RosterColumn;

/// <summary>What may stand in a column, and an example of it: for templates, and for whoever left a required cell empty.</summary>
internal static class RosterColumns
{
    private static readonly Text Anything = new("1 至 100 个字", "1 to 100 characters");
    private static readonly Text Day = new("2026-09-01、2026/9/1 或 2026年9月1日", "2026-09-01, 2026/9/1 or 2026年9月1日");
    private static readonly Text Number = new("0 至 20000 的整数", "a whole number from 0 to 20000");

    private static readonly Dictionary<RosterColumn, (Text Accepted, string Example)> Known = new()
    {
        [CountyCode] = (new("现行的 6 位县级行政区划代码", "a county code of six digits that is in use"), "330521"),
        [CountyName] = (new("县（市、区）名称，须与代码一致", "the county's name, the same as by its code"), "德清县"),
        [TownCode] = (
            new("以县级代码开头的 9 位乡级代码，或留空", "a town code of nine digits that begins with the county's, or nothing"),
            "330521001"
        ),
        [TownName] = (new("乡镇（街道）名称，或留空", "the town's name, or nothing"), "武康街道"),
        [Status] = (RosterWords.Statuses, "正常"),
        [SchoolNumber] = (
            new(
                "10 位学校标识码；教学点为“所属学校标识码#两位序号”",
                "ten digits; a teaching point is its parent's ten digits, # and two digits"
            ),
            "2133901815"
        ),
        [SchoolName] = (Anything, "德清县示例小学"),
        [KindCn] = (RosterWords.SchoolKinds, "小学"),
        [KindEn] = (RosterWords.SchoolKinds, "primary"),
        [Students] = (Number, "1724"),
        [PrimaryStudents] = (Number, "1724"),
        [JuniorStudents] = (Number, "0"),
        [MaleStudents] = (Number, "900"),
        [FemaleStudents] = (Number, "824"),
        [Lng] = (
            new("东经度数，如 119.9675，或留空；与纬度一起填写", "degrees east such as 119.9675, or nothing; together with the latitude"),
            "119.9675"
        ),
        [Lat] = (
            new("北纬度数，如 30.5342，或留空；与经度一起填写", "degrees north such as 30.5342, or nothing; together with the longitude"),
            "30.5342"
        ),
        [CentralCode] = (
            new(
                "本县一所学校的 10 位标识码，该校自己没有中心学校；或留空",
                "ten digits of a school of the county that has no central school itself, or nothing"
            ),
            ""
        ),
        [InstitutionCode] = (
            new(
                "18 位统一社会信用代码，或本县编号（如 PX-330502-0001）",
                "a credit code of 18 characters, or the county's own code such as PX-330502-0001"
            ),
            "PX-330521-0001"
        ),
        [InstitutionName] = (Anything, "德清示例艺术培训有限公司"),
        [Subtype] = (RosterWords.InstitutionKinds, "文化艺术类"),
        [Category] = (new("学科类、非学科类", "subject, nonsubject"), "非学科类"),
        [Trainees] = (Number, "195"),
        [InspectorCode] = (new("形如 督学-330502-01 的督学编号", "a code such as 督学-330502-01"), "督学-330521-01"),
        [ZoneCode] = (new("督学责任区编号，或留空", "the code of the responsibility zone, or nothing"), "330521-Z01"),
        [EmploymentWord] = (RosterWords.Employments, "兼职"),
        [ValidFrom] = (Day, "2026-09-01"),
        [ValidTo] = (
            new("不早于起始日期的日期；“长期”或留空表示没有截止日期", "a day not before the first; 长期 or nothing for no last day"),
            "2027-08-31"
        ),
        [TargetKind] = (RosterWords.TargetKinds, "学校"),
        [TargetCode] = (
            new(
                "学校标识码或机构编号，单位须已登记或在同一次上传中",
                "the code of a school or institution that is registered or in the same upload"
            ),
            "2133901815"
        ),
    };

    public static Text Accepted(RosterColumn column) => Known.TryGetValue(column, out var known) ? known.Accepted : Anything;

    public static string Example(RosterColumn column) => Known.TryGetValue(column, out var known) ? known.Example : "";
}
