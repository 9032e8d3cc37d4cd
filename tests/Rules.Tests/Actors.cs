namespace Supervision.Rules.Tests;

/// <summary>The people of the scenarios, as the edge would name them: <c>By(The.Clerk)</c>.</summary>
internal static class The
{
    public static Actor Clerk { get; } = new("督管员 沈", ActorRole.CountyOffice, "330521", null);

    public static Actor OtherClerk { get; } = new("督管员 姚", ActorRole.CountyOffice, "330521", null);

    public static Actor Director { get; } = new("督导办主任 钱", ActorRole.CountyDirector, "330521", null);

    public static Actor CommitteeOffice { get; } = new("教督委办公室 费", ActorRole.CommitteeOffice, "330521", null);

    public static Actor CommitteeDirector { get; } = new("教督委副主任 陆", ActorRole.CommitteeDirector, "330521", null);

    public static Actor School { get; } = new("德清县示例小学 校办", ActorRole.UnitUser, "330521", null, "school/2133901746");

    public static Actor Institution { get; } =
        new("德清县示例培训中心 负责人", ActorRole.UnitUser, "330521", null, "institution/91330521MA2B4XYZ0K");

    /// <summary>The responsible one, <see cref="A.Inspector"/>.</summary>
    public static Actor Inspector { get; } = new("督学 吴", ActorRole.Inspector, "330521", A.Inspector);

    public static Actor OtherInspector { get; } = new("督学 章", ActorRole.Inspector, "330521", A.Other);

    public static Actor Province { get; } = new("省督导 何", ActorRole.Province, "33", null);

    public static Actor Administrator { get; } = new("管理员", ActorRole.Administrator, "", null);

    public static Actor System => Actor.System;
}
