namespace Supervision.Rules.Roster.Tables;

/// <summary>A column a roster may have. Which ones a table needs depends on its <see cref="RosterKind"/>.</summary>
/// <param name="name">English header, as in exported files.</param>
/// <param name="zh">Chinese header, as people are told.</param>
/// <param name="others">Other headers that mean the same.</param>
internal sealed class RosterColumn(string name, string zh, params string[] others)
{
    public string Name => name;

    public string Zh => zh;

    public IReadOnlyList<string> Others => others;

    /// <summary>What people call it.</summary>
    public Text Title { get; } = new(zh, name);

    public static readonly RosterColumn CountyCode = new(
        "county_code",
        "县级行政区划代码",
        "county",
        "区县代码",
        "县区代码",
        "县(市、区)代码",
        "行政区划代码",
        "县级代码",
        "区划代码"
    );
    public static readonly RosterColumn CountyName = new(
        "county_name",
        "县(市、区)",
        "区县",
        "县区",
        "所属区县",
        "区县名称",
        "县(市、区)名称"
    );
    public static readonly RosterColumn TownCode = new(
        "town_code",
        "乡级代码",
        "town",
        "乡镇代码",
        "乡镇(街道)代码",
        "街道代码",
        "镇街代码"
    );
    public static readonly RosterColumn TownName = new("town_name", "乡镇(街道)", "乡镇", "镇街", "乡镇街道", "乡镇(街道)名称");
    public static readonly RosterColumn Status = new("status", "状态", "办学状态", "机构状态", "运营状态");

    public static readonly RosterColumn SchoolNumber = new(
        "school_code",
        "学校标识码",
        "学校代码",
        "学校编码",
        "学校(机构)标识码",
        "标识码"
    );
    public static readonly RosterColumn SchoolName = new("school_name", "学校名称", "学校", "校名");
    public static readonly RosterColumn KindEn = new("kind", "类型代码");
    public static readonly RosterColumn KindCn = new("kind_cn", "办学类型", "学校类型", "学校类别", "办学层次");
    public static readonly RosterColumn Students = new("students", "在校生数", "在校学生数", "学生数", "学生人数", "在校生");
    public static readonly RosterColumn PrimaryStudents = new("primary_students", "小学段人数", "小学生数", "小学段学生数");
    public static readonly RosterColumn JuniorStudents = new("junior_students", "初中段人数", "初中生数", "初中段学生数");
    public static readonly RosterColumn MaleStudents = new("male_students", "男生数", "男生人数", "男");
    public static readonly RosterColumn FemaleStudents = new("female_students", "女生数", "女生人数", "女");
    public static readonly RosterColumn Lng = new("lng", "经度", "longitude", "东经");
    public static readonly RosterColumn Lat = new("lat", "纬度", "latitude", "北纬");

    public static readonly RosterColumn CentralCode = new(
        "central_code",
        "中心学校标识码",
        "中心学校代码",
        "中心学校编码",
        "所属中心学校",
        "所属中心学校标识码",
        "中心校代码",
        "central_school_code"
    );

    public static readonly RosterColumn InstitutionCode = new(
        "institution_code",
        "机构编号",
        "统一社会信用代码",
        "社会信用代码",
        "机构代码",
        "credit_code"
    );
    public static readonly RosterColumn InstitutionName = new("institution_name", "机构名称", "培训机构名称", "培训机构");
    public static readonly RosterColumn Category = new("category", "类别代码");
    public static readonly RosterColumn Subtype = new("subtype", "培训类别", "机构类别", "培训类型");
    public static readonly RosterColumn Trainees = new("trainees", "在训人数", "学员数", "学员人数", "培训人数");

    public static readonly RosterColumn InspectorCode = new(
        "inspector_code",
        "督学编号",
        "责任督学编号",
        "督学证号",
        "督学代码",
        "inspector"
    );
    public static readonly RosterColumn ZoneCode = new("zone_code", "责任区编号", "zone", "责任区", "督学责任区", "责任区代码");
    public static readonly RosterColumn EmploymentWord = new("employment", "专兼职", "专职/兼职", "专兼职情况");
    public static readonly RosterColumn ValidFrom = new("valid_from", "起始日期", "开始日期", "生效日期", "聘任起始日期", "聘期开始");
    public static readonly RosterColumn ValidTo = new("valid_to", "截止日期", "结束日期", "终止日期", "聘任截止日期", "聘期结束");

    public static readonly RosterColumn TargetKind = new("target_kind", "对象类别", "对象类型", "单位类别");
    public static readonly RosterColumn TargetCode = new("target_code", "对象编号", "对象代码", "单位编号", "单位代码");

    // Known to exist in rosters, not stored: read by nobody, reported by nobody.
    public static readonly RosterColumn CityCode = new("city_code", "市级代码");
    public static readonly RosterColumn CityName = new("city_name", "设区市");
    public static readonly RosterColumn ProvinceCode = new("province_code", "省级代码");
    public static readonly RosterColumn ProvinceName = new("province_name", "省");
    public static readonly RosterColumn CenterLng = new("center_lng", "中心经度");
    public static readonly RosterColumn CenterLat = new("center_lat", "中心纬度");
    public static readonly RosterColumn Population = new("population_2020", "2020年人口", "population", "人口");
    public static readonly RosterColumn Towns = new("towns", "乡镇街道数");
    public static readonly RosterColumn Schools = new("schools", "学校数");
    public static readonly RosterColumn Primary = new("primary", "小学");
    public static readonly RosterColumn Junior = new("junior", "初级中学");
    public static readonly RosterColumn NineYear = new("nine_year", "九年一贯制学校");
    public static readonly RosterColumn Institutions = new("institutions", "培训机构数");
    public static readonly RosterColumn Inspectors = new("inspectors", "责任督学数");
    public static readonly RosterColumn Ownership = new("ownership", "办别");
    public static readonly RosterColumn UrbanRural = new("urban_rural", "城乡分类");
    public static readonly RosterColumn Classes = new("classes", "班级数");
    public static readonly RosterColumn Teachers = new("teachers", "专任教师数");
    public static readonly RosterColumn Boarding = new("boarding", "寄宿制");
    public static readonly RosterColumn LegalNature = new("legal_nature", "法人性质");
    public static readonly RosterColumn CompetentDept = new("competent_dept", "主管部门");
    public static readonly RosterColumn FundsSupervised = new("funds_supervised", "资金监管");
    public static readonly RosterColumn OnWhitelist = new("on_whitelist", "白名单");
    public static readonly RosterColumn Stage = new("stage", "督导学段");
    public static readonly RosterColumn SchoolCount = new("school_count", "负责学校数");
    public static readonly RosterColumn InstitutionCount = new("institution_count", "负责机构数");
    public static readonly RosterColumn TownCodes = new("town_codes", "负责乡级代码");
    public static readonly RosterColumn TargetName = new("target_name", "对象名称", "单位名称");
    public static readonly RosterColumn MinVisits = new("min_visits_per_month", "每月最少次数");
    public static readonly RosterColumn Serial = new("no", "序号", "编号", "serial");
    public static readonly RosterColumn Remark = new("remark", "备注", "remarks", "note");

    /// <summary>Why a row was not taken, in the file of such rows; read by nobody when it comes back.</summary>
    public static readonly RosterColumn NotTaken = new("reason_not_taken", "未导入原因");

    /// <summary>Where a row that was not taken stood; read by nobody when it comes back.</summary>
    public static readonly RosterColumn SourceRow = new("source_row", "原文件行号");
}
