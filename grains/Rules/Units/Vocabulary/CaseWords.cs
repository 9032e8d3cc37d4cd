namespace Supervision.Rules.Units.Vocabulary;

/// <summary>The words of issues and measures; one English word for each Chinese term.</summary>
public static class CaseWords
{
    public static Text Of(Severity severity) =>
        severity switch
        {
            Severity.Minor => new("小问题", "minor"),
            Severity.General => new("一般问题", "general"),
            Severity.Serious => new("严重问题", "serious"),
            Severity.Complex => new("复杂问题", "complex"),
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
        };

    public static Text Of(IssueState state) =>
        state switch
        {
            IssueState.Found => new("发现待确认", "found"),
            IssueState.Notified => new("已通知待签收", "notified"),
            IssueState.Rectifying => new("整改中", "rectifying"),
            IssueState.Reported => new("已报告待核查", "reported"),
            IssueState.Filed => new("已报备待核查", "filed"),
            IssueState.Returned => new("退回整改", "returned"),
            IssueState.Verified => new("已核查", "verified"),
            IssueState.LookBack => new("回头看", "look-back"),
            IssueState.Archived => new("办结", "archived"),
            IssueState.Transferred => new("移交", "transferred"),
            IssueState.Withdrawn => new("撤销", "withdrawn"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static Text Of(IssueOrigin origin) =>
        origin switch
        {
            IssueOrigin.Visit => new("督导发现", "visit"),
            IssueOrigin.CentralRound => new("集中督导", "central round"),
            IssueOrigin.SelfCheck => new("自查发现", "self-check"),
            IssueOrigin.Complaint => new("投诉举报", "complaint"),
            IssueOrigin.Platform => new("监管平台", "platform"),
            IssueOrigin.Referral => new("部门移送", "referral"),
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, null),
        };

    public static Text Of(Rung rung) =>
        rung switch
        {
            Rung.None => new("日常督导", "regular supervision"),
            Rung.Circular => new("通报", "circular"),
            Rung.Interview => new("约谈", "interview"),
            Rung.KeySupervision => new("挂牌督办", "key supervision"),
            Rung.Exposure => new("公开曝光", "public exposure"),
            Rung.Accountability => new("问责", "accountability"),
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
        };

    public static Text Of(MeasureState state) =>
        state switch
        {
            MeasureState.Proposed => new("建议待决定", "proposed"),
            MeasureState.Decided => new("已决定待送达", "decided"),
            MeasureState.InForce => new("执行中", "in force"),
            MeasureState.Discharged => new("已解除", "discharged"),
            MeasureState.Rejected => new("未采纳", "rejected"),
            MeasureState.Lapsed => new("已失效", "lapsed"),
            MeasureState.Superseded => new("已被取代", "superseded"),
            MeasureState.Revoked => new("已撤销", "revoked"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static Text Of(MeasureForm form) =>
        form switch
        {
            MeasureForm.None => new("不分形式", "no form"),
            MeasureForm.Written => new("书面", "written"),
            MeasureForm.Oral => new("口头", "oral"),
            MeasureForm.Plaque => new("挂牌督办", "plaque"),
            MeasureForm.SupervisionOrder => new("重点问题督办单", "supervision order"),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };

    /// <summary>加重情节, with its reason: what the rule is about, or a second accountability within a year.</summary>
    public static Text Aggravation(Rung rung, string rule) =>
        (rung, rule) switch
        {
            (_, "LR-07") => new("情节加重（弄虚作假）", "aggravated (falsification)"),
            (_, "LR-17") => new("情节加重（拒绝、阻碍督导或打击报复）", "aggravated (supervision refused or obstructed, or retaliation)"),
            (Rung.Accountability, _) => new("情节加重（一年内两次被问责）", "aggravated (the second accountability within a year)"),
            _ => new("情节加重", "aggravated"),
        };

    public static Text Of(AppealStep step) =>
        step switch
        {
            AppealStep.ReviewRequested => new("申请复核", "review requested"),
            AppealStep.ReviewUpheld => new("复核维持原决定", "upheld on review"),
            AppealStep.ReviewFoundWrong => new("复核认定有误", "found wrong on review"),
            AppealStep.Appealed => new("提出申诉", "appealed"),
            AppealStep.AppealUpheld => new("申诉维持原决定", "upheld on appeal"),
            AppealStep.AppealFoundWrong => new("申诉认定有误", "found wrong on appeal"),
            AppealStep.Corrected => new("原机关已更正", "corrected by the original body"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    public static Text Of(RemedyState state) =>
        state switch
        {
            RemedyState.None => new("无救济程序", "no remedy"),
            RemedyState.Open => new("可申请复核或申诉", "open to review or appeal"),
            RemedyState.UnderReview => new("复核中", "under review"),
            RemedyState.ReviewUpheld => new("复核维持，可申诉", "upheld on review, open to appeal"),
            RemedyState.UnderAppeal => new("申诉中", "under appeal"),
            RemedyState.FoundWrong => new("认定有误，待更正", "found wrong, to be corrected"),
            RemedyState.Exhausted => new("救济途径已用尽", "remedies exhausted"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static Text Of(HarmMark mark) =>
        mark switch
        {
            HarmMark.StudentsHarmed => new("侵害学生利益严重", "pupils gravely harmed"),
            HarmMark.PublicImpact => new("造成不良社会影响", "bad public impact"),
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
        };

    public static Text Of(ComplaintOutcome outcome) =>
        outcome switch
        {
            ComplaintOutcome.Open => new("办理中", "open"),
            ComplaintOutcome.Substantiated => new("属实", "substantiated"),
            ComplaintOutcome.Partly => new("部分属实", "partly substantiated"),
            ComplaintOutcome.Unsubstantiated => new("不属实", "unsubstantiated"),
            ComplaintOutcome.Unverifiable => new("无法核实", "unverifiable"),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static Text Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.RectificationNotice => new("整改通知书", "rectification notice"),
            DocumentKind.ConsultationLetter => new("协商意见书", "consultation letter"),
            DocumentKind.ReferralLetter => new("移送函", "referral letter"),
            DocumentKind.Circular => new("通报", "circular"),
            DocumentKind.InterviewNotice => new("约谈通知书", "interview notice"),
            DocumentKind.PlaqueNotice => new("挂牌督办通知书", "key supervision notice"),
            DocumentKind.SupervisionOrder => new("重点问题督办单", "supervision order"),
            DocumentKind.ExposureApproval => new("曝光审批单", "exposure approval"),
            DocumentKind.AccountabilityDecision => new("问责决定书", "accountability decision"),
            DocumentKind.OralRecord => new("口头通报记录", "record of the oral circular"),
            DocumentKind.InterviewMinutes => new("约谈纪要", "interview minutes"),
            DocumentKind.Commitment => new("整改承诺", "commitment"),
            DocumentKind.RectificationPlan => new("整改方案", "rectification plan"),
            DocumentKind.ExposureText => new("曝光定稿", "final text"),
            DocumentKind.ChannelList => new("发布渠道清单", "channel list"),
            DocumentKind.InvestigationReport => new("调查认定报告", "investigation report"),
            DocumentKind.PriorNotice => new("问责事先告知书", "prior notice"),
            DocumentKind.DefenceRecord => new("陈述申辩记录", "record of the defence"),
            DocumentKind.CommitteeRecord => new("教督委会商记录", "record of the committee's consultation"),
            DocumentKind.ServiceReceipt => new("送达回证", "receipt of service"),
            DocumentKind.Other => new("其他附件", "other attachment"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
