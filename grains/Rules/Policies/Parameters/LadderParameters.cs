using static Supervision.Rules.Policies.Parameters.PolicyUnits;

namespace Supervision.Rules.Policies.Parameters;

internal static class LadderParameters
{
    private static readonly PolicySection<LadderPolicy> Of = new(
        policy => policy.OfLadder,
        (policy, section) => policy with { Ladder = section }
    );

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        Of.Rules(
            "ladder.r1.autoRules",
            ["LR-01", "LR-02", "LR-03"],
            p => p.AutomaticRules,
            (p, rules) => p with { AutomaticRules = rules },
            "由系统直接下发通报的规则：LR-01 整改逾期、LR-02 未交自查、LR-03 未签收；其他措施一律由人决定",
            "rules that issue their notice themselves: LR-01 overdue, LR-02 self-check, LR-03 acknowledgement; every other measure is decided by a person",
            "L18 D-07"
        ),
        Of.Number(
            "ladder.proposal.decideW",
            1,
            20,
            WorkingDays,
            p => p.DecideDays,
            (p, n) => p with { DecideDays = n },
            "措施建议的决定期限，逾期提醒上一级",
            "working days to decide a proposal before the next authority is alerted"
        ),
        Of.Number(
            "ladder.r1.unacknowledgedW",
            1,
            20,
            WorkingDays,
            p => p.UnacknowledgedDays,
            (p, n) => p with { UnacknowledgedDays = n },
            "通知送达后多少工作日未签收即予通报",
            "working days without acknowledgement after which a notice follows",
            "L18"
        ),
        Of.Number(
            "ladder.r1.fixD",
            1,
            60,
            Days,
            p => p.FixDays,
            (p, n) => p with { FixDays = n },
            "通报送达后的整改期限",
            "days to fix what a notice named, from service",
            "L18"
        ),
        Of.Number(
            "ladder.r2.holdW",
            1,
            20,
            WorkingDays,
            p => p.HoldDays,
            (p, n) => p with { HoldDays = n },
            "决定约谈后进行约谈的期限",
            "working days in which an interview is held, from the decision",
            "L18"
        ),
        Of.Number(
            "ladder.r2.minutesW",
            1,
            20,
            WorkingDays,
            p => p.MinutesDays,
            (p, n) => p with { MinutesDays = n },
            "约谈后提交纪要和整改承诺的期限",
            "working days for minutes and commitment, from the interview"
        ),
        Of.Number(
            "ladder.r3.periodD",
            7,
            180,
            Days,
            p => p.PeriodDays,
            (p, n) => p with { PeriodDays = n },
            "挂牌督办期限，自送达起",
            "days of key supervision, from service",
            "L18 L79"
        ),
        Of.Number(
            "ladder.r3.extD",
            7,
            365,
            Days,
            p => p.PeriodExtendedDays,
            (p, n) => p with { PeriodExtendedDays = n },
            "挂牌督办延期后的总期限，自送达起，不短于原期限",
            "days of key supervision once extended, from service, not below the period"
        ),
        Of.Number(
            "ladder.r3.progressEveryD",
            1,
            30,
            Days,
            p => p.ProgressEveryDays,
            (p, n) => p with { ProgressEveryDays = n },
            "挂牌督办期间每隔几天报送进展",
            "days between progress reports under key supervision"
        ),
        Of.Number(
            "ladder.r3.acceptW",
            1,
            20,
            WorkingDays,
            p => p.AcceptDays,
            (p, n) => p with { AcceptDays = n },
            "收到销号申请后验收的期限",
            "working days to accept an application for delisting"
        ),
        Of.Flag(
            "ladder.r3.impactOrders",
            p => p.ImpactOrders,
            (p, on) => p with { ImpactOrders = on },
            "县级认定造成不良社会影响的问题，是否建议下发重点问题督办单（LR-18）",
            "whether a supervision order is proposed where bad public impact is marked (LR-18)",
            "L79"
        ),
        Of.Flag(
            "ladder.r4.schoolsAllowed",
            p => p.SchoolsExposed,
            (p, on) => p with { SchoolsExposed = on },
            "公开曝光是否也适用于学校的不作为、慢作为等典型问题（LR-14）",
            "public exposure of schools too, for typical cases of inaction (LR-14)",
            "L18 L79 D-15"
        ),
        Of.Number(
            "ladder.r4.publishW",
            1,
            20,
            WorkingDays,
            p => p.PublishDays,
            (p, n) => p with { PublishDays = n },
            "决定曝光并送达后发布的期限",
            "working days to publish, from service"
        ),
        Of.Rules(
            "ladder.r5.directRules",
            ["LR-16", "LR-17", "LR-19"],
            p => p.DirectRules,
            (p, rules) => p with { DirectRules = rules },
            "无须先经下级措施即可建议问责的规则：LR-16 侵害学生利益严重或造成不良社会影响、LR-17 拒绝或阻碍督导、LR-19 对通报问题整改不力",
            "rules that reach accountability without the rungs below: LR-16 harm, LR-17 obstruction, LR-19 a circular left unrectified",
            "L18 L54"
        ),
        Of.Number(
            "ladder.repeat.r1In365",
            2,
            10,
            Times,
            p => p.RepeatNotices,
            (p, n) => p with { RepeatNotices = n },
            "365 天内通报达到此数即建议约谈（LR-05），季度通报点名计一次",
            "notices within 365 days after which an interview is proposed (LR-05); being named in a bulletin counts",
            "L18 L54 D-09"
        ),
        Of.Number(
            "ladder.persist.r1",
            1,
            10,
            Times,
            p => p.PersistNotices,
            (p, n) => p with { PersistNotices = n },
            "建议问责前 365 天内须有的通报次数（LR-15）",
            "notices within 365 days that accountability has to prove (LR-15)",
            "L18 D-09"
        ),
        Of.Number(
            "ladder.persist.r2",
            0,
            10,
            Times,
            p => p.PersistInterviews,
            (p, n) => p with { PersistInterviews = n },
            "建议问责前 365 天内须有的约谈次数（LR-15）",
            "interviews within 365 days that accountability has to prove (LR-15)",
            "L18"
        ),
        Of.Number(
            "ladder.persist.r3",
            0,
            10,
            Times,
            p => p.PersistKeySupervisions,
            (p, n) => p with { PersistKeySupervisions = n },
            "建议问责前 365 天内须有的挂牌督办次数（LR-15）",
            "key supervisions within 365 days that accountability has to prove (LR-15)",
            "L18"
        ),
        Of.Number(
            "ladder.memoryD",
            0,
            730,
            Days,
            p => p.MemoryDays,
            (p, n) => p with { MemoryDays = n },
            "措施全部解除后记忆天数：期内同类问题从曾达到的级别起",
            "days after the return to daily supervision in which a like issue starts at the rung reached before",
            "D-16"
        ),
        Of.Number(
            "complaint.outcry.persons",
            2,
            50,
            Persons,
            p => p.OutcryPersons,
            (p, n) => p with { OutcryPersons = n },
            "“群众举报强烈”：同一单位同类问题的不同举报人数（LR-09）",
            "strong reporting: distinct complainants about one unit and category (LR-09)",
            "L18 L79 D-08"
        ),
        Of.Number(
            "complaint.outcry.days",
            1,
            365,
            Days,
            p => p.OutcryDays,
            (p, n) => p with { OutcryDays = n },
            "“群众举报强烈”：在多少天内",
            "strong reporting: within how many days",
            "L18 L79 D-08"
        ),
        Of.Number(
            "complaint.many.count",
            2,
            100,
            Cases,
            p => p.ManyComplaints,
            (p, n) => p with { ManyComplaints = n },
            "“举报问题多”：同一单位的举报件数（LR-08）",
            "many complaints: cases about one unit (LR-08)",
            "L54"
        ),
        Of.Number(
            "complaint.many.days",
            1,
            365,
            Days,
            p => p.ManyDays,
            (p, n) => p with { ManyDays = n },
            "“举报问题多”：在多少天内",
            "many complaints: within how many days",
            "L54"
        ),
    ];
}
