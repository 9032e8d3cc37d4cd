namespace Supervision.Rules.Tests;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("督导", 2)]
    [InlineData("𠮷𠮷", 2)]
    [InlineData("𠮷a督", 3)]
    public void Text_IsCountedByItsCharacters(string text, int count)
    {
        Characters.Count(text).Should().Be(count);
        Characters.Fit(text, count).Should().BeTrue();
        (count == 0 || !Characters.Fit(text, count - 1)).Should().BeTrue();
    }

    [Fact]
    public void Text_IsNeverCutWithinACharacter()
    {
        Characters.Cut("𠮷𠮷𠮷", 2).Should().Be("𠮷𠮷");
        Characters.Cut("a𠮷", 1).Should().Be("a");
        Characters.Cut("督", 5).Should().Be("督");
    }

    [Fact]
    public void Limits_OfTexts_CountCharacters()
    {
        Refusals.TextProblem("reason", string.Concat(Enumerable.Repeat("𠮷", 500)), 500).Should().BeNull();
        Refusals.TextProblem("reason", string.Concat(Enumerable.Repeat("𠮷", 501)), 500).Should().NotBeNull();
        new PolicyRange(PolicyValueKind.Text, null, 2, []).Accepts("𠮷𠮷").Should().BeTrue();
    }
}
