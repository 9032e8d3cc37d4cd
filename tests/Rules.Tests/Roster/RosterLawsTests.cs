using CsCheck;

namespace Supervision.Rules.Tests.Roster;

using static Tables;

/// <summary>What holds for any roster. A failure prints the seed to repeat it with.</summary>
public sealed class RosterLawsTests
{
    private static readonly string[] Nasty =
    [
        "",
        " ",
        "\u3000",
        "\u00a0",
        "\u200b",
        "\0",
        "\ud800",
        "'",
        "=\"\"",
        "=1+1",
        "1,724",
        "1,72",
        "１７２４",
        "-5",
        "2.13E+09",
        "2.133901746E+09",
        "1E+999999999",
        "E+",
        ".",
        "-",
        "合计",
        "2133901746",
        "2133901746#01",
        "330502",
        "330103",
        "330502001",
        "330503001",
        "330571",
        "441900",
        "督学-330502-01",
        "督学-330503-02",
        "PX-330502-0001",
        "52330522MJ0000001H",
        "school",
        "学校",
        "#N/A",
        "#REF!",
        "########",
        "120.1",
        "30.9",
        "120°14′30″",
        "＝1",
        "1633人",
        "primary",
        "小学",
        "正常",
        "注销",
        "文化艺术类",
        "nonsubject",
        "专职",
        "2025-09-01",
        "2026-13-45",
        "0000年0月0日",
        "2027/8/31",
        "99999年",
        "长期",
        "注：",
        "a\r\nb",
        "99999999999999999999",
    ];

    private static readonly Gen<string> Cell = Gen.OneOf(Among(Nasty), Gen.String, Gen.String[Gen.Char['\u0000', '\uffff'], 0, 30]);

    private static readonly Gen<string[]> AnyRow = Cell.Array[0, 13];

    private static readonly Gen<string[]> SchoolRow =
        from code in Among("2133901746", "2133901747", "3133901748", "２１３３９０１７４６", "213390174", "2.13E+09", "")
        from name in Among("吴兴区实验小学", "吴兴区 实验小学", "")
        from county in Among("330502", "330502", "330503", "330103")
        from town in Among("", "", "330502001", "330503001")
        from students in Among("100", "100", "1,724", "-5")
        select School(code: code, name: name, county: county, town: town, students: students);

    private static readonly Gen<string[]> AssignmentRow =
        from inspector in Among("督学-330502-01", "督学-330503-01", "督学-330502-99")
        from code in Among("2133901746", "2133901747", "3133901748")
        from to in Among("2027-08-31", "2024-08-31")
        select Assignment(inspector: inspector, code: code, to: to);

    private static readonly Gen<RosterSheet[]> Upload =
        from schools in SchoolRow.Array[0, 8]
        from assignments in AssignmentRow.Array[0, 6]
        select new[]
        {
            Schools(schools),
            Assignments(assignments),
            Inspectors(Inspector(), Inspector(code: "督学-330503-01", county: "330503")),
        };

    private static readonly Gen<RosterSheet[]> Rubbish =
        from schools in AnyRow.Array[0, 6]
        from institutions in AnyRow.Array[0, 6]
        from inspectors in AnyRow.Array[0, 6]
        from assignments in AnyRow.Array[0, 6]
        from headers in AnyRow
        select new[]
        {
            Schools(schools),
            Institutions(institutions),
            Inspectors(inspectors),
            Assignments(assignments),
            RosterSheet.Of("any.csv", headers, schools),
        };

    [Fact]
    public void RowOrder_DoesNotMatter() =>
        Gen.Select(Upload, Gen.Int)
            .Sample(
                (upload, seed) =>
                {
                    var shuffled = upload.Select(sheet => Shuffle(sheet, seed)).Reverse().ToArray();
                    var (one, other) = (Judge(upload), Judge(shuffled));
                    return one.AsksTheSameAs(other) && Tally(one).SequenceEqual(Tally(other));
                }
            );

    [Fact]
    public void Judging_Twice_GivesEqualPlans() => Rubbish.Sample(upload => Judge(upload).Equals(Judge(upload)));

    [Fact]
    public void EveryRow_EndsInExactlyOneWay() =>
        Gen.OneOf(Upload, Rubbish)
            .Sample(upload =>
            {
                var plan = Judge(upload);
                return plan.Sheets.Zip(upload)
                        .All(pair =>
                            pair.First.Accepted + pair.First.Rejected + pair.First.Skipped + pair.First.Held == pair.First.Rows
                            && pair.First.Rows <= pair.Second.Rows.Length
                            && pair.First.Warned <= pair.First.Accepted
                            && pair.First.Normalised <= pair.First.Accepted
                        )
                    && plan.Sheets.Sum(sheet => sheet.Accepted)
                        == plan.Units.Length
                            + plan.Inspectors.Length
                            + plan.Assignments.Length
                            + plan.Units.Count(unit => unit.Assignment is not null)
                            + plan.Sheets.Where(sheet => sheet.Kind == RosterKind.Counties).Sum(sheet => sheet.Accepted);
            });

    [Fact]
    public void AnyCell_InAnyColumn_IsAFindingAndNeverAnException() =>
        Gen.Select(Cell, Gen.Int[0, 10])
            .Sample(
                (cell, column) =>
                {
                    foreach (
                        var (sheet, row) in new (Func<string[], RosterSheet>, string[])[]
                        {
                            (rows => Schools(rows), School()),
                            (rows => Institutions(rows), Institution()),
                            (rows => Inspectors(rows), Inspector()),
                            (rows => Assignments(rows), Assignment()),
                        }
                    )
                    {
                        row[column % row.Length] = cell;
                        Judge(sheet(row)).Sheets.Single().Rows.Should().Be(1);
                    }
                }
            );

    [Fact]
    public void Plan_ReadBackAsRegistered_IsAskedForAgainUnchanged() =>
        Upload.Sample(upload =>
        {
            var first = Judge(upload);
            var registered = Context with
            {
                Unit = (kind, code) =>
                    first.Units.Select(unit => unit.Profile).FirstOrDefault(unit => unit.Kind == kind && unit.Code == code),
                Inspector = code =>
                    first.Inspectors.Select(appointed => appointed.Profile).FirstOrDefault(inspector => inspector.Code == code),
            };
            return RosterJudge.Judge(upload, registered).AsksTheSameAs(first);
        });

    private static Gen<string> Among(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static RosterSheet Shuffle(RosterSheet sheet, int seed)
    {
        var rows = sheet.Rows.Skip(1).ToArray();
        new Random(seed).Shuffle(rows);
        return sheet with { Rows = [sheet.Rows[0], .. rows.Select((row, i) => row with { Number = i + 2 })] };
    }

    private static IEnumerable<(string, int, int, int)> Tally(RosterPlan plan) =>
        plan
            .Sheets.Select(sheet => (sheet.File, sheet.Accepted, sheet.Rejected, sheet.Skipped))
            .OrderBy(tally => tally.File, StringComparer.Ordinal);
}
