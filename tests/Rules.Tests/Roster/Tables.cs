namespace Supervision.Rules.Tests.Roster;

/// <summary>Tables of one good row each; a test changes the cells it is about.</summary>
internal static class Tables
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    public static RosterContext Context => RosterContext.Empty(Today);

    public static RosterSheet Schools(params IReadOnlyList<string>[] rows) =>
        RosterSheet.Of(
            "schools.csv",
            [
                "school_code",
                "school_name",
                "kind",
                "county_code",
                "county_name",
                "town_code",
                "town_name",
                "students",
                "primary_students",
                "junior_students",
                "status",
            ],
            rows
        );

    public static RosterSheet Institutions(params IReadOnlyList<string>[] rows) =>
        RosterSheet.Of(
            "institutions.csv",
            ["institution_code", "institution_name", "category", "subtype", "county_code", "trainees", "status"],
            rows
        );

    public static RosterSheet Inspectors(params IReadOnlyList<string>[] rows) =>
        RosterSheet.Of("inspectors.csv", ["inspector_code", "county_code", "zone_code", "employment", "valid_from", "valid_to"], rows);

    public static RosterSheet Assignments(params IReadOnlyList<string>[] rows) =>
        RosterSheet.Of(
            "assignments.csv",
            ["inspector_code", "target_kind", "target_code", "county_code", "zone_code", "valid_from", "valid_to"],
            rows
        );

    public static string[] School(
        string code = "2133901746",
        string name = "吴兴区实验小学",
        string kind = "primary",
        string county = "330502",
        string countyName = "",
        string town = "",
        string townName = "",
        string students = "",
        string primary = "",
        string junior = "",
        string status = "正常"
    ) => [code, name, kind, county, countyName, town, townName, students, primary, junior, status];

    public static string[] Institution(
        string code = "PX-330502-0001",
        string name = "吴兴甲戌艺术培训有限公司",
        string category = "nonsubject",
        string subtype = "文化艺术类",
        string county = "330502",
        string trainees = "",
        string status = "正常"
    ) => [code, name, category, subtype, county, trainees, status];

    public static string[] Inspector(
        string code = "督学-330502-01",
        string county = "330502",
        string zone = "330502-Z01",
        string employment = "兼职",
        string from = "2025-09-01",
        string to = "2027-08-31"
    ) => [code, county, zone, employment, from, to];

    public static string[] Assignment(
        string inspector = "督学-330502-01",
        string kind = "school",
        string code = "2133901746",
        string county = "",
        string zone = "",
        string from = "2025-09-01",
        string to = "2027-08-31"
    ) => [inspector, kind, code, county, zone, from, to];

    public static RosterPlan Judge(params RosterSheet[] sheets) => RosterJudge.Judge(sheets, Context);

    public static IEnumerable<RosterCode> Codes(this RosterPlan plan, FindingGrade severity) =>
        plan.Findings.Where(finding => finding.Severity == severity).Select(finding => finding.Code);
}
