using System.Text.Json;

namespace Supervision.Rules.Tests.Checklists;

public class ChecklistRulesTests
{
    private static readonly DateOnly Spring = Civil.Day("2026-04-15");
    private static readonly string Hash = new('a', 64);

    /// <summary>Everything a school or an institution is asked for, and nothing wrong.</summary>
    private static FilledChecklist Clean(UnitKind kind = UnitKind.School, string category = "primary", string day = "2026-04-15")
    {
        var list = Rules.Catalogues.Checklists.Find(kind == UnitKind.School ? "school-1" : "institution-1")!;
        return new(
            list.Id,
            [.. list.ApplicableTo(category, Civil.Day(day)).Where(item => item.Kind == ItemKind.Normal).Select(item => Answer(item.No))]
        );
    }

    private static ChecklistAnswer Answer(int no, ItemAnswer answer = ItemAnswer.Conforms, ItemDisposition? disposition = null) =>
        new(no, answer, disposition, null, null, []);

    private static FilledChecklist With(params ChecklistAnswer[] answers)
    {
        var clean = Clean();
        return clean with { Answers = [.. clean.Answers.Where(kept => !answers.Any(answer => answer.Item == kept.Item)), .. answers] };
    }

    private static FilledChecklist Without(params int[] numbers) =>
        Clean() with
        {
            Answers = Clean().Answers.RemoveAll(answer => numbers.Contains(answer.Item)),
        };

    private static Refusal? Objection(FilledChecklist filled) => ChecklistRules.Objection(filled, UnitKind.School, "primary", Spring);

    public static TheoryData<RefusalCode, string, string, FilledChecklist> Refused() =>
        new()
        {
            { RefusalCode.ChecklistUnknown, "id", "学校", Clean() with { Id = "school-9" } },
            { RefusalCode.ChecklistUnknown, "id", "学校", Clean() with { Id = null! } },
            { RefusalCode.ChecklistUnknown, "id", "school-1", Clean(UnitKind.Institution, "arts") },
            { RefusalCode.FieldRequired, "answers[33]", "第 34 项的答复", Clean() with { Answers = Clean().Answers.Add(null!) } },
            { RefusalCode.ChecklistItemUnknown, "answers[0].item", "第 0 项", Clean() with { Answers = [Answer(0)] } },
            { RefusalCode.ChecklistItemUnknown, "answers[0].item", "第 40 项", Clean() with { Answers = [Answer(40)] } },
            { RefusalCode.ChecklistItemUnknown, "answers[0].item", "第 -1 项", Clean() with { Answers = [Answer(-1)] } },
            { RefusalCode.ChecklistItemUnknown, "answers[0].item", "晚自习", Clean() with { Answers = [Answer(24)] } },
            {
                RefusalCode.ChecklistItemUnknown,
                "answers[0].item",
                "暑期托管",
                Clean() with
                {
                    Answers = [Answer(25, ItemAnswer.NotApplicable)],
                }
            },
            {
                RefusalCode.ChecklistItemTwice,
                "answers[33].item",
                "第 1 项“作业管理制度",
                Clean() with
                {
                    Answers = Clean().Answers.Add(Answer(1)),
                }
            },
            { RefusalCode.ChecklistItemMissing, "answers", "还有 1 项未填写：第 33 项“无教师有偿补课”", Without(33) },
            { RefusalCode.ChecklistItemMissing, "answers", "还有 4 项未填写：第 1 项", Without(1, 2, 3, 37) },
            { RefusalCode.ChecklistItemMissing, "answers", "还有 33 项未填写", Clean() with { Answers = [] } },
            { RefusalCode.ChecklistItemMissing, "answers", "还有 33 项未填写", Clean() with { Answers = default } },
            { RefusalCode.ChecklistAnswerInvalid, "answers[32].answer", "第 1 项", With(Answer(1, ItemAnswer.None)) },
            { RefusalCode.ChecklistAnswerInvalid, "answers[32].answer", "第 1 项", With(Answer(1, (ItemAnswer)5)) },
            { RefusalCode.ChecklistAnswerInvalid, "answers[32].answer", "禁止性事项", With(Answer(4, ItemAnswer.MostlyConforms)) },
            { RefusalCode.ChecklistAnswerInvalid, "answers[32].answer", "禁止性事项", With(Answer(33, ItemAnswer.NotApplicable)) },
            {
                RefusalCode.ChecklistAnswerInvalid,
                "answers[32].disposition",
                "处置方式",
                With(Answer(1, ItemAnswer.Conforms, ItemDisposition.RecordOnly))
            },
            {
                RefusalCode.ChecklistAnswerInvalid,
                "answers[32].disposition",
                "处置方式",
                With(Answer(1, ItemAnswer.MostlyConforms, ItemDisposition.None))
            },
            {
                RefusalCode.ChecklistAnswerInvalid,
                "answers[33].disposition",
                "只作记录",
                With(Answer(8, ItemAnswer.DoesNotConform, ItemDisposition.Notice))
            },
            {
                RefusalCode.ChecklistAnswerInvalid,
                "answers[33].disposition",
                "只作记录",
                With(Answer(38, ItemAnswer.DoesNotConform, ItemDisposition.OnTheSpot))
            },
            { RefusalCode.DispositionMissing, "answers[32].disposition", "第 1 项", With(Answer(1, ItemAnswer.DoesNotConform)) },
            {
                RefusalCode.DispositionMissing,
                "answers[32].disposition",
                "第 1 项",
                With(Answer(1, ItemAnswer.DoesNotConform, ItemDisposition.None))
            },
            {
                RefusalCode.DispositionMissing,
                "answers[32].disposition",
                "第 4 项",
                With(Answer(4, ItemAnswer.DoesNotConform, (ItemDisposition)6))
            },
            { RefusalCode.DispositionMissing, "answers[33].disposition", "第 39 项", With(Answer(39, ItemAnswer.DoesNotConform)) },
            { RefusalCode.FieldInvalid, "answers[32].note", "501 字", With(Answer(1) with { Note = new string('字', 501) }) },
            { RefusalCode.FieldInvalid, "answers[32].note", "空字符", With(Answer(1) with { Note = "抽查\0作业" }) },
            { RefusalCode.FieldInvalid, "answers[32].count", "第 1 项", With(Answer(1) with { Count = -1 }) },
            { RefusalCode.FieldInvalid, "answers[32].count", "第 1 项", With(Answer(1) with { Count = 100_000 }) },
            { RefusalCode.EvidenceHashInvalid, "answers[32].evidence", "第 1 项", With(Answer(1) with { Evidence = [Hash[1..]] }) },
            {
                RefusalCode.EvidenceHashInvalid,
                "answers[32].evidence",
                "第 1 项",
                With(Answer(1) with { Evidence = [Hash, Hash.ToUpperInvariant()] })
            },
            {
                RefusalCode.EvidenceHashInvalid,
                "answers[32].evidence",
                "第 1 项",
                With(Answer(1) with { Evidence = [new string('g', 64)] })
            },
            { RefusalCode.EvidenceHashInvalid, "answers[32].evidence", "第 1 项", With(Answer(1) with { Evidence = [null!] }) },
            {
                RefusalCode.EvidenceHashInvalid,
                "answers[32].evidence",
                "至多 9 个",
                With(Answer(1) with { Evidence = [.. Enumerable.Repeat(Hash, 10)] })
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Checklist_AgainstARule_IsRefusedWithItsCodeAndField(RefusalCode code, string field, string says, FilledChecklist filled)
    {
        var refusal = Objection(filled)!;
        (refusal.Code, refusal.Field).Should().Be((code, $"checklist.{field}"));
        (refusal.Message.Zh + refusal.Accepted?.Zh).Should().Contain(says);
        refusal.Message.En.Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public void RefusalCodes_OfChecklists_AllOccurInTheTable() =>
        Refused()
            .Select(row => row.Data.Item1)
            .Distinct()
            .Where(code => (int)code is >= 180 and < 190)
            .Should()
            .BeEquivalentTo(Enum.GetValues<RefusalCode>().Where(code => (int)code is >= 180 and < 190));

    public static TheoryData<FilledChecklist> Taken() =>
        new()
        {
            Clean(),
            Clean() with
            {
                Answers = [.. Clean().Answers.Reverse()],
            },
            With(Answer(1, ItemAnswer.MostlyConforms), Answer(2, ItemAnswer.NotApplicable)),
            With(
                Answer(1, ItemAnswer.DoesNotConform, ItemDisposition.OnTheSpot),
                Answer(2, ItemAnswer.DoesNotConform, ItemDisposition.Notice)
            ),
            With(
                Answer(4, ItemAnswer.DoesNotConform, ItemDisposition.ReportToCounty),
                Answer(5, ItemAnswer.DoesNotConform, ItemDisposition.Consultation)
            ),
            With(Answer(33, ItemAnswer.DoesNotConform, ItemDisposition.RecordOnly)),
            With(Answer(8), Answer(38, ItemAnswer.MostlyConforms), Answer(39, ItemAnswer.NotApplicable)),
            With(Answer(8, ItemAnswer.DoesNotConform, ItemDisposition.RecordOnly)),
            With(Answer(1) with { Note = new string('字', 500), Count = 0, Evidence = [.. Enumerable.Repeat(Hash, 9)] }),
            With(Answer(1) with { Note = "", Count = 99_999, Evidence = default }),
        };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Checklist_WithinTheRules_IsTaken(FilledChecklist filled) => Objection(filled).Should().BeNull();

    [Theory]
    [InlineData(UnitKind.School, "primary", "2026-04-15", 33)]
    [InlineData(UnitKind.School, "primary", "2026-07-15", 34)]
    [InlineData(UnitKind.School, "junior", "2026-04-15", 35)]
    [InlineData(UnitKind.School, "nine-year", "2026-08-31", 36)]
    [InlineData(UnitKind.Institution, "subject", "2026-04-15", 25)]
    [InlineData(UnitKind.Institution, "arts", "2026-07-15", 25)]
    public void Checklist_WithEveryItemThatApplies_IsTaken(UnitKind kind, string category, string day, int answers)
    {
        var filled = Clean(kind, category, day);
        filled.Answers.Should().HaveCount(answers);
        ChecklistRules.Objection(filled, kind, category, Civil.Day(day)).Should().BeNull();
    }

    [Theory]
    [InlineData("primary", "2026-04-15", "junior", "2026-04-15", RefusalCode.ChecklistItemMissing)]
    [InlineData("junior", "2026-04-15", "primary", "2026-04-15", RefusalCode.ChecklistItemUnknown)]
    [InlineData("primary", "2026-06-30", "primary", "2026-07-01", RefusalCode.ChecklistItemMissing)]
    [InlineData("primary", "2026-08-31", "primary", "2026-09-01", RefusalCode.ChecklistItemUnknown)]
    public void Checklist_FilledForAnotherStageOrSeason_IsRefused(
        string category,
        string day,
        string ofCategory,
        string onDay,
        RefusalCode code
    ) =>
        ChecklistRules
            .Objection(Clean(UnitKind.School, category, day), UnitKind.School, ofCategory, Civil.Day(onDay))!
            .Code.Should()
            .Be(code);

    [Fact]
    public void MissingItems_WhenRefused_AreAllListedByNumber()
    {
        var refusal = Objection(Without(3, 9, 21, 36))!;
        refusal.Message.En.Should().StartWith("4 unanswered: item 3 (").And.EndWith(", …");
        refusal.Accepted.Should().Be(new Text("3、9、21、36", "3, 9, 21, 36"));
    }

    [Fact]
    public void Checklist_FromJsonWithoutItsLists_IsJudgedAndTidied()
    {
        var sparse = JsonSerializer.Deserialize<FilledChecklist>("""{"id":"school-1"}""", JsonSerializerOptions.Web)!;
        Objection(sparse)!.Code.Should().Be(RefusalCode.ChecklistItemMissing);
        sparse.Tidied().Answers.IsDefault.Should().BeFalse();

        var bare = JsonSerializer.Deserialize<FilledChecklist>(
            """{"id":"school-1","answers":[{"item":2,"answer":"Conforms","note":" "},{"item":1,"answer":"Conforms"}]}""",
            JsonSerializerOptions.Web
        )!;
        JsonSerializer
            .Serialize(bare.Tidied(), JsonSerializerOptions.Web)
            .Should()
            .Be(
                """{"id":"school-1","answers":[{"item":1,"answer":"Conforms","disposition":null,"note":null,"count":null,"evidence":[]},{"item":2,"answer":"Conforms","disposition":null,"note":null,"count":null,"evidence":[]}]}"""
            );
    }

    [Fact]
    public void Words_OfEveryGradeAnswerAndDisposition_AreThere()
    {
        foreach (var severity in Enum.GetValues<Severity>().Skip(1))
            CaseWords.Of(severity).Zh.Should().NotBeEmpty();
        foreach (var answer in Enum.GetValues<ItemAnswer>().Skip(1))
            Words.Of(answer).Zh.Should().NotBeEmpty();
        foreach (var disposition in Enum.GetValues<ItemDisposition>().Skip(1))
            Words.Of(disposition).Zh.Should().NotBeEmpty();
    }
}
