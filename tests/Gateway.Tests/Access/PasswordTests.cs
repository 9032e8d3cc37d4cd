namespace Supervision.Gateway.Tests.Access;

/// <summary>What each preset takes for a password.</summary>
public sealed class PasswordTests
{
    [Theory]
    [InlineData("quiet river under snow", null)]
    [InlineData("a-good-password", null)]
    [InlineData("Kv7#tunnel", "12")] // too short
    [InlineData("password1234", "常见")]
    [InlineData("qwertyuiop123456", "常见")]
    [InlineData("aaaaaaaaaaaaaa", "常见")]
    [InlineData("zhangsan-2026!", "常见")] // the user's own name
    [InlineData("passwordpassword", "常见")]
    [InlineData("supervision-2026", "常见")]
    [InlineData("", "必填")]
    public void Asvs_LengthAndNothingGuessable(string password, string? refused) => Check(PasswordPreset.Asvs, password, refused);

    [Theory]
    [InlineData("Kv7#tunnel", null)]
    [InlineData("Kv7#tunne", "10")]
    [InlineData("quiet river under snow", "3 种")]
    [InlineData("quietriver42", "3 种")]
    [InlineData("Quietriver42", null)]
    [InlineData("Password1234", "常见")]
    public void Mlps_ThreeKindsOfCharacters(string password, string? refused) => Check(PasswordPreset.Mlps, password, refused);

    [Fact]
    public void Age_NinetyDaysUnderMlps_NeverUnderAsvs()
    {
        var set = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Rules(PasswordPreset.Mlps).IsTooOld(set, set.AddDays(89.9)).Should().BeFalse();
        Rules(PasswordPreset.Mlps).IsTooOld(set, set.AddDays(90)).Should().BeTrue();
        Rules(PasswordPreset.Asvs).IsTooOld(set, set.AddYears(10)).Should().BeFalse();
    }

    [Fact]
    public void Temporary_Passwords_PassBothPresets()
    {
        foreach (var _ in Enumerable.Range(0, 50))
        foreach (var preset in Enum.GetValues<PasswordPreset>())
            Rules(preset).Objection(Passwords.Temporary(), "password", []).Should().BeNull();
    }

    private static void Check(PasswordPreset preset, string password, string? refused)
    {
        var refusal = Rules(preset).Objection(password, "password", ["zhangsan", "张三"]);
        if (refused is null)
            refusal.Should().BeNull();
        else
            refusal!.Message.Zh.Should().Contain(refused);
    }

    private static PasswordRules Rules(PasswordPreset preset) =>
        new(
            new(
                preset,
                false,
                SessionLimits.From(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build().GetSection("none")),
                null
            )
        );
}
