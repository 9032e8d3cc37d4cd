namespace Supervision.Rules.Tests.Checklists;

public class ChecklistTests
{
    private static readonly Checklist School = Rules.Catalogues.Checklists.Find("school-1")!;
    private static readonly Checklist Institution = Rules.Catalogues.Checklists.Latest(UnitKind.Institution);

    private static ImmutableArray<int> Applicable(Checklist list, string category, string day) =>
        [.. list.ApplicableTo(category, Civil.Day(day)).Select(item => item.No)];

    [Theory]
    [InlineData(UnitKind.School, "school-1", 1, 39)]
    [InlineData(UnitKind.School, "school-2", 2, 47)]
    [InlineData(UnitKind.Institution, "institution-1", 1, 27)]
    public void Checklist_OfAKind_NumbersItsItemsFromOneWithoutGaps(UnitKind kind, string id, int version, int count)
    {
        var list = Rules.Catalogues.Checklists.Find(id)!;
        (list.Id, list.Kind, list.Version).Should().Be((id, kind, version));
        list.Items.Select(item => item.No).Should().Equal(Enumerable.Range(1, count));
        list.Items.Should().OnlyContain(item => list.Find(item.No) == item);
        list.Find(0).Should().BeNull();
        list.Find(count + 1).Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("school-3")]
    [InlineData("SCHOOL-1")]
    public void Find_OfNoChecklist_IsNull(string? id) => Rules.Catalogues.Checklists.Find(id).Should().BeNull();

    [Fact]
    public void Latest_OfNoKind_Throws() =>
        ((Action)(() => Rules.Catalogues.Checklists.Latest(UnitKind.None))).Should().Throw<InvalidOperationException>();

    [Fact]
    public void Items_All_AreNamedInBothLanguagesAndSourced()
    {
        foreach (var item in Rules.Catalogues.Checklists.All.SelectMany(list => list.Items))
        {
            item.Name.Zh.Should().MatchRegex(@"[\u4e00-\u9fff]");
            item.Name.En.Should().NotBeNullOrWhiteSpace().And.NotMatchRegex(@"[\u4e00-\u9fff]");
            item.Source.Should().NotBeNullOrWhiteSpace();
            item.Kind.Should().NotBe(ItemKind.None);
            (item.Limit is null || (item.Limit.Zh.Length > 0 && item.Limit.En.Length > 0)).Should().BeTrue();
            item.Stages.Should().BeSubsetOf(["primary", "junior"]);
        }
    }

    [Fact]
    public void Items_OfAllChecklists_NameCategoriesOfTheirKind()
    {
        foreach (var list in Rules.Catalogues.Checklists.All)
        foreach (var code in list.Items.SelectMany(item => item.Categories))
            Taxonomy.Find(code)!.Kind.Should().Be(list.Kind);
    }

    [Fact]
    public void NormalItems_AndNoOthers_HaveCategories() =>
        Rules
            .Catalogues.Checklists.All.SelectMany(list => list.Items)
            .Should()
            .OnlyContain(item => item.Categories.IsEmpty == (item.Kind != ItemKind.Normal));

    /// <summary>What no line asks for is found in other ways: by the falsified paper, the slow answer, the refused door.</summary>
    [Fact]
    public void Categories_WithoutAnItem_AreOnlyThoseFoundOtherwise() =>
        Taxonomy
            .All.Select(category => category.Code)
            .Except(Rules.Catalogues.Checklists.All.SelectMany(list => list.Items).SelectMany(item => item.Categories))
            .Should()
            .BeEquivalentTo(
                "S-EX-03",
                "S-AD-02",
                "S-AD-03",
                "S-AD-06",
                "S-AD-07",
                "S-SF-01",
                "S-SF-02",
                "T-LIC-04",
                "T-AD-02",
                "T-AD-03",
                "T-AD-04",
                "T-AD-05",
                "T-AD-06",
                "T-AD-07"
            );

    [Theory]
    [InlineData("school-1", 1, "S-HW-01")]
    [InlineData("school-1", 13, "S-HW-12")]
    [InlineData("school-1", 14, "S-EX-01")]
    [InlineData("school-1", 27, "S-AS-09")]
    [InlineData("school-1", 32, "S-FM-05")]
    [InlineData("school-1", 34, "S-AD-04")]
    [InlineData("school-1", 35, "S-AD-04")]
    [InlineData("school-1", 37, "S-AD-01")]
    [InlineData("institution-1", 1, "T-LIC-01", "T-LIC-02")]
    [InlineData("institution-1", 6, "T-TIM-01")]
    [InlineData("institution-1", 7, "T-FEE-02")]
    [InlineData("institution-1", 8, "T-FEE-01")]
    [InlineData("institution-1", 21, "T-PTY-03")]
    [InlineData("institution-1", 25, "T-AD-01")]
    public void Item_OfTheSample_OpensItsCategories(string id, int no, params string[] codes) =>
        Rules.Catalogues.Checklists.Find(id)!.Find(no)!.Categories.Should().Equal(codes);

    [Theory]
    [InlineData("school-1", 4, 5, 9, 10, 21, 33)]
    [InlineData("school-2", 4, 5, 13, 14, 15, 16, 28, 41)]
    [InlineData("institution-1", 3, 4, 8, 14, 18)]
    public void ProhibitedItems_OfAChecklist_AreThoseWordedAsProhibitions(string id, params int[] numbers)
    {
        var list = Rules.Catalogues.Checklists.Find(id)!;
        list.Items.Where(item => item.Prohibited).Select(item => item.No).Should().Equal(numbers);
        list.Items.Should()
            .OnlyContain(item =>
                item.Prohibited
                == (
                    item.Name.Zh.Contains('无') && item.Categories.Any(code => Taxonomy.Find(code)!.Marks.HasFlag(CategoryMarks.Prohibited))
                )
            );
    }

    [Theory]
    [InlineData("school-1", ItemKind.Highlight, 8, 39)]
    [InlineData("school-1", ItemKind.OpenIssues, 38)]
    [InlineData("institution-1", ItemKind.Highlight, 27)]
    [InlineData("institution-1", ItemKind.OpenIssues, 26)]
    public void OptionalItems_OfAChecklist_AreHighlightsAndOpenIssues(string id, ItemKind kind, params int[] numbers) =>
        Rules.Catalogues.Checklists.Find(id)!.Items.Where(item => item.Kind == kind).Select(item => item.No).Should().Equal(numbers);

    [Theory]
    [InlineData("primary", new[] { 24, 25, 26 })]
    [InlineData("junior", new[] { 25 })]
    [InlineData("nine-year", new[] { 25 })]
    [InlineData("special", new[] { 24, 25, 26 })]
    public void SchoolItems_InTermTime_AreThoseOfTheStage(string category, int[] without) =>
        Applicable(School, category, "2026-04-15").Should().Equal(Enumerable.Range(1, 39).Except(without));

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    public void SummerCare_OnADay_IsAskedForInJulyAndAugustOnly(string day, bool asked)
    {
        Applicable(School, "primary", day).Contains(25).Should().Be(asked);
        Applicable(School, "junior", day).Contains(25).Should().Be(asked);
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("science")]
    [InlineData("arts")]
    [InlineData("sports")]
    [InlineData("other")]
    public void InstitutionItems_OfAnyClass_AllApply(string category) =>
        Applicable(Institution, category, "2026-07-15").Should().Equal(Enumerable.Range(1, 27));

    [Fact]
    public void SchoolChecklist_OfVersionTwo_IsSplitByTheSourcesOwnParts()
    {
        var list = Rules.Catalogues.Checklists.Find("school-2")!;
        string[] NamesOf(string category) => [.. list.Items.Where(item => item.Categories.Contains(category)).Select(item => item.Name.Zh)];
        NamesOf("S-HW-13").Should().Equal("发挥作业的诊断功能", "发挥作业的巩固功能", "发挥作业的学情分析功能", "发挥作业的育人功能");
        foreach (
            var (category, name) in new[]
            {
                ("S-HW-14", "无“机械”作业"),
                ("S-HW-15", "无“无效”作业"),
                ("S-HW-16", "无“重复性”作业"),
                ("S-HW-17", "无“惩罚性”作业"),
            }
        )
            NamesOf(category).Should().Equal(name);
        (NamesOf("S-AS-10"), NamesOf("S-AS-11"))
            .Should()
            .BeEquivalentTo((new[] { "课后服务“基本服务”落实" }, new[] { "课后服务“拓展服务”落实" }));
        NamesOf("S-AS-04").Should().Equal("小学生课后作业一般在学校完成", "初中生大部分课后作业尽量在学校完成");
        Applicable(list, "primary", "2026-04-15").Should().Contain(29).And.NotContain(30);
        Applicable(list, "junior", "2026-04-15").Should().Contain(30).And.NotContain(29);
        Applicable(list, "nine-year", "2026-04-15").Should().Contain([29, 30]);
        var old = Rules.Catalogues.Checklists.Find("school-1")!;
        old.Items.Select(item => item.Name.Zh)
            .Except(list.Items.Select(item => item.Name.Zh))
            .Should()
            .Equal(
                "无机械、无效作业",
                "无重复性、惩罚性作业",
                "“基本服务+拓展服务”落实",
                "小学生课后作业一般在校完成，初中生大部分在校完成"
            );
    }

    [Theory]
    [InlineData("2026-02-28", "school-1")]
    [InlineData("2026-03-01", "school-1 school-2")]
    [InlineData("2026-12-31", "school-1 school-2")]
    [InlineData("2027-01-01", "school-2")]
    public void SchoolChecklist_IsTakenByTheDayTheVisitBegan(string day, string taken)
    {
        Rules
            .Catalogues.Checklists.All.Where(list => list.Kind == UnitKind.School && list.IsTakenOn(Civil.Day(day)))
            .Select(list => list.Id)
            .Should()
            .Equal(taken.Split(' '));
        Rules.Catalogues.Checklists.On(UnitKind.School, Civil.Day(day)).Id.Should().Be(taken.Split(' ')[^1]);
        foreach (var list in Rules.Catalogues.Checklists.All.Where(list => list.Kind == UnitKind.School))
        {
            var filled = new FilledChecklist(
                list.Id,
                [
                    .. list.ApplicableTo("primary", Civil.Day(day))
                        .Where(item => item.Kind == ItemKind.Normal)
                        .Select(item => new ChecklistAnswer(item.No, ItemAnswer.Conforms, null, null, null, [])),
                ]
            );
            var refusal = ChecklistRules.Objection(filled, UnitKind.School, "primary", Civil.Day(day));
            if (taken.Contains(list.Id, StringComparison.Ordinal))
                refusal.Should().BeNull();
            else
                refusal
                    .Should()
                    .Match<Refusal>(each =>
                        each.Code == RefusalCode.ChecklistUnknown
                        && each.Field == "checklist.id"
                        && each.Accepted!.Zh == taken.Replace(" ", " | ")
                    );
        }
    }

    [Theory]
    [InlineData("school-1", 13, "一、二年级不布置家庭书面作业；三至六年级平均不超过60分钟；初中平均不超过90分钟")]
    [InlineData("school-1", 19, "每周5天，每天不少于2小时")]
    [InlineData("institution-1", 6, "线下不晚于20:30；线上不晚于21:00")]
    [InlineData("institution-1", 9, "一次收费不超过3个月或60课时")]
    public void Item_WithFigures_SaysThem(string id, int no, string limit) =>
        Rules.Catalogues.Checklists.Find(id)!.Find(no)!.Limit!.Zh.Should().Be(limit);
}
