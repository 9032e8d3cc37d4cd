namespace Supervision.Rules.Clocks;

/// <summary>What each clock is called, and the clause it comes from.</summary>
public static class DeadlineWords
{
    /// <summary>What is due.</summary>
    public static Text Of(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Acknowledge => new("签收通知书", "acknowledgement"),
            DeadlineKind.Silence => new("逾期不签收将通报", "circular for silence"),
            DeadlineKind.Contain => new("控制措施中期报告", "interim report"),
            DeadlineKind.Rectify => new("整改到位并报告", "rectification report"),
            DeadlineKind.File => new("督学报备", "filing by the inspector"),
            DeadlineKind.Verify => new("核查", "verification"),
            DeadlineKind.LookBackOpens => new("回头看窗口开启", "look-back window opens"),
            DeadlineKind.LookBackDay => new("系统抽定的回头看日", "chosen look-back day"),
            DeadlineKind.LookBack => new("完成回头看", "look-back"),
            DeadlineKind.Reply => new("部门答复", "department's reply"),
            DeadlineKind.Decide => new("作出决定", "decision"),
            DeadlineKind.Fix => new("通报后整改到位", "rectification after the circular"),
            DeadlineKind.Hold => new("进行约谈", "interview"),
            DeadlineKind.Minutes => new("约谈纪要与整改承诺归档", "minutes and commitment"),
            DeadlineKind.Commitment => new("承诺的整改日期", "committed date"),
            DeadlineKind.Progress => new("进展报告", "progress report"),
            DeadlineKind.Period => new("督办期满", "end of key supervision"),
            DeadlineKind.Accept => new("答复销号申请", "answer on delisting"),
            DeadlineKind.Publish => new("公开发布", "publication"),
            DeadlineKind.ReviewRequest => new("申请复核或申诉的期限", "last day for review or appeal"),
            DeadlineKind.ReviewDecision => new("作出复核决定", "review decision"),
            DeadlineKind.Appeal => new("提出申诉的期限", "last day for an appeal"),
            DeadlineKind.AppealDecision => new("作出申诉决定", "appeal decision"),
            DeadlineKind.Correction => new("原机关更正", "correction"),
            DeadlineKind.FactFinding => new("成立事实认定小组", "fact-finding group"),
            DeadlineKind.FactFindingNear => new("提醒成立事实认定小组", "reminder of the fact-finding group"),
            DeadlineKind.SelfCheck => new("报送自查", "self-check"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Where a term of the accountability procedure is written (2.3); null for what policy sets.</summary>
    public static Text? ClauseOf(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.FactFinding => new(
                $"《教育督导问责办法》：督导工作结束后 {FactFinding.Days} 日内成立事实认定小组",
                $"Accountability Measures: within {FactFinding.Days} days after the supervision work ends"
            ),
            DeadlineKind.ReviewRequest => new(
                $"《教育督导问责办法》：收到决定后 {Remedies.ReviewRequestDays} 日内申请复核",
                $"Accountability Measures: a review is asked for within {Remedies.ReviewRequestDays} days of receipt"
            ),
            DeadlineKind.ReviewDecision => new(
                $"《教育督导问责办法》：收到复核申请后 {Remedies.ReviewDecisionDays} 日内作出复核决定",
                $"Accountability Measures: a review is decided within {Remedies.ReviewDecisionDays} days"
            ),
            DeadlineKind.Appeal => new(
                $"《教育督导问责办法》：收到决定或复核决定后 {Remedies.AppealDays} 日内申诉",
                $"Accountability Measures: an appeal is made within {Remedies.AppealDays} days"
            ),
            DeadlineKind.AppealDecision => new(
                $"《教育督导问责办法》：受理申诉后 {Remedies.AppealDecisionDays} 日内作出处理决定",
                $"Accountability Measures: an appeal is decided within {Remedies.AppealDecisionDays} days"
            ),
            DeadlineKind.Correction => new(
                $"《教育督导问责办法》：认定有误的 {Remedies.CorrectionDays} 日内更正",
                $"Accountability Measures: what was found wrong is corrected within {Remedies.CorrectionDays} days"
            ),
            _ => null,
        };
}
