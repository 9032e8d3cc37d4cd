using System.Collections.Frozen;

namespace Supervision.Rules;

/// <summary>What the members of commands are called in an office's words.</summary>
public static class FieldWords
{
    private static readonly Text Unnamed = new("此项", "this field");

    private static readonly FrozenDictionary<string, Text> Words = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["address"] = new("地址", "the address"), ["advice"] = new("意见建议", "the advice"), ["alert"] = new("提醒", "the alert"), ["alerts"] = new("提醒种类", "the kinds of alerts"),
        ["area"] = new("管辖范围", "the area"), ["attachments"] = new("附件", "the attachments"), ["boardAddress"] = new("看板地址", "the board's address"), ["breaks"] = new("停课日期", "the breaks"),
        ["bulletin"] = new("通报编号", "the bulletin"), ["caseNumber"] = new("案卷号", "the case number"), ["category"] = new("问题类别", "the category"), ["channel"] = new("通道", "the channel"),
        ["checklist"] = new("检查表", "the checklist"), ["code"] = new("代码", "the code"), ["committed"] = new("承诺日期", "the committed day"), ["companions"] = new("同行人员", "the companions"),
        ["confirm"] = new("确认内容", "the confirmation"), ["content"] = new("内容", "the content"), ["county"] = new("县（市、区）", "the county"), ["credential"] = new("通行密钥", "the passkey"),
        ["current"] = new("当前密码", "the current password"), ["day"] = new("日期", "the day"), ["days"] = new("天数", "the number of days"), ["department"] = new("股室或部门", "the department"),
        ["departments"] = new("部门清单", "the departments"), ["description"] = new("问题描述", "the description"), ["displayName"] = new("显示名称", "the display name"), ["document"] = new("依据文书", "the document"),
        ["documents"] = new("文件", "the papers"), ["effectiveFrom"] = new("生效日期", "the day it takes effect"), ["endedAt"] = new("结束时间", "the end"), ["evidence"] = new("佐证材料", "the evidence"),
        ["externalName"] = new("统一身份认证账号", "the name at the identity provider"), ["files"] = new("文件", "the files"), ["finding"] = new("整改情况", "the finding"), ["findings"] = new("问题", "the findings"),
        ["form"] = new("形式", "the form"), ["foundOn"] = new("发现日期", "the day it was found"), ["from"] = new("起始日期", "the first day"), ["mail.from"] = new("发件地址", "the sender's address"), ["quiet.from"] = new("免打扰开始时间", "the start of the quiet hours"),
        ["gateCode"] = new("校门动态码", "the gate code"), ["group"] = new("举报类别", "the group"), ["hash"] = new("文件编号", "the file's hash"), ["heldOn"] = new("约谈日期", "the day of the interview"),
        ["highlights"] = new("亮点", "the highlights"), ["host"] = new("邮件服务器", "the mail server"), ["id"] = new("编号", "the number"), ["inspector"] = new("督学证号", "the inspector's code"),
        ["issue"] = new("问题编号", "the issue"), ["issuedOn"] = new("印发日期", "the day it was issued"), ["issues"] = new("所涉问题", "the issues"), ["keyword"] = new("关键词", "the keyword"), ["kind"] = new("种类", "the kind"),
        ["language"] = new("语言", "the language"), ["level"] = new("文件层级", "the level"), ["links"] = new("链接", "the links"), ["mail"] = new("邮件设置", "the mail settings"), ["mark"] = new("标记", "the mark"),
        ["measure"] = new("措施编号", "the measure"), ["members"] = new("成员", "the members"), ["methods"] = new("督导方式", "the methods"), ["name"] = new("名称", "the name"), ["no"] = new("序号", "the number"), ["note"] = new("说明", "the note"),
        ["next"] = new("下一步打算", "what comes next"), ["problems"] = new("存在问题", "the problems"), ["number"] = new("发文字号", "the paper's number"), ["open"] = new("启动日期", "the opening day"), ["origin"] = new("问题来源", "the origin"), ["outcome"] = new("处理结果", "the outcome"), ["password"] = new("密码", "the password"),
        ["period"] = new("周期", "the period"), ["person"] = new("当事人", "the person"), ["plan"] = new("督导计划", "the plan"), ["platformName"] = new("平台名称", "the platform's name"), ["policy"] = new("政策", "the policy"),
        ["port"] = new("端口", "the port"), ["present"] = new("在场人员", "who was present"), ["presence"] = new("到校定位", "the location"), ["preset"] = new("预设方案", "the preset"), ["quiet"] = new("免打扰时间", "the quiet hours"), ["reason"] = new("理由", "the reason"),
        ["receivedAt"] = new("收到时间", "the time it was received"), ["recoveryCode"] = new("备用码", "the recovery code"), ["refreshToken"] = new("刷新令牌", "the refresh token"), ["remark"] = new("意见", "the remark"), ["remarks"] = new("整改情况说明", "the remarks"),
        ["result"] = new("整改结果", "the result"), ["role"] = new("角色", "the role"), ["round"] = new("自查轮次", "the round"), ["rule"] = new("规则", "the rule"), ["rung"] = new("措施", "the measure"), ["schools"] = new("学校", "the schools"),
        ["secret"] = new("密钥", "the secret"), ["security"] = new("加密方式", "the encryption"), ["setUpOn"] = new("成立日期", "the day it was set up"), ["severity"] = new("问题等级", "the severity"), ["since"] = new("起算日期", "the day it begins"), ["slot"] = new("时段", "the part of the day"),
        ["source"] = new("来源", "the source"), ["speed"] = new("时钟速度", "the clock's speed"), ["startedAt"] = new("开始时间", "the start"), ["status"] = new("办学状态", "the status"), ["step"] = new("步骤", "the step"), ["subject"] = new("申请内容", "the subject"),
        ["tags"] = new("标签", "the tags"), ["text"] = new("内容", "the text"), ["title"] = new("标题", "the title"), ["to"] = new("截止日期", "the last day"), ["mail.to"] = new("收件地址", "the recipients"), ["quiet.to"] = new("免打扰结束时间", "the end of the quiet hours"),
        ["towns"] = new("乡镇（街道）", "the towns"), ["unit"] = new("单位", "the unit"), ["userName"] = new("用户名", "the user name"), ["values"] = new("参数值", "the values"), ["visitId"] = new("督导编号", "the visit"), ["year"] = new("年份", "the year"),
        ["zone"] = new("责任区", "the zone"), ["also"] = new("其他单位", "the other units"), ["answers"] = new("答复", "the answer"), ["work"] = new("工作情况", "the work done"), ["answer"] = new("答复", "the answer"), ["approval"] = new("审批编号", "the approval"), ["committee"] = new("教育督导委员会", "the committee"), ["external"] = new("外部编号", "the outside number"),
        ["taught"] = new("教学日期", "the days taught"), ["terms"] = new("学期", "the terms"), ["token"] = new("令牌", "the token"), ["entry"] = new("手工登记编号", "the entry"), ["referral"] = new("移送编号", "the referral"), ["format"] = new("格式", "the format"), ["digestOver"] = new("合并条数", "the digest's number"),
        ["count"] = new("数量", "the count"), ["method"] = new("督导方式", "the method"), ["item"] = new("检查项目", "the item"), ["disposition"] = new("处置方式", "the disposition"), ["latitude"] = new("纬度", "the latitude"), ["longitude"] = new("经度", "the longitude"), ["accuracyMetres"] = new("定位误差", "the accuracy"),
        ["advanceTo"] = new("快进到的时间", "the time to go to"), ["approve"] = new("是否同意", "whether it is agreed to"), ["deputy"] = new("是否代理", "whether it is a deputation"), ["accept"] = new("是否同意", "whether it is granted"), ["grant"] = new("是否批准", "whether it is granted"), ["over"] = new("版本", "the version"),
        ["bracket.deviceNow"] = new("设备时间", "the device's time"), ["deviceNow"] = new("设备时间", "the device's time"), ["measures"] = new("措施", "the measures"), ["statement"] = new("说明", "the statement"), ["town"] = new("乡镇（街道）", "the town"), ["phone"] = new("电话", "the telephone"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="path">As in <see cref="Refusal.Field"/>, e.g. <c>documents[0].title</c>: the most exact words there are.</param>
    public static Text Of(string path)
    {
        var bare = Bare(path, out var row);
        var words = Words.GetValueOrDefault(bare) ?? Words.GetValueOrDefault(bare[(bare.LastIndexOf('.') + 1)..]) ?? Unnamed;
        return row is { } at ? new($"第 {at + 1} 项的{words.Zh}", $"{words.En} of item {at + 1}") : words;
    }

    private static string Bare(string path, out int? row)
    {
        row = null;
        for (int open; (open = path.IndexOf('[', StringComparison.Ordinal)) >= 0 && path.IndexOf(']', open) is >= 0 and var close;)
        {
            if (int.TryParse(path.AsSpan(open + 1, close - open - 1), out var at)) row = at;
            path = path.Remove(open, close - open + 1);
        }

        return path;
    }
}
