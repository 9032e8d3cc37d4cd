using static Supervision.Rules.Policies.Parameters.PolicyUnits;

namespace Supervision.Rules.Policies.Parameters;

internal static class IssueParameters
{
    private static readonly PolicySection<IssuePolicy> Of = new(
        policy => policy.OfIssues,
        (policy, section) => policy with { Issues = section }
    );

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        .. Of.BySeverity(
            "issue.rectifyD",
            1,
            90,
            Days,
            p => p.RectifyDays,
            (p, all) => p with { RectifyDays = all },
            "自通知送达起的整改期限",
            "days to rectify, from the notice",
            "D-05"
        ),
        .. Of.BySeverity(
            "issue.ackW",
            0,
            10,
            WorkingDays,
            p => p.AcknowledgeDays,
            (p, all) => p with { AcknowledgeDays = all },
            "自通知送达起的签收期限，0 为不要求签收",
            "working days to acknowledge the notice; 0 asks for none",
            "L18"
        ),
        Of.Number(
            "issue.containD",
            1,
            15,
            Days,
            p => p.ContainDays,
            (p, n) => p with { ContainDays = n },
            "严重问题报送阶段整改情况的期限",
            "days for the interim report on a serious issue"
        ),
        Of.Number(
            "issue.fileD",
            1,
            15,
            Days,
            p => p.FileDays,
            (p, n) => p with { FileDays = n },
            "督学收到单位整改报告后报县级备案的期限",
            "days in which the inspector files the unit's report with the county"
        ),
        Of.Number(
            "issue.verifyW",
            1,
            20,
            WorkingDays,
            p => p.VerifyDays,
            (p, n) => p with { VerifyDays = n },
            "收到整改报告后核验的期限",
            "working days to verify, from the report"
        ),
        Of.Number(
            "issue.reworkD",
            1,
            30,
            Days,
            p => p.ReworkDays,
            (p, n) => p with { ReworkDays = n },
            "核验不通过后再次整改的期限",
            "days to rework after a failed verification"
        ),
        Of.Number(
            "issue.ext.times",
            0,
            3,
            Times,
            p => p.Extensions,
            (p, n) => p with { Extensions = n },
            "整改可申请延期的次数",
            "how often an extension may be granted"
        ),
        Of.Number(
            "issue.ext.days",
            1,
            60,
            Days,
            p => p.ExtensionDays,
            (p, n) => p with { ExtensionDays = n },
            "每次延期最多的天数",
            "most days of one extension"
        ),
        Of.Number(
            "issue.transferReplyD",
            1,
            90,
            Days,
            p => p.TransferReplyDays,
            (p, n) => p with { TransferReplyDays = n },
            "移送联合部门后答复的期限",
            "days for a joint department's reply",
            "L18"
        ),
        Of.Number(
            "lookback.windowD.from",
            1,
            180,
            Days,
            p => p.LookBackFromDays,
            (p, n) => p with { LookBackFromDays = n },
            "核验通过后最早第几天回头看",
            "first day of the look-back, after verification",
            "L77 D-06"
        ),
        Of.Number(
            "lookback.windowD.to",
            1,
            365,
            Days,
            p => p.LookBackToDays,
            (p, n) => p with { LookBackToDays = n },
            "核验通过后最迟第几天回头看，不早于起始日",
            "last day of the look-back, not before the first",
            "L77 D-06"
        ),
        .. Of.BySeverity(
            "lookback.rate",
            0,
            100,
            Percent,
            p => p.LookBackRates,
            (p, all) => p with { LookBackRates = all },
            "核验通过后回头看的比例",
            "share of verified issues that is looked at again",
            "L77 D-06"
        ),
        Of.Number(
            "selffound.rectifyD",
            1,
            90,
            Days,
            p => p.SelfFoundRectifyDays,
            (p, n) => p with { SelfFoundRectifyDays = n },
            "单位自查发现的问题的整改期限",
            "days to rectify an issue the unit found itself",
            "L77 D-18"
        ),
    ];
}
