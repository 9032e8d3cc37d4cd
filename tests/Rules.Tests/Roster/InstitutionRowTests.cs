namespace Supervision.Rules.Tests.Roster;

using static Tables;

public sealed class InstitutionRowTests
{
    [Theory]
    [InlineData("nonsubject", "科技类", "science")]
    [InlineData("nonsubject", "文化艺术类", "arts")]
    [InlineData("", "体育类", "sports")]
    [InlineData("subject", "学科类", "subject")]
    [InlineData("subject", "", "subject")]
    [InlineData("arts", "", "arts")]
    [InlineData("nonsubject", "其他", "other")]
    public void Institution_CategoryAndSubtype_GiveOneOfFive(string category, string subtype, string read)
    {
        var plan = Judge(Institutions(Institution(category: category, subtype: subtype)));

        plan.Findings.Should().BeEmpty();
        plan.Units.Single().Profile.Category.Should().Be(read);
    }

    [Fact]
    public void Institution_KnownOnlyNotToTeachSubjects_IsOtherWithAWarning()
    {
        var plan = Judge(Institutions(Institution(category: "nonsubject", subtype: "")));

        plan.Units.Single().Profile.Category.Should().Be("other");
        plan.Codes(FindingGrade.Warning).Should().Equal(RosterCode.CategoryUnclear);
    }

    [Fact]
    public void Institution_UnderRectification_IsActiveAndSaid()
    {
        var plan = Judge(Institutions(Institution(status: "整改中")));

        plan.Units.Single().Profile.Status.Should().Be(UnitStatus.Active);
        plan.Codes(FindingGrade.Normalised).Should().Equal(RosterCode.StatusRead);
    }

    [Theory]
    [InlineData("52330522MJ0000001H")]
    [InlineData("52330522mj0000001h")]
    [InlineData("５２３３０５２２ＭＪ０００００01Ｈ")]
    public void Institution_CreditCode_IsReadInUpperCase(string code) =>
        Judge(Institutions(Institution(code: code, county: "330522"))).Units.Single().Profile.Code.Should().Be("52330522MJ0000001H");

    public static TheoryData<string[], RosterCode> Rejected() =>
        new()
        {
            { Institution(code: "91330522MA00000011"), RosterCode.InstitutionCodeInvalid },
            { Institution(code: "91330522MAO0000010"), RosterCode.InstitutionCodeInvalid },
            { Institution(code: "91330522MA0000"), RosterCode.InstitutionCodeInvalid },
            { Institution(code: "吴兴一号"), RosterCode.InstitutionCodeInvalid },
            { Institution(code: "9.13305E+17"), RosterCode.CodeDamaged },
            { Institution(category: "subject", subtype: "体育类"), RosterCode.WordsContradict },
            { Institution(category: "nonsubject", subtype: "学科类"), RosterCode.WordsContradict },
            { Institution(category: "arts", subtype: "体育类"), RosterCode.WordsContradict },
            { Institution(category: "", subtype: ""), RosterCode.FieldRequired },
            { Institution(subtype: "棋牌"), RosterCode.WordUnknown },
            { Institution(trainees: "-1"), RosterCode.NumberOutOfRange },
        };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Institution_WithAFault_IsRejected(string[] row, RosterCode code)
    {
        var plan = Judge(Institutions(row));

        plan.Units.Should().BeEmpty();
        plan.Codes(FindingGrade.Rejected).Should().Equal(code);
    }

    [Fact]
    public void Institution_RegisteredInAnotherProvince_IsWarnedOf() =>
        Judge(Institutions(Institution(code: "91350100M000100Y43")))
            .Codes(FindingGrade.Warning)
            .Should()
            .Equal(RosterCode.CodeProvinceDiffers);
}
