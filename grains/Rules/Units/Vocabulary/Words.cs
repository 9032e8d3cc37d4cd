namespace Supervision.Rules.Units.Vocabulary;

/// <summary>One English word for each Chinese term; used in every text people read.</summary>
public static class Words
{
    public static Text Of(VisitMethod method) =>
        method switch
        {
            VisitMethod.Briefing => new("听取汇报", "briefing"),
            VisitMethod.SiteInspection => new("实地察看", "site inspection"),
            VisitMethod.RecordsReview => new("查阅资料", "review of records"),
            VisitMethod.Questionnaire => new("问卷调查", "questionnaire"),
            VisitMethod.Interview => new("走访座谈", "interviews"),
            VisitMethod.CampusPatrol => new("校园巡查", "patrol of the campus"),
            VisitMethod.LessonObservation => new("推门听课", "observation of lessons"),
            VisitMethod.MeetingAttendance => new("列席会议", "attendance at meetings"),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
        };

    public static Text Of(DutyState state) =>
        state switch
        {
            DutyState.Pending => new("待督导", "pending"),
            DutyState.DueSoon => new("即将到期", "due soon"),
            DutyState.Satisfied => new("按时完成", "satisfied"),
            DutyState.SatisfiedLate => new("迟报完成", "satisfied late"),
            DutyState.Missed => new("漏访", "missed"),
            DutyState.Excused => new("准予说明", "excused"),
            DutyState.Exempt => new("免访", "exempt"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static Text Of(UnitKind kind) => kind == UnitKind.School ? new("学校", "school") : new("培训机构", "institution");

    public static Text Of(ItemAnswer answer) =>
        answer switch
        {
            ItemAnswer.Conforms => new("符合", "conforms"),
            ItemAnswer.MostlyConforms => new("基本符合", "mostly conforms"),
            ItemAnswer.DoesNotConform => new("不符合", "does not conform"),
            ItemAnswer.NotApplicable => new("不适用", "not applicable"),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };

    public static Text Of(ItemDisposition disposition) =>
        disposition switch
        {
            ItemDisposition.OnTheSpot => new("当场反馈整改", "put right on the spot"),
            ItemDisposition.Notice => new("下发整改通知书", "rectification notice"),
            ItemDisposition.ReportToCounty => new("上报县级", "report to the county"),
            ItemDisposition.Consultation => new("协商意见书", "consultation paper"),
            ItemDisposition.RecordOnly => new("记录，不立问题", "record only, no issue"),
            _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, null),
        };

    /// <summary><c>2026年4月</c>, <c>2026年第2季度</c>.</summary>
    public static Text Of(Period period) =>
        period.IsMonth
            ? new($"{period.Year}年{period.Index}月", period.ToString())
            : new($"{period.Year}年第{period.Index}季度", period.ToString());

    public static Text Of(ExemptionBasis basis) =>
        basis switch
        {
            ExemptionBasis.FewTeachingDays => new("教学日不足", "too few teaching days"),
            ExemptionBasis.NotInOperation => new("登记或运行的时间不足", "registered or in operation for too short a time"),
            ExemptionBasis.NothingOwed => new("政策不要求", "policy asks for none"),
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
        };

    public static Text Of(NotCountedReason reason) =>
        reason switch
        {
            NotCountedReason.NotResponsible => new("到访者当日不是责任督学或代理", "the visitor was not responsible that day"),
            NotCountedReason.Central => new("集中督导不计", "central inspections do not count"),
            NotCountedReason.NothingOwed => new("该周期免访", "nothing was owed"),
            NotCountedReason.AlreadySatisfied => new("该周期已完成", "already satisfied"),
            NotCountedReason.Excused => new("该周期已准予说明", "already excused"),
            NotCountedReason.PeriodNotKept => new("该周期在登记之前或已封存", "before the registration, or closed for good"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };

    public static Text Of(VisitKind kind) =>
        kind switch
        {
            VisitKind.Regular => new("经常性督导", "regular visit"),
            VisitKind.Central => new("集中督导", "central inspection"),
            VisitKind.Special => new("专项督导", "special inspection"),
            VisitKind.Covert => new("明察暗访", "covert check"),
            VisitKind.LookBack => new("回头看", "look-back"),
            VisitKind.OwnChoice => new("自选督导", "visit of one's own choice"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <param name="slot">None is the whole day.</param>
    public static Text Of(VisitSlot slot) =>
        slot switch
        {
            VisitSlot.None => new("全天", "any time"),
            VisitSlot.Morning => new("上午", "morning"),
            VisitSlot.Afternoon => new("下午", "afternoon"),
            VisitSlot.Evening => new("晚间", "evening"),
            _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, null),
        };

    public static Text Of(VisitFlag flag) =>
        flag switch
        {
            VisitFlag.ImplausibleTravel => new("与前后到访的路程和时间不符", "too far from another visit for the time between"),
            VisitFlag.MockLocation => new("定位疑似模拟", "simulated location"),
            VisitFlag.WrongGateCode => new("校门动态码不正确", "wrong gate code"),
            VisitFlag.ClockOutsideBracket => new("设备时间异常", "device clock out of bounds"),
            VisitFlag.OverlappingVisit => new("同一时间另有督导", "at another unit at the same time"),
            VisitFlag.Recused => new("涉及回避，须由县级核实", "the inspector is recused, or had the interest already"),
            VisitFlag.AfterHandover => new(
                "责任或代理结束后超过宽限期才上传",
                "arrived longer after the hand-over than a late upload takes"
            ),
            VisitFlag.OutsideAppointment => new("不在聘任期内，或聘任已终止、已调离", "outside the appointment, or after its end or move"),
            VisitFlag.AfterSuspension => new(
                "单位停办后超过宽限期才上传",
                "arrived longer after the unit's suspension than a late upload takes"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, null),
        };
}
