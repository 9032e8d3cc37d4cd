namespace Supervision.Rules.Kernel;

/// <summary>What would be accepted instead, for every rule; a refusal that knows more of the case at hand says that instead.</summary>
public static class RefusalWords
{
    private static readonly Text List = new(
        "本页清单中的编号；清单可能已变，请刷新",
        "a number of the list on this page; it may have changed, so load it again"
    );
    private static readonly Text Roster = new("名册中已登记的代码", "a code that is registered");
    private static readonly Text SignIn = new("重新登录后再试", "sign in and try again");

    /// <exception cref="ArgumentOutOfRangeException">The code is new and has no words yet.</exception>
    public static Text Instead(RefusalCode code) =>
        code switch
        {
            RefusalCode.None => new("无", "none"),
            RefusalCode.RequestMalformed => new("接口说明中所列的格式", "the format that the API's document describes"),
            RefusalCode.IdempotencyKeyMissing => new(
                "每项操作一个编号，重发时不变",
                "one id for each operation, the same one when it is sent again"
            ),
            RefusalCode.IdempotencyKeyReused => new("新的操作编号", "a new operation id"),
            RefusalCode.FieldRequired => new("填写此项后再提交", "fill it in and submit again"),
            RefusalCode.FieldInvalid or RefusalCode.ContentInvalid or RefusalCode.KindInvalid => new(
                "按说明改正此项后再提交",
                "correct it as described and submit again"
            ),
            RefusalCode.NotSignedIn or RefusalCode.SessionExpired or RefusalCode.SessionRevoked => SignIn,
            RefusalCode.OutOfScope => new("本人管辖范围内的县、单位或督学", "a county, unit or inspector within your own scope"),
            RefusalCode.RoleNotAllowed => new("由有此权限的人员办理", "somebody whose role may do this"),
            RefusalCode.NotYourself => new("本人的督学证号", "your own inspector's code"),
            RefusalCode.SecondFactorNeeded => new("当前显示的六位验证码，或一个备用码", "the six digits shown now, or a recovery code"),
            RefusalCode.SecondFactorMissing => new("先在账户页启用两步验证", "set up the second factor on the account page first"),
            RefusalCode.SecondFactorConflict => new("先在账户页开始设置两步验证", "start its setup on the account page first"),
            RefusalCode.PasswordChangeNeeded => new("先在账户页修改密码", "change the password on the account page first"),
            RefusalCode.PasswordTooWeak => new(
                "更长、种类更多且不常见的密码",
                "a longer and less common password of more kinds of characters"
            ),
            RefusalCode.AccountUnknown => new("账户清单中由您管理的账户", "an account of the list that is yours to manage"),
            RefusalCode.AccountNameTaken => new("另一个名称", "another name"),
            RefusalCode.SeparationOfDuties => new("由另一位管理员办理", "another administrator"),
            RefusalCode.TooManyTries => new("稍后再试", "try again later"),
            RefusalCode.UnitUnknown
            or RefusalCode.InspectorUnknown
            or RefusalCode.CountyUnknown
            or RefusalCode.RegionUnknown
            or RefusalCode.CodeInvalid => Roster,
            RefusalCode.VisitUnknown or RefusalCode.VisitNotFlagged or RefusalCode.PlanUnknown => List,
            RefusalCode.VisitInFuture => new("不晚于现在的时间", "a time not later than now"),
            RefusalCode.VisitTooOld => new("仍在记录范围内的时间", "a time that is still on record"),
            RefusalCode.VisitTimesReversed => new("晚于开始时间的结束时间", "an end after the start"),
            RefusalCode.VisitTooLong => new("不超过 12 小时", "12 hours at most"),
            RefusalCode.VisitOverlaps => new("不与已提交的督导重叠的时间", "a time that overlaps no other visit"),
            RefusalCode.VisitMethodMissing or RefusalCode.VisitMethodInvalid => new(
                "清单中的督导方式，每种一次，次数 1–999",
                "methods of the list, each once, counted 1–999"
            ),
            RefusalCode.VisitNoteTooLong => new("更短的说明", "a shorter note"),
            RefusalCode.UnitNotOperating => new(
                "正在办学的单位；已撤销的单位不再督导",
                "a unit that operates; a closed one is visited no more"
            ),
            RefusalCode.UnitClosedForGood => new("新的单位代码", "a new unit's code"),
            RefusalCode.PeriodInvalid => new(
                "学校写年和月，机构写年和季度，不晚于当期",
                "year and month for schools, year and quarter for institutions, not ahead of now"
            ),
            RefusalCode.PeriodNotKept => new("登记之后、仍可更正的周期", "a period since the registration that may still be corrected"),
            RefusalCode.PeriodNotClosed => new("已经结束的周期", "a period that has ended"),
            RefusalCode.PeriodNotMissed => new("状态为漏访的周期", "a period that was missed"),
            RefusalCode.NothingToApprove => new("有迟报督导待审批的周期", "a period with a late visit that waits"),
            RefusalCode.AssignmentReversed
            or RefusalCode.AssignmentTooFar
            or RefusalCode.AssignmentEnded
            or RefusalCode.AssignmentOutsideTerm => new(
                "聘期之内、先后有序的起止日期",
                "first and last day in order, within the appointment"
            ),
            RefusalCode.AssignmentOfOtherCounty => new("本县聘任的督学", "an inspector of the same county"),
            RefusalCode.TermsInvalid => new("先后有序、互不重叠的学期起止日期", "terms in order that do not overlap"),
            RefusalCode.InspectorRecused => new("与该单位没有回避关系的督学", "an inspector who is not recused from the unit"),
            RefusalCode.InspectorOverloaded => new("责任学校数未达上限的督学", "an inspector with fewer schools than the limit"),
            RefusalCode.ZoneOverloaded => new("学校数未达上限的责任区", "a zone with fewer schools than the limit"),
            RefusalCode.ZoneUnknown or RefusalCode.AreaUnknown => new("设置页中的责任区或乡镇", "a zone or town of the settings page"),
            RefusalCode.ZoneInvalid => new("本县的乡镇和学校，每个只属于一个责任区", "towns and schools of the county, each in one zone"),
            RefusalCode.ConfirmationDiffers => new("按预览中的数量重新确认", "confirm again with the number the preview shows"),
            RefusalCode.SandboxOnly => new("演示环境", "a sandbox"),
            RefusalCode.ClockBackwards => new("晚于当前演示时间的时间", "a time after the sandbox's own"),
            RefusalCode.ClockTooFar => new("400 天以内", "within 400 days"),
            RefusalCode.PlanDayInvalid => new("今天起可以计划的日期", "a day from today on that may be planned"),
            RefusalCode.TooManyPlans => new("先执行或撤回已有的计划", "carry out or drop a plan first"),
            RefusalCode.RemarkMissing or RefusalCode.RemarkOfNoOpenIssue => new(
                "每个未办结问题各一条说明",
                "one remark for each open issue"
            ),
            RefusalCode.FindingMissing => new("补充相应问题，或选择只作记录", "add its finding, or record it only"),
            RefusalCode.IssueUnknown
            or RefusalCode.ReferralUnknown
            or RefusalCode.MeasureUnknown
            or RefusalCode.StepUnknown
            or RefusalCode.EntryUnknown
            or RefusalCode.ApprovalUnknown
            or RefusalCode.AlertUnknown => List,
            RefusalCode.IssueStateConflict
            or RefusalCode.MeasureStateConflict
            or RefusalCode.StepStateConflict
            or RefusalCode.ApprovalStateConflict => new("与当前状态相符的办理", "a step that fits its present state"),
            RefusalCode.CategoryUnknown or RefusalCode.CategoryOfOtherKind => new(
                "适用于该类单位的问题类别",
                "a category for units of that kind"
            ),
            RefusalCode.SeverityTooLow => new("不低于清单所定的等级", "a severity not below that of the taxonomy"),
            RefusalCode.DepartmentMissing or RefusalCode.DepartmentUnknown => new(
                "本县部门清单中的股室或部门",
                "a section or department of the county's list"
            ),
            RefusalCode.DocumentMissing => new("随办理提交所缺的文书", "the missing paper, together with the step"),
            RefusalCode.DocumentUnknown => new("本县已印发的文书编号", "the number of a paper the county issued"),
            RefusalCode.VerifierIsReporter
            or RefusalCode.LookBackByVerifier
            or RefusalCode.DeciderIsProposer
            or RefusalCode.ApproverIsAsker => new("由另一人办理", "another person"),
            RefusalCode.LookBackTooEarly => new("在回头看的时间窗口之内", "within the look-back window"),
            RefusalCode.ExtensionUsed => new(
                "在现有期限内完成整改；逾期按措施阶梯处理",
                "rectification within the present due day; after it the ladder goes on"
            ),
            RefusalCode.ExtensionTooLate => new("在整改期限之前", "before the due day"),
            RefusalCode.ExtensionTooLong => new("政策所定天数之内", "days within the policy's limit"),
            RefusalCode.NoExtensionAsked => new("由单位先提出延期申请", "the unit asks for an extension first"),
            RefusalCode.OriginInvalid => new("督导以外的问题来源", "an origin other than a visit"),
            RefusalCode.NotMajor => new("清单中标为重大的类别", "a category the taxonomy marks as major"),
            RefusalCode.NotInterim => new("直接报告整改到位", "report the rectification itself"),
            RefusalCode.EvidenceUnknown or RefusalCode.EvidenceNotFound => new("已上传到该单位的文件", "a file uploaded for the unit"),
            RefusalCode.EvidenceInvalid or RefusalCode.EvidenceHashInvalid or RefusalCode.EvidenceHashMismatch => new(
                "重新上传文件，使用答复中的编号，至多 20 个",
                "upload the file again and use the hash of the answer, 20 at most"
            ),
            RefusalCode.EvidenceTooLarge => new("图片 10 MiB、文件 20 MiB 以内", "10 MiB for a picture, 20 MiB for a paper"),
            RefusalCode.EvidenceTypeInvalid => new("图片、PDF、docx 或 xlsx", "a picture, PDF, docx or xlsx"),
            RefusalCode.DeciderTooLow => new("由更高一级有权人员决定", "somebody of the rank that decides it"),
            RefusalCode.FormInvalid => new("该措施规定的形式", "a form this measure has"),
            RefusalCode.RungNotAllowed => new("先在政策中启用该规则", "switch the rule on in the policy first"),
            RefusalCode.ProposalOpen or RefusalCode.StepProposalOpen => new(
                "先对已有的建议作出决定",
                "decide the proposal that is open first"
            ),
            RefusalCode.RungReached => new("更高一级的措施", "a higher measure"),
            RefusalCode.InterviewNotHeld => new("先记录约谈", "record the interview first"),
            RefusalCode.CommitmentDateInvalid or RefusalCode.HeldOnInvalid => new("允许范围内的日期", "a day within the range"),
            RefusalCode.PeriodExtensionUsed => new("在已延长的期限内完成", "completion within the extended period"),
            RefusalCode.PeriodOver => new("期满之前", "before the period is over"),
            RefusalCode.DelistingNotReady => new("全部问题核查通过之后", "after every issue is verified"),
            RefusalCode.DelistingNotAsked => new("由单位先申请销号", "the unit applies for it first"),
            RefusalCode.NotPublished => new("先记录发布情况", "put the publication on record first"),
            RefusalCode.RemedyStepInvalid => new("与救济程序当前阶段相符的步骤", "a step that fits the stage of the remedies"),
            RefusalCode.RemedyTooLate => new("期限之内", "within the time limit"),
            RefusalCode.RuleNotByHand => new("可以人工提出的规则", "a rule that is proposed by hand"),
            RefusalCode.AlreadyRecorded => new(
                "每项只记录一次；更正请另行办理",
                "each is recorded once; a correction is an act of its own"
            ),
            RefusalCode.RoundInvalid => new("年和季度，如 2026Q2", "year and quarter, e.g. 2026Q2"),
            RefusalCode.SelfCheckNotAsked => new("已布置且未报送的自查轮次", "a self-check that was asked for and is not in yet"),
            RefusalCode.ComplaintInvalid => new("填写举报的编号、时间、类别和处理结果", "number, time, group and outcome of the complaint"),
            RefusalCode.QualificationRevoked => new("另聘督学；原督学不再参加督导", "another inspector; this one takes part no more"),
            RefusalCode.CountyRungInvalid => new("清单中的措施", "a measure of the list"),
            RefusalCode.ApprovalRequired => new("先申请审批，批准后再办理", "ask for an approval, and come back once it is given"),
            RefusalCode.ApprovalOfAnother => new("以本项操作另行申请的审批", "an approval asked for this very act"),
            RefusalCode.ApprovalSubjectInvalid => new("可以导出的清单", "a list that can be exported"),
            RefusalCode.StoreNotEmpty => new(
                "登录后继续使用；演示数据只载入空的系统",
                "sign in and go on; demonstration data goes into an empty system only"
            ),
            RefusalCode.ChecklistUnknown or RefusalCode.ChecklistItemUnknown => new(
                "该单位当日适用的检查表和项目",
                "the checklist and items that apply to the unit on that day"
            ),
            RefusalCode.ChecklistItemMissing => new("补齐所缺项目", "the missing items"),
            RefusalCode.ChecklistItemTwice => new("每项一个答复", "one answer for each item"),
            RefusalCode.ChecklistAnswerInvalid => new("该项允许的答复", "an answer the item takes"),
            RefusalCode.DispositionMissing => new("选择处置方式", "a disposition"),
            RefusalCode.CursorInvalid => new("上一页答复中的翻页标记，或从第一页开始", "the mark of the page before, or the first page"),
            RefusalCode.ListTooLong => new("用筛选条件缩小范围", "a filter that makes the list shorter"),
            RefusalCode.InstantInvalid => new(
                "带时区的时间，如 2026-03-02T10:00:00+08:00",
                "an instant with its offset, e.g. 2026-03-02T10:00:00+08:00"
            ),
            RefusalCode.InstantInFuture => new("不晚于现在的时间", "an instant not later than now"),
            RefusalCode.AsOfAfterKnown => new("不晚于知悉时间的时点", "an instant not after what was known"),
            RefusalCode.NotKnownThen => new("登记以后的时间", "an instant since the registration"),
            RefusalCode.PolicyParameterUnknown or RefusalCode.PolicyValueInvalid or RefusalCode.PolicyValuesConflict => new(
                "参数目录所列的名称和取值范围",
                "names and ranges of the catalogue"
            ),
            RefusalCode.PolicyEffectiveTooEarly or RefusalCode.PolicyEffectiveTooFar => new(
                "明天起一年以内的日期",
                "a day from tomorrow on, within a year"
            ),
            RefusalCode.PolicyPresetUnknown => new("清单中的预设方案", "a preset of the list"),
            RefusalCode.PolicySuperseded or RefusalCode.ChannelSuperseded => new(
                "刷新后在最新版本上重新确认",
                "load it again and confirm on top of the newest version"
            ),
            RefusalCode.TooManyRequests => new("稍后再试", "try again later"),
            RefusalCode.OriginNotAllowed => new("在本站页面中操作", "a page of this site"),
            RefusalCode.EntryWaits => new("先审核已有的登记", "decide the entry that waits first"),
            RefusalCode.BulletinInvalid => new(
                "本县或所在市、省已发布的通报",
                "a bulletin of the county, or of the city or province above it"
            ),
            RefusalCode.ChannelUnknown or RefusalCode.DeliveryUnknown => new(
                "通道页清单中的通道和提醒",
                "a channel and an alert of the channels page"
            ),
            RefusalCode.TooManyChannels => new("先删除不用的通道", "remove a channel that is not used first"),
            RefusalCode.ChannelAddressRefused => new(
                "厂商的机器人地址，或公网可达的地址",
                "the robot maker's own address, or a public one"
            ),
            RefusalCode.DeliveryNotFinished => new("等待本次发送结束", "wait until this delivery has ended"),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A refusal without words."),
        };
}
