namespace Supervision.Rules.Tests.Roster;

public sealed class CodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("52330522MJ0000001H", true)]
    [InlineData("91330522MA00000010", true)]
    [InlineData("91330522MA00000011", false)]
    [InlineData("91330522MA0000010", false)]
    [InlineData("91330522MI00000010", false)]
    [InlineData("9133O522MA00000010", false)]
    [InlineData("91a30522MA00000010", false)]
    [InlineData("", false)]
    public void CreditCode_IsCheckedByItsLastCharacter(string code, bool valid) => CreditCode.IsValid(code).Should().Be(valid);

    [Fact]
    public void CreditCode_AnySingleWrongCharacter_IsFound()
    {
        const string good = "91350100M000100Y43";
        for (var i = 8; i < good.Length; i++)
            foreach (var c in CreditCode.Alphabet.Where(c => c != good[i]))
                CreditCode.IsValid(good[..i] + c + good[(i + 1)..]).Should().BeFalse();
    }

    [Theory]
    [InlineData("2133901746", true)]
    [InlineData("2133901746#01", true)]
    [InlineData("5144000001", true)]
    [InlineData("2233901746", false)]
    [InlineData("2199901746", false)]
    [InlineData("2133901746#1", false)]
    [InlineData("2133901746-01", false)]
    [InlineData("213390174", false)]
    [InlineData("２１33901746", false)]
    public void SchoolCode_NeedsAKnownCategoryAndProvince(string code, bool valid) =>
        SchoolCode.IsValid(code, Divisions.Embedded).Should().Be(valid);

    [Theory]
    [InlineData("21", "primary", true)]
    [InlineData("21", "junior", false)]
    [InlineData("31", "nine-year", true)]
    [InlineData("34", "junior", true)]
    [InlineData("51", "primary", true)]
    [InlineData("11", "primary", false)]
    public void SchoolCode_Category_SuitsTheKind(string category, string kind, bool suits) =>
        SchoolCode.Suits(category + "33901746", kind).Should().Be(suits);

    [Theory]
    [InlineData("PX-330502-0001", true)]
    [InlineData("PX-33050-0001", false)]
    [InlineData("PX-330502-0001/../x", false)]
    [InlineData("PX 330502 0001", false)]
    [InlineData("-330502-0001", false)]
    public void LocalCode_OfAnInstitution_HasThreeParts(string code, bool valid) => LocalCode.IsInstitution(code).Should().Be(valid);

    [Theory]
    [InlineData("2133901746", CodeDamage.None, "2133901746")]
    [InlineData("2133901746.0", CodeDamage.Restorable, "2133901746")]
    [InlineData("2133901746.00", CodeDamage.Restorable, "2133901746")]
    [InlineData("2.133901746E+09", CodeDamage.Restorable, "2133901746")]
    [InlineData("2.133901746e9", CodeDamage.Restorable, "2133901746")]
    [InlineData("3.30502E+05", CodeDamage.Restorable, "330502")]
    [InlineData("2.13E+09", CodeDamage.Lost, "2.13E+09")]
    [InlineData("2.13390175E+09", CodeDamage.Lost, "2.13390175E+09")]
    [InlineData("9.13305E+17", CodeDamage.Lost, "9.13305E+17")]
    [InlineData("5.2330522000000001E+17", CodeDamage.Lost, "5.2330522000000001E+17")]
    [InlineData("PX-330502-0001", CodeDamage.None, "PX-330502-0001")]
    [InlineData("52330522MJ0000001H", CodeDamage.None, "52330522MJ0000001H")]
    [InlineData("521E05", CodeDamage.None, "521E05")]
    [InlineData(".", CodeDamage.None, ".")]
    [InlineData("E+09", CodeDamage.None, "E+09")]
    public void DamagedCode_IsRestoredOnlyWithAllItsDigits(string text, CodeDamage damage, string read) =>
        DamagedCode.Examine(text).Should().Be((damage, read));
}
