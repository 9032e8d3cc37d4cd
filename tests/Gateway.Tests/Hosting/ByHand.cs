using System.Security.Cryptography;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>What people enter by hand, with the file it needs and the second person who approves.</summary>
internal static class ByHand
{
    /// <param name="unit">Its path, e.g. <c>/api/v1/units/school/2133901747</c>.</param>
    /// <returns>The hash of a file the unit has from now on.</returns>
    public static async Task<string> Scan(this Person person, string unit)
    {
        byte[] content = [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(200)];
        (await person.Raw($"{unit}/evidence", content, null, "image/jpeg")).Status.Should().Be(201);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>Approves the newest entry.</summary>
    public static async Task Approve(this Person director, string unit) =>
        (
            await director.Command(
                $"{unit}/entries/{(await director.Get<UnitDetail>(unit)).Cases.Entries[^1].No}/decision",
                new { approve = true, remark = "属实" }
            )
        ).As<Reply>();
}
