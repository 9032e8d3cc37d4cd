using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Document;

/// <summary>What the groups of operations are for, and how one signs in.</summary>
internal static class DocumentTags
{
    private static readonly Dictionary<string, string> Purposes = new()
    {
        ["首次使用 Start"] = "新装系统的最初几步 / the first minutes of an installation",
        ["看板 Boards"] = "看板、提醒、待决定事项 / boards, alerts, and what waits for a decision",
        ["督学 Inspectors"] = "督学的任务与督学自身的措施 / what inspectors have to do, and measures about them",
        ["政策 Policies"] = "各县判定所用的参数 / the thresholds a county judges by",
        ["校历 Terms"] = "各县的学期与假期 / terms and breaks of a county",
        ["责任区 Zones"] = "督学责任区与按区域负责 / zones, and inspectors responsible for areas",
        ["问题 Issues"] = "问题从发现到办结 / issues from being found to being closed",
        ["文书 Documents"] = "文号登记 / the register of numbered papers",
        ["名册 Rosters"] = "导入名册 / import of rosters",
        ["审计 Audit"] = "审计记录 / the audit record",
        ["提醒通道 Channels"] = "提醒外发 / alerts that leave the page",
        ["登录 Session"] = "登录与退出 / signing in and out",
        ["本人账户 Own account"] = "本人的密码、两步验证、登录 / one's own password, second factor and sessions",
        ["账户管理 Accounts"] = "他人账户的管理 / accounts, managed by others",
        ["单位 Units"] = "学校与培训机构 / schools and training institutions",
        ["督导 Visits"] = "督导的安排、提交与审批 / visits: planned, made, judged",
        ["措施 Measures"] = "措施从建议到解除 / measures from proposal to discharge",
        ["县级督导工作 Counties"] = "省、市对县的措施 / measures of province and city against a county",
        ["县级督导 County office"] = "年度方案、联合惩戒部门 / plans of the year, and departments of joint handling",
        ["佐证材料 Evidence"] = "佐证材料 / files that commands refer to",
        ["审批 Approvals"] = "双人审批 / what takes two people",
        ["演示 Sandbox"] = "模拟时钟 / the simulated clock",
    };

    public static void Describe(JsonObject document)
    {
        foreach (var tag in document["tags"]?.AsArray() ?? [])
            if (Purposes.TryGetValue((string)tag!["name"]!, out var purpose))
                tag["description"] = purpose;
        document["info"] = new JsonObject
        {
            ["title"] = "督导 Supervision.Actors",
            ["version"] = "v1",
            ["description"] =
                "县（市、区）“双减”督导实时系统。查询参数名不分大小写，各带一次；未列出的参数、空值和请求内容中未列出的成员一律拒绝。"
                + " / Live supervision of compulsory education by counties. Names of query parameters are the same in upper and lower case and each stands once; a parameter or member that is not listed, or is blank, is refused.",
            ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        };
    }
}
