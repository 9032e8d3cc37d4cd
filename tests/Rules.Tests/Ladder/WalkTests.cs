namespace Supervision.Rules.Tests.Ladder;

/// <summary>Two cases from the first notice to the last rung, day by day.</summary>
public class WalkTests
{
    [Fact]
    public void GeneralIssue_NothingEverDone_ClimbsToAccountabilityByItsProof()
    {
        var school = A.VisitedSchool().Tell("04-02 open S-HW-04; ack 1; 04-17~");
        school.Rung.Should().Be(Rung.None);

        school.Tell("04-18").Calls.Should().Equal("04-18 LR-01 R1 served [1]");
        (school.Rung, school.Measure(1).Form, school.Due(1, DeadlineKind.Fix))
            .Should()
            .Be((Rung.Circular, MeasureForm.Written, "2026-05-03"));

        school.Tell("05-03~").Ladder.Measures.Should().ContainSingle();
        school.Tell("05-04").Calls.Last().Should().Be("05-04 LR-04 R2 proposed [1]");
        (school.Rung, school.Due(2, DeadlineKind.Decide)).Should().Be((Rung.Circular, "2026-05-11")); // 9 May is worked

        school.Tell("05-08 decide 2");
        (school.Measure(2).DecidedBy, school.Due(2, DeadlineKind.Hold), school.Rung)
            .Should()
            .Be((The.Director.Name, "2026-05-14", Rung.Circular));
        school.Tell("serve 2");
        (school.Rung, school.Measure(1).State, school.Due(2, DeadlineKind.Hold))
            .Should()
            .Be((Rung.Interview, MeasureState.Superseded, "2026-05-14"));

        school.Tell("05-13 hold 2").Due(2, DeadlineKind.Minutes).Should().Be("2026-05-20");
        school.Tell("commit 2 06-03; 06-03~").Calls.Should().HaveCount(2);
        school.Tell("06-04").Calls.Last().Should().Be("06-04 LR-10 R3 proposed [1]");

        school.Tell("06-08 impose 3");
        (school.Rung, school.Due(3, DeadlineKind.Period), school.Due(3, DeadlineKind.Progress))
            .Should()
            .Be((Rung.KeySupervision, "2026-07-08", "2026-06-15"));
        school.Tell("06-15 progress 3").Due(3, DeadlineKind.Progress).Should().Be("2026-06-22");
        school.Tell("06-22 progress 3").Due(3, DeadlineKind.Progress).Should().Be("2026-06-29");
        school.Tell("06-29 progress 3").Due(3, DeadlineKind.Progress).Should().Be("2026-07-06");
        school.Tell("07-06 progress 3").Due(3, DeadlineKind.Progress).Should().BeNull("the period ends before the next");

        school.Tell("07-09").Calls.Should().HaveCount(3);
        var proof = PersistenceProof.Of(school.Ladder, school.Rules.PolicyVersion(school.Measure(3).PolicyVersion).OfLadder, school.Now);
        (proof.Circulars, proof.CircularsNeeded, proof.IsComplete).Should().Be((1, 2, false));
        LadderRules.IsExhausted(school.State, school.Measure(3)).Should().BeTrue();

        school.Tell("07-25 named 330521:2026Q2").Calls.Skip(3).Should().Equal("07-25 LR-05 joins 3 []", "07-25 LR-15 R5 proposed [1]");
        school.Happened<MeasureProposed>().Last().Proof.Should().Equal("measure/1", "measure/2", "measure/3", "bulletin/330521:2026Q2");
        school.Rung.Should().Be(Rung.KeySupervision);
    }

    [Fact]
    public void SeriousIssue_FoundByOthers_IsContainedRectifiedAndTalkedAbout()
    {
        var school = A.VisitedSchool().Tell("04-08 open S-EX-02; confirm 1");
        school.Calls.Should().Equal("04-08 LR-06 R2 proposed [1]");
        school.Due(1, DeadlineKind.Decide).Should().Be("2026-04-15");
        Day(school, DeadlineKind.Contain).Should().Be(Civil.Day("2026-04-11")); // a Saturday: D(3) does not move
        Day(school, DeadlineKind.Rectify).Should().Be(Civil.Day("2026-04-23"));
    }

    [Fact]
    public void SeriousIssue_FoundByTheSchoolItself_HasThirtyDaysAndNoTalk()
    {
        var school = A.VisitedSchool().Tell("04-08 open S-EX-02 self; 04-30");
        Day(school, DeadlineKind.Rectify).Should().Be(Civil.Day("2026-05-08"));
        school.Ladder.Measures.Should().BeEmpty();
    }

    private static DateOnly? Day(Life school, DeadlineKind kind) => school.Issue(1).Deadlines.Of(kind)?.Due;
}
