namespace Supervision.Rules.Units.Visits;

/// <summary>
/// Central schools and their teaching points (中心学校、教学点, L42). A point is a unit of its own: it is visited, has issues and a ladder itself.
/// The central school answers for it towards the county, so both pages show the other, and the central school's page adds its points up.
/// </summary>
public static class CentralSchools
{
    /// <summary>The code a teaching point's own code begins with; null for any other unit.</summary>
    public static string? Of(UnitKind kind, string code) =>
        kind == UnitKind.School && SchoolCode.IsShaped(code) && SchoolCode.IsTeachingPoint(code) ? code[..10] : null;

    /// <summary>Null when the profile names nobody, or a school that may be central to it.</summary>
    public static Refusal? Objection(Profile profile)
    {
        if (profile.Central is not { } central)
            return null;
        if (profile.Kind != UnitKind.School)
            return Invalid(new("只有学校有中心学校", "only schools have a central school"), null);
        if (!SchoolCode.IsShaped(central) || SchoolCode.IsTeachingPoint(central))
            return Invalid(
                new($"{central} 不是学校标识码", $"{central} is no school's code"),
                new("10 位学校标识码", "a school's code of ten digits")
            );
        if (central == profile.Code)
            return Invalid(new("学校不能以自己为中心学校", "a school is not central to itself"), null);
        return Of(profile.Kind, profile.Code) is { } own && own != central
            ? Invalid(
                new(
                    $"教学点 {profile.Code} 的中心学校与其编号不符",
                    $"the central school of teaching point {profile.Code} is not that of its code"
                ),
                new(own, own)
            )
            : null;
    }

    private static Refusal Invalid(Text message, Text? accepted) => new(RefusalCode.CodeInvalid, "central", message, accepted);
}
