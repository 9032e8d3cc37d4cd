using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Issues;

public partial class TaxonomyTests
{
    [Theory]
    [InlineData(UnitKind.School, 49)]
    [InlineData(UnitKind.Institution, 33)]
    public void Categories_OfAKind_AreAllThere(UnitKind kind, int count) =>
        Taxonomy.All.Count(category => category.Kind == kind).Should().Be(count);

    [Theory]
    [InlineData("S-EX", 3)]
    [InlineData("S-HW", 17)]
    [InlineData("S-LT", 3)]
    [InlineData("S-AS", 11)]
    [InlineData("S-FM", 5)]
    [InlineData("S-TE", 1)]
    [InlineData("S-AD", 7)]
    [InlineData("S-SF", 2)]
    [InlineData("T-SUB", 3)]
    [InlineData("T-LIC", 4)]
    [InlineData("T-FEE", 6)]
    [InlineData("T-CON", 2)]
    [InlineData("T-MAT", 2)]
    [InlineData("T-TIM", 1)]
    [InlineData("T-STA", 2)]
    [InlineData("T-PTY", 3)]
    [InlineData("T-RSK", 2)]
    [InlineData("T-ADV", 1)]
    [InlineData("T-AD", 7)]
    public void Group_OfTheTaxonomy_NumbersItsCategoriesFromOne(string group, int count) =>
        Taxonomy
            .All.Where(category => category.Group == group)
            .Select(category => category.Code)
            .Should()
            .Equal(Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{group}-{number:00}")));

    [Fact]
    public void Codes_OfAllCategories_AreUniqueAndWellFormed()
    {
        Taxonomy.All.Select(category => category.Code).Should().OnlyHaveUniqueItems();
        foreach (var category in Taxonomy.All)
        {
            category.Code.Should().MatchRegex(Form());
            category.Kind.Should().Be(category.Code[0] == 'S' ? UnitKind.School : UnitKind.Institution);
            category.Code.Should().Be($"{category.Group}-{category.Code[^2..]}");
            Taxonomy.Find(category.Code).Should().BeSameAs(category);
        }
    }

    [Fact]
    public void Categories_All_AreNamedInBothLanguagesGradedAndSourced()
    {
        foreach (var category in Taxonomy.All)
        {
            category.Name.Zh.Should().MatchRegex(Chinese());
            category.Name.En.Should().NotBeNullOrWhiteSpace().And.NotMatchRegex(Chinese());
            category.Default.Should().BeOneOf(Severity.Minor, Severity.General, Severity.Serious);
            category.Source.Should().NotBeNullOrWhiteSpace();
        }

        Taxonomy.All.GroupBy(category => (category.Kind, category.Name.Zh)).Should().OnlyContain(names => names.Count() == 1);
        Taxonomy.All.GroupBy(category => (category.Kind, category.Name.En)).Should().OnlyContain(names => names.Count() == 1);
    }

    [Theory]
    [InlineData("S-EX-02", "招生录取不规范", Severity.Serious, CategoryMarks.Harm)]
    [InlineData("S-EX-03", "公布成绩或排名", Severity.General, CategoryMarks.Prohibited)]
    [InlineData("S-HW-01", "作业管理制度不完善", Severity.Minor, CategoryMarks.None)]
    [InlineData("S-HW-04", "给家长布置或变相布置作业", Severity.General, CategoryMarks.Prohibited | CategoryMarks.Harm)]
    [InlineData("S-HW-12", "书面作业超时", Severity.General, CategoryMarks.Harm)]
    [InlineData("S-FM-02", "睡眠管理不到位", Severity.Minor, CategoryMarks.None)]
    [InlineData("S-TE-01", "有偿补课", Severity.Serious, CategoryMarks.Prohibited | CategoryMarks.Harm)]
    [InlineData("S-SF-01", "校园及周边安全隐患", Severity.Serious, CategoryMarks.Harm)]
    [InlineData("S-AD-02", "弄虚作假", Severity.Serious, CategoryMarks.Prohibited | CategoryMarks.Major)]
    [InlineData("T-SUB-02", "学科类隐形变异培训", Severity.Serious, CategoryMarks.Prohibited | CategoryMarks.Major)]
    [InlineData("T-SUB-03", "节假日、双休日、寒暑假开展学科类培训", Severity.Serious, CategoryMarks.Prohibited)]
    [InlineData("T-LIC-02", "“无证有照”未重新审批登记", Severity.Serious, CategoryMarks.None)]
    [InlineData("T-FEE-02", "未执行政府指导价", Severity.General, CategoryMarks.Harm)]
    [InlineData("T-FEE-04", "预收费未纳入监管", Severity.Serious, CategoryMarks.Harm | CategoryMarks.Major)]
    [InlineData("T-ADV-01", "违规广告、虚假宣传", Severity.General, CategoryMarks.Prohibited)]
    [InlineData("T-AD-07", "阻挠督导、打击报复", Severity.Serious, CategoryMarks.Prohibited | CategoryMarks.Major)]
    public void Category_OfTheSample_HasItsNameGradeAndMarks(string code, string name, Severity severity, CategoryMarks marks)
    {
        var category = Taxonomy.Find(code)!;
        (category.Name.Zh, category.Default, category.Marks).Should().Be((name, severity, marks));
    }

    [Theory]
    [InlineData(CategoryMarks.Prohibited, 24)]
    [InlineData(CategoryMarks.Harm, 18)]
    [InlineData(CategoryMarks.Major, 9)]
    public void Marks_OfAllCategories_AreAsManyAsReleased(CategoryMarks mark, int count) =>
        Taxonomy.All.Count(category => category.Marks.HasFlag(mark)).Should().Be(count);

    [Fact]
    public void InstitutionsOffice_ComparedWithTheSchools_HasTheSameGradesAndMarks() =>
        Taxonomy
            .All.Where(category => category.Group == "T-AD")
            .Select(category => (category.Default, category.Marks, category.Source))
            .Should()
            .Equal(
                Taxonomy
                    .All.Where(category => category.Group == "S-AD")
                    .Select(category => (category.Default, category.Marks, category.Source))
            );

    [Fact]
    public void Groups_All_AreNamedInBothLanguages()
    {
        foreach (var group in Taxonomy.All.Select(category => category.Group).Distinct())
        {
            Taxonomy.GroupName(group).Zh.Should().MatchRegex(Chinese());
            Taxonomy.GroupName(group).En.Should().NotBeNullOrWhiteSpace();
        }

        Taxonomy.GroupName("S-HW").Should().Be(new Text("作业", "homework"));
        Taxonomy.GroupName("T-FEE").Should().Be(new Text("收费与资金", "fees"));
        ((Action)(() => Taxonomy.GroupName("S-XX"))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S-HW-18")]
    [InlineData("s-hw-01")]
    [InlineData("S-HW")]
    public void Find_OfNoCode_IsNull(string? code) => Taxonomy.Find(code).Should().BeNull();

    [Fact]
    public void Predicates_OverTheTaxonomy_HoldForOneCategoryOfEachKind()
    {
        Codes(Taxonomy.IsFalsification).Should().Equal("S-AD-02", "T-AD-02");
        Codes(Taxonomy.IsInaction).Should().Equal("S-AD-03", "T-AD-03");
        Codes(Taxonomy.IsPoorRectification).Should().Equal("S-AD-06", "T-AD-06");
        Codes(Taxonomy.IsObstruction).Should().Equal("S-AD-07", "T-AD-07");
        Taxonomy.IsFalsification(null).Should().BeFalse();

        static IEnumerable<string> Codes(Func<string?, bool> predicate) => Taxonomy.All.Select(category => category.Code).Where(predicate);
    }

    [Fact]
    public void SelfCheckLate_OfAKind_IsThatKindsCategory()
    {
        Taxonomy.SelfCheckLate(UnitKind.School).Code.Should().Be("S-AD-01");
        Taxonomy.SelfCheckLate(UnitKind.Institution).Code.Should().Be("T-AD-01");
        ((Action)(() => Taxonomy.SelfCheckLate(UnitKind.None))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [GeneratedRegex(@"^[ST]-[A-Z]{2,3}-\d\d$")]
    private static partial Regex Form();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
