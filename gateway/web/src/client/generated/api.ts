// Generated from openapi.json: npm run types.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessTokenResponse: {
            /** @description 访问令牌，置于 Authorization: Bearer / access token, sent as Authorization: Bearer */
            accessToken: string;
            /**
             * Format: int64
             * @description 访问令牌的有效秒数 / seconds the access token lives
             */
            expiresIn: number;
            /** @description 刷新令牌 / refresh token */
            refreshToken: string;
            /** @description 令牌类型 / type of the token */
            tokenType: string;
        };
        AccountChange: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area?: null | string;
            /** @description 姓名 / name shown */
            displayName?: null | string;
            /** @description 统一身份认证中的名称 / name at the identity server */
            externalName?: null | string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector?: null | string;
            /** @description 角色 / role */
            role?: components["schemas"]["ActorRole"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit?: null | string;
            /** @description 用户名 / name of the account */
            userName?: null | string;
        };
        AccountDraft: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area?: null | string;
            /** @description 姓名 / name shown */
            displayName: string;
            /** @description 统一身份认证中的名称 / name at the identity server */
            externalName?: null | string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector?: null | string;
            /** @description 角色 / role */
            role: components["schemas"]["ActorRole"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit?: null | string;
            /** @description 用户名 / name of the account */
            userName: string;
        };
        /** @enum {string} */
        AccountDuty: "ChangePassword" | "EnrolSecondFactor";
        /** @enum {string} */
        AccountState: "Active" | "Locked" | "Disabled" | "AwaitsConfirmation";
        AccountView: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /** @description 提出的管理员；须由另一位确认 / who made or reset it; another administrator confirms */
            confirmAfter: null | string;
            /** @description 姓名 / name shown */
            displayName: string;
            /** @description 统一身份认证中的名称 / name at the identity server */
            externalName: null | string;
            /** @description 编号 / id */
            id: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: null | string;
            /**
             * Format: date-time
             * @description 最近登录时间 / when it last signed in
             */
            lastSignInAt: null | string;
            /** @description 密码为临时密码 / the password has to be changed at the next sign-in */
            passwordTemporary: boolean;
            /** @description 角色 / role */
            role: components["schemas"]["ActorRole"];
            /** @description 两步验证 / second factor */
            secondFactor: boolean;
            /** @description 状态 / state */
            state: components["schemas"]["AccountState"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: null | string;
            /** @description 用户名 / name of the account */
            userName: string;
        };
        AccountsView: {
            /** @description 账户 / the accounts */
            accounts: components["schemas"]["AccountView"][];
            /** @description 下一页标记，作为 after 发送；末页为空 / to be sent as after for the next page; null on the last one */
            next: null | string;
            /** @description 可授予的角色 / roles the asker may give */
            roles: components["schemas"]["ActorRole"][];
        };
        AcknowledgeBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document?: null | string;
        };
        AcknowledgementBody: Record<string, never>;
        /** @enum {string} */
        ActorRole: "Inspector" | "CountyOffice" | "Province" | "Administrator" | "System" | "CountyDirector" | "CommitteeOffice" | "CommitteeDirector" | "UnitUser" | "IndependentInspector" | "SpecialSupervisor" | "IntakeDesk" | "City" | "SecurityAdministrator" | "AuditAdministrator" | "Display";
        AdministratorBody: {
            /** @description 控制台上的一次性代码 / the one-time code on the console */
            code: string;
            /** @description 密码 / password */
            password: string;
            /** @description 用户名 / name of the account */
            userName: string;
        };
        AdministratorsView: {
            /** @description 待交付的账户与密码，仅显示一次 / accounts and passwords to hand over, shown this once */
            handOver: components["schemas"]["HandOver"][];
        };
        /** @enum {string} */
        AlertAsk: "See" | "Act";
        /** @enum {string} */
        AlertEnding: "acknowledged" | "done" | "superseded" | "visited" | "late-sync" | "visited-since" | "excused" | "exempted" | "assigned" | "handed-over" | "suspended" | "closed" | "moved" | "approved" | "voided" | "confirmed" | "decided" | "lapsed" | "withdrawn" | "transferred" | "extended" | "discharged" | "not-needed" | "signed-for" | "annulled";
        AlertKindFacts: {
            /** @description 办理它的操作；为空则只需知悉 / commands by which people answer it; none when there is only seeing to it */
            acts: string[];
            /** @description 要求做什么 / what it asks for */
            asks: components["schemas"]["AlertAsk"];
            /** @description 原文依据 / clause of the source it rests on */
            clause: null | components["schemas"]["Text"];
            /** @description 可以使它结束的各种情形 / everything that may end it */
            ends: components["schemas"]["AlertEnding"][];
            /** @description 种类 / kind */
            kind: string;
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /** @description 在哪一页办理 / the page where it is dealt with */
            page: components["schemas"]["AlertPage"];
            /** @description 等级 / severity */
            severity: components["schemas"]["AlertSeverity"];
            /** @description 紧急 / urgent */
            urgent: boolean;
        };
        /** @enum {string} */
        AlertPage: "Unit" | "Inspector" | "County";
        /** @enum {string} */
        AlertSeverity: "Low" | "Medium" | "High";
        AlertView: {
            /**
             * Format: date-time
             * @description 签收时间 / when somebody first said that it was seen
             */
            acknowledgedAt: null | string;
            /** @description 签收人账户 / account of who first said that it was seen */
            acknowledgedBy: null | string;
            /** @description 要求做什么 / what it asks for */
            asks: components["schemas"]["AlertAsk"];
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: date-time
             * @description 发现时间 / when it was noticed
             */
            detectedAt: string;
            /**
             * Format: date-time
             * @description 生效时间 / when it became true
             */
            effectiveAt: string;
            /** @description 结束的原因 / why it ended, in words */
            endedBecause: null | components["schemas"]["Text"];
            /** @description 因何种情形结束；未结束为空 / which kind of ending it had; null while it is open */
            ending: null | components["schemas"]["AlertEnding"];
            /** @description 编号 / id */
            id: string;
            /** @description 种类 / kind */
            kind: string;
            /** @description 收件角色 / who it is for */
            recipients: string[];
            /**
             * Format: date-time
             * @description 事由消除的时间；未消除为空 / when its cause went away; null while it stands
             */
            resolvedAt: null | string;
            /**
             * Format: int64
             * @description 序号 / sequence
             */
            sequence: number;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: string;
        };
        AnnotationBody: {
            /** @description 整改结果，1–2000 字 / result, 1–2,000 characters */
            result: string;
        };
        AppealBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 步骤 / step */
            step: components["schemas"]["AppealStep"];
        };
        /** @enum {string} */
        AppealStep: "ReviewRequested" | "ReviewUpheld" | "ReviewFoundWrong" | "Appealed" | "AppealUpheld" | "AppealFoundWrong" | "Corrected";
        /** @enum {string} */
        ApprovalKind: "BulkExport" | "SealedIdentity";
        /** @enum {string} */
        ApprovalState: "Asked" | "Given" | "Refused" | "Used" | "Expired";
        ApprovalView: {
            /**
             * Format: date-time
             * @description 申请时间 / when it was asked
             */
            askedAt: string;
            /** @description 申请人账户 / account of who asked */
            by: string;
            /** @description 决定人账户 / account of who decided it */
            decidedBy: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["ApprovalKind"];
            /** @description 种类（文字） / the kind in words */
            kindText: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: null | string;
            /** @description 状态 / state */
            state: components["schemas"]["ApprovalState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
            /** @description 对象 / what it is about */
            subject: string;
            /**
             * Format: date-time
             * @description 截止时间 / until when
             */
            until: string;
            /**
             * Format: date-time
             * @description 使用时间 / when it was used
             */
            usedAt: null | string;
        };
        ApprovalsApproveBody: {
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        ApprovedMap: {
            /** @description 审图号等信息 / the approval of the map */
            approval: string;
            /** @description 图形 / shapes */
            shapes: components["schemas"]["MapShape"][];
        };
        AreaAssignment: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date
             * @description 末日，含当日；为空表示持续 / last day, inclusive; null without end
             */
            to: null | string;
        };
        AreaBody: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date
             * @description 末日，含当日；为空表示持续 / last day, inclusive; null without end
             */
            to?: null | string;
        };
        AreaSchool: {
            /** @description 是否有更改；所求已成立时为否 / whether anything changed; false when it already was so */
            changed: boolean;
            /** @description 名称 / name */
            name: string;
            /** @description 未办理的原因；已办理为空 / why it was not done; null when it was */
            refusal: null | components["schemas"]["Problem"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 已办理而需留意之处 / done, but worth knowing */
            warnings: components["schemas"]["Text"][];
        };
        AreaView: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /**
             * Format: int32
             * @description 新指派的学校数 / schools newly assigned
             */
            assigned: number;
            /** @description 仅预览 / only shown */
            preview: boolean;
            /**
             * Format: int32
             * @description 未办理的数量 / what was refused
             */
            refused: number;
            /** @description 学校 / schools */
            schools: components["schemas"]["AreaSchool"][];
            /**
             * Format: int32
             * @description 无变化的数量 / what stays as it was
             */
            unchanged: number;
        };
        AskBody: {
            /** @description 种类 / kind */
            kind: components["schemas"]["ApprovalKind"];
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /** @description 申请事项：导出文件及其筛选，如 issues.xlsx?severity=Serious / what exactly: a file and its filter, e.g. issues.xlsx?severity=Serious */
            subject: string;
        };
        Assignment: {
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date
             * @description 末日，含当日；为空表示持续 / last day, inclusive; null without end
             */
            to: null | string;
        };
        Attachment: {
            /** @description 文件内容的 SHA-256，小写十六进制 / SHA-256 of the content, lower-case hex */
            hash?: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["DocumentKind"];
            /** @description 名称 / title */
            title: string;
        };
        AuditEntryView: {
            /** @description 请求方法与路径模板 / method and path template of what was asked */
            action: string;
            /** @description 地址 / address */
            address: null | string;
            /** @description 客户端程序 / client program */
            agent: null | string;
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /**
             * Format: date-time
             * @description 时间 / when
             */
            at: string;
            /** @description 代码 / code */
            code: null | string;
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /** @description 请求内容的摘要 / hash of what was asked */
            fingerprint: null | string;
            /**
             * Format: uuid
             * @description 操作编号 / operation id
             */
            opId: null | string;
            /** @description 结果 / result */
            result: components["schemas"]["AuditResult"];
            /** @description 角色 / role */
            role: string;
            /**
             * Format: int64
             * @description 序号 / sequence
             */
            sequence: number;
            /** @description 登录编号 / the session */
            session: null | string;
            /**
             * Format: int32
             * @description 状态 / status
             */
            status: number;
            /** @description 请求路径 / path that was asked */
            target: null | string;
            /** @description 名称 / title */
            title: null | components["schemas"]["Text"];
            /** @description 行为人账户 / account of who acted */
            who: string;
        };
        /** @enum {string} */
        AuditResult: "Accepted" | "Repeated" | "Refused" | "Denied" | "Fault";
        BoardCases: {
            /** @description 颜色 / colour */
            colour: components["schemas"]["Colour"];
            /**
             * Format: int32
             * @description 未办结问题数 / open issues
             */
            openIssues: number;
            /**
             * Format: int32
             * @description 逾期问题数 / overdue issues
             */
            overdueIssues: number;
            /** @description 颜色的理由 / reasons of the colour */
            reasons: number[];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /** @description 待决定事项 / what waits for a decision */
            waiting: components["schemas"]["WaitingDecision"][];
        };
        BoardReason: {
            /**
             * Format: int32
             * @description 原文依据 / clause of the source it rests on
             */
            clause: number;
            /**
             * Format: int32
             * @description 如何消除 / what clears it
             */
            clears: null | number;
            /** @description 代码 / code */
            code: string;
            /** @description 依据的记录 / records it rests on */
            evidence: string[];
            /**
             * Format: int32
             * @description 将自行变为的颜色 / what it becomes by itself
             */
            next: null | number;
            /**
             * Format: date-time
             * @description 自行变化的时间 / when it changes by itself
             */
            nextChangeAt: null | string;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /**
             * Format: int32
             * @description 文字 / text
             */
            text: number;
        };
        BoardRow: {
            /**
             * Format: int32
             * @description 待审批的迟报督导数 / late visits that wait for approval
             */
            awaitingApproval: number;
            /** @description 问题与措施 / issues and measures */
            cases: components["schemas"]["BoardCases"];
            /** @description 分类 / category */
            category: string;
            /** @description 中心校代码；本身即中心校或独立学校则为空 / code of its central school; null when it is one, or stands alone */
            central: null | string;
            /** @description 代码 / code */
            code: string;
            /** @description 颜色 / colour */
            colour: components["schemas"]["Colour"];
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: int32
             * @description 本周期已计入的督导次数 / visits that count in the current period
             */
            done: number;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /**
             * Format: date-time
             * @description 最近督导时间 / when it was last visited
             */
            lastVisitAt: null | string;
            /**
             * Format: double
             * @description 纬度，−90 至 90 / degrees, −90 to 90
             */
            latitude: null | number;
            /**
             * Format: double
             * @description 经度，−180 至 180 / degrees, −180 to 180
             */
            longitude: null | number;
            /** @description 名称 / name */
            name: string;
            /**
             * Format: date-time
             * @description 单位下次自行变化的时间 / when the unit changes by itself next
             */
            nextDueAt: null | string;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /** @description 颜色的理由 / reasons of the colour */
            reasons: number[];
            /** @description 近 12 个周期，旧者在前 / the last 12 periods, oldest first */
            recent: components["schemas"]["DutyMark"][];
            /**
             * Format: int32
             * @description 本周期应督导次数 / visits required in the period
             */
            required: number;
            /** @description 状态 / state */
            state: components["schemas"]["DutyState"];
            /** @description 状态 / status */
            status: components["schemas"]["UnitStatus"];
            /**
             * Format: int32
             * @description 学生数 / pupils
             */
            students: null | number;
            /** @description 乡镇（街道）代码 / code of the town */
            town: null | string;
            /** @description 乡镇（街道）名称 / name of the town */
            townName: null | string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
        };
        BoardTally: {
            /**
             * Format: int32
             * @description 黄色单位数 / amber units
             */
            amber: number;
            /**
             * Format: int32
             * @description 待审批的迟报督导数 / late visits that wait for approval
             */
            awaitingApproval: number;
            /** @description 问题与措施 / issues and measures */
            cases: components["schemas"]["CaseTally"];
            /** @description 各类各周期的覆盖情况，新者在前 / by kind and period, newest first */
            coverage: components["schemas"]["CoverageTally"][];
            /**
             * Format: int32
             * @description 绿色单位数 / green units
             */
            green: number;
            /**
             * Format: int32
             * @description 灰色单位数 / grey units
             */
            grey: number;
            /**
             * Format: int32
             * @description 培训机构 / institutions
             */
            institutions: number;
            /**
             * Format: int32
             * @description 未了结的提醒数 / alerts whose cause stands
             */
            openAlerts: number;
            /**
             * Format: int32
             * @description 红色单位数 / red units
             */
            red: number;
            /**
             * Format: int32
             * @description 学校 / schools
             */
            schools: number;
            /**
             * Format: int32
             * @description 未指派责任督学的单位数 / units without a responsible inspector
             */
            unassigned: number;
            /**
             * Format: int32
             * @description 白色单位数 / white units
             */
            white: number;
        };
        BoardView: {
            /** @description 提醒 / alerts */
            alerts: components["schemas"]["AlertView"][];
            /**
             * Format: date-time
             * @description 数据截至 / until when the data is known to be true
             */
            asOf: string;
            /** @description 校历未公布，暂按周末推算 / the calendar is provisional, by weekends only */
            calendarProvisional: boolean;
            /** @description 专项行动 / the campaign */
            campaign: null | components["schemas"]["Campaign"];
            /** @description 下级地区 / the parts of a region */
            children: components["schemas"]["ChildSummary"][];
            /** @description 演示数据 / it is a demonstration */
            demonstration: boolean;
            /** @description 名称 / name */
            name: string;
            /**
             * Format: date-time
             * @description 服务器的现在 / the server's present
             */
            now: string;
            /** @description 模拟时钟环境 / it runs on a simulated clock */
            sandbox: boolean;
            /** @description 范围，如 county/330521 / scope, e.g. county/330521 */
            scope: string;
            /** @description 合计 / totals */
            tally: components["schemas"]["BoardTally"];
            /** @description 单位 / units */
            units: components["schemas"]["BoardRow"][];
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
            /** @description 理由与说明的文字，每条一次 / the words that rows name by place, each once */
            words: components["schemas"]["BoardWords"];
        };
        BoardWords: {
            /** @description 颜色的理由 / reasons of the colour */
            reasons: components["schemas"]["BoardReason"][];
            /** @description 说明文字 / texts */
            texts: components["schemas"]["Text"][];
        };
        BracketBody: {
            /**
             * Format: date-time
             * @description 当时设备时钟所示 / what the device's clock showed then
             */
            deviceBefore: string;
            /**
             * Format: date-time
             * @description 上传时设备时钟所示；由 X-Device-Time 给出时为空 / what the device's clock shows at the upload; null when X-Device-Time says it
             */
            deviceNow?: null | string;
            /**
             * Format: date-time
             * @description 督导前最后收到的服务器时间 / the last server time the device had before
             */
            serverBefore: string;
        };
        Campaign: {
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            first: string;
            /**
             * Format: date
             * @description 末日，含当日 / last day, inclusive
             */
            last: string;
            /** @description 正在进行 / it is running */
            running: boolean;
        };
        CaseDetail: {
            /** @description 颜色 / colour */
            colour: components["schemas"]["Colour"];
            /** @description 部门清单，按本县排序 / departments, in the county's order */
            departments: components["schemas"]["Department"][];
            /** @description 文书 / papers */
            documents: components["schemas"]["DocumentView"][];
            /** @description 记录 / entries */
            entries: components["schemas"]["EntryView"][];
            /** @description 存疑的督导 / doubtful visits */
            flagged: components["schemas"]["FlaggedView"][];
            /** @description 问题 / issues */
            issues: components["schemas"]["IssueView"][];
            /** @description 措施 / measures */
            measures: components["schemas"]["MeasureView"][];
            /** @description 记忆中的往事，影响今后的措施 / what is remembered and weighs on later measures */
            memory: components["schemas"]["MemoryView"][];
            /** @description 舆情关注 / public-opinion flag */
            opinionFlag: boolean;
            /** @description 督导安排 / planned visits */
            plans: components["schemas"]["VisitPlan"][];
            /** @description 颜色的理由 / reasons of the colour */
            reasons: components["schemas"]["ReasonView"][];
            /** @description 移交联合部门事项 / what went to joint departments */
            referrals: components["schemas"]["ReferralView"][];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /** @description 自查 / self-checks */
            selfChecks: components["schemas"]["SelfCheckView"][];
            /** @description 送达记录 / what was served */
            served: components["schemas"]["ServedView"][];
            /** @description 待决定事项 / what waits for a decision */
            waiting: components["schemas"]["WaitingDecision"][];
        };
        CaseRow: {
            /** @description 颜色 / colour */
            colour: components["schemas"]["Colour"];
            /**
             * Format: int32
             * @description 未办结问题数 / open issues
             */
            openIssues: number;
            /**
             * Format: int32
             * @description 逾期问题数 / overdue issues
             */
            overdueIssues: number;
            /** @description 颜色的理由 / reasons of the colour */
            reasons: components["schemas"]["ReasonView"][];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /** @description 待决定事项 / what waits for a decision */
            waiting: components["schemas"]["WaitingDecision"][];
        };
        CaseTally: {
            /**
             * Format: int32
             * @description 在行的问责件数 / accountability measures in force
             */
            accountabilities: number;
            /**
             * Format: int32
             * @description 黄色单位数 / amber units
             */
            amber: number;
            /**
             * Format: int32
             * @description 在行的通报件数 / circulars in force
             */
            circulars: number;
            /**
             * Format: int32
             * @description 在行的曝光件数 / publications in force
             */
            exposures: number;
            /**
             * Format: int32
             * @description 绿色单位数 / green units
             */
            green: number;
            /**
             * Format: int32
             * @description 灰色单位数 / grey units
             */
            grey: number;
            /**
             * Format: int32
             * @description 在行的约谈件数 / interviews in force
             */
            interviews: number;
            /**
             * Format: int32
             * @description 在行的重点督办件数 / key supervisions in force
             */
            keySupervisions: number;
            /**
             * Format: int32
             * @description 未办结问题数 / open issues
             */
            openIssues: number;
            /**
             * Format: int32
             * @description 逾期问题数 / overdue issues
             */
            overdueIssues: number;
            /**
             * Format: int32
             * @description 红色单位数 / red units
             */
            red: number;
            /**
             * Format: int32
             * @description 待决定事项数 / what waits for a decision
             */
            waiting: number;
        };
        CategoryMarks: string;
        CategoryView: {
            /** @description 代码 / code */
            code: string;
            /** @description 默认值 / default */
            default: components["schemas"]["Severity"];
            /** @description 类别组 / group of categories */
            group: components["schemas"]["Text"];
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /** @description 处理标记 / marks */
            marks: components["schemas"]["CategoryMarks"];
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /** @description 可选等级 / severities it may have */
            severities: components["schemas"]["Severity"][];
        };
        ChainCheckView: {
            /**
             * Format: int64
             * @description 首条不相衔接的记录；全部衔接则为空 / first entry that does not follow; null when all do
             */
            brokenAt: null | number;
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: int64
             * @description 记录条数 / how many entries
             */
            entries: number;
        };
        ChainView: {
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: int64
             * @description 记录条数 / how many entries
             */
            entries: number;
        };
        ChannelBody: {
            /** @description 机器人或接收方的完整地址；为空则保留原有 / the whole address of robot or receiver; null keeps the one there is */
            address?: null | string;
            /** @description 承载的提醒种类；为空表示全部 / kinds of alerts it carries; none means all */
            alerts?: null | string[];
            /** @description 消息中链接所指的站点；为空则不带链接 / where links in messages lead; null sends none */
            boardAddress?: null | string;
            /**
             * Format: int32
             * @description 超过此数的同类提醒合并为一条，2–50 / more waiting alerts of one kind than this go as one message, 2–50
             * @default 5
             */
            digestOver: number;
            /**
             * @description 是否启用 / whether it is in use
             * @default true
             */
            enabled: boolean;
            /** @description 机器人要求的关键词；无则为空 / word the robot demands; null when it demands none */
            keyword?: null | string;
            /** @description 种类 / kind */
            kind?: components["schemas"]["ChannelKind"];
            /**
             * @description 语言：zh 或 en / language: zh or en
             * @default zh
             */
            language: string;
            /** @description 邮件设置 / mail settings */
            mail?: null | components["schemas"]["MailBody"];
            /** @description 名称 / name */
            name?: null | string;
            /**
             * Format: int32
             * @description 所见的最新版本；已变更则拒绝；为空不核对 / the version seen as the newest: another one by now refuses; null does not check
             */
            over?: null | number;
            /** @description 免打扰时段；为空则随时发送 / quiet hours; null sends at any hour */
            quiet?: null | components["schemas"]["QuietBody"];
            /** @description 签名密钥或邮箱密码；为空保留，空文字删除 / signing secret or mail password; null keeps it, an empty text removes it */
            secret?: null | string;
        };
        ChannelHealth: {
            /**
             * Format: int32
             * @description 放弃发送的提醒数 / alerts given up
             */
            dead: number;
            /**
             * Format: date-time
             * @description 故障开始时间 / since when it fails
             */
            failingSince: null | string;
            /** @description 最近的答复 / its last answer */
            lastAnswer: null | string;
            /**
             * Format: date-time
             * @description 最近发送时间 / when it last sent
             */
            lastSentAt: null | string;
            /**
             * Format: date-time
             * @description 下次尝试时间 / when it is tried next
             */
            nextAttemptAt: null | string;
            /**
             * Format: date-time
             * @description 免打扰至 / quiet until
             */
            quietUntil: null | string;
            /** @description 状态 / state */
            state: components["schemas"]["ChannelState"];
            /**
             * Format: int32
             * @description 等待发送的提醒数 / alerts that wait
             */
            waiting: number;
        };
        /** @enum {string} */
        ChannelKind: "WeCom" | "DingTalk" | "Feishu" | "Webhook" | "Mail";
        ChannelNotice: {
            /** @description 通道编号 / id of the channel */
            channel: string;
            /**
             * Format: int32
             * @description 放弃发送的提醒数 / alerts given up
             */
            dead: number;
            /**
             * Format: date-time
             * @description 故障开始时间 / since when it fails
             */
            failingSince: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["ChannelKind"];
            /** @description 名称 / name */
            name: string;
            /** @description 状态 / state */
            state: components["schemas"]["ChannelState"];
            /**
             * Format: int32
             * @description 等待发送的提醒数 / alerts that wait
             */
            waiting: number;
        };
        ChannelSettings: {
            /** @description 地址 / address */
            address: null | string;
            /** @description 承载的提醒种类；为空表示全部 / kinds of alerts it carries; empty means all */
            alerts: string[];
            /** @description 消息中链接所指的站点；为空则不带链接 / where links in messages lead; null sends none */
            boardAddress: null | string;
            /**
             * Format: int32
             * @description 超过此数的同类提醒合并为一条，2–50 / more waiting alerts of one kind than this go as one message, 2–50
             */
            digestOver: number;
            /** @description 是否启用 / whether it is in use */
            enabled: boolean;
            /** @description 机器人要求的关键词；无则为空 / word the robot demands; null when it demands none */
            keyword: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["ChannelKind"];
            /** @description 语言：zh 或 en / language: zh or en */
            language: string;
            /** @description 邮件设置 / mail settings */
            mail: null | components["schemas"]["MailSettings"];
            /** @description 名称 / name */
            name: string;
            /** @description 免打扰时段；为空则随时发送 / quiet hours; null sends at any hour */
            quiet: null | components["schemas"]["QuietHours"];
        };
        /** @enum {string} */
        ChannelState: "Working" | "Quiet" | "Failing" | "Off";
        ChannelTest: {
            /** @description 答复 / the answer */
            answer: string;
            /**
             * Format: date-time
             * @description 时间 / when
             */
            at: string;
            /** @description 是否送达 / whether it arrived */
            delivered: boolean;
        };
        ChannelView: {
            /**
             * Format: date-time
             * @description 修改时间 / when it was changed
             */
            changedAt: string;
            /** @description 修改人账户 / account of who changed it */
            changedBy: string;
            /** @description 通道编号 / id of the channel */
            channel: string;
            /** @description 是否已设密钥 / whether a secret is kept */
            hasSecret: boolean;
            /** @description 通道状况 / how the channel does */
            health: components["schemas"]["ChannelHealth"];
            /** @description 设置 / settings */
            settings: components["schemas"]["ChannelSettings"];
            /**
             * Format: int32
             * @description 版本 / version
             */
            version: number;
        };
        ChannelsEmptyBody: Record<string, never>;
        CheckBody: {
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        CheckView: {
            /** @description 各项不符之处，按拒绝的写法 / each as the refusal it would be */
            problems: components["schemas"]["Problem"][];
            /** @description 现在启用会被接受 / activating it now would be accepted */
            valid: boolean;
        };
        Checklist: {
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: null | string;
            /** @description 编号 / id */
            id: string;
            /** @description 检查项 / items */
            items: components["schemas"]["ChecklistItem"][];
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /** @description 名称 / title */
            title: components["schemas"]["Text"];
            /**
             * Format: date
             * @description 截止时间 / until when
             */
            until: null | string;
            /**
             * Format: int32
             * @description 版本 / version
             */
            version: number;
        };
        ChecklistAnswer: {
            /** @description 该项的判断 / the judgement of the item */
            answer: components["schemas"]["ItemAnswer"];
            /**
             * Format: int32
             * @description 数量 / how many
             */
            count?: null | number;
            /** @description 不符合时的处理；仅与 DoesNotConform 同用 / what is done about it, with DoesNotConform only */
            disposition?: null | components["schemas"]["ItemDisposition"];
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: string[];
            /**
             * Format: int32
             * @description 检查项编号，自 1 起 / number of the item, from 1
             */
            item: number;
            /** @description 备注 / note */
            note?: null | string;
        };
        ChecklistItem: {
            /** @description 问题分类 / categories of issues */
            categories: string[];
            /** @description 种类 / kind */
            kind: components["schemas"]["ItemKind"];
            /** @description 数量标准 / limit of what is counted */
            limit: null | components["schemas"]["Text"];
            /** @description 月份 / months */
            months: number[];
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 禁止性条款 / whether it is prohibited */
            prohibited: boolean;
            /** @description 来源 / source */
            source: string;
            /** @description 适用学段 / stages it is for */
            stages: string[];
        };
        ChildSummary: {
            /**
             * Format: date-time
             * @description 数据截至 / until when the data is known to be true
             */
            asOf: string;
            /** @description 代码 / code */
            code: string;
            /** @description 名称 / name */
            name: string;
            /** @description 合计 / totals */
            tally: components["schemas"]["BoardTally"];
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
        };
        ClockBody: {
            /**
             * Format: date-time
             * @description 快进到的时间，不早于现在，至多 400 天 / instant to advance to, not before now, 400 days ahead at most
             */
            advanceTo?: null | string;
            /** @description 模拟督学是否工作 / simulated inspectors are at work */
            inspectors?: null | boolean;
            /** @description 时钟是否暂停 / whether the clock stands still */
            paused?: null | boolean;
            /**
             * Format: double
             * @description 时钟速度：模拟秒/真实秒，0–100000 / simulated seconds per real second, 0–100,000
             */
            speed?: null | number;
        };
        ClockView: {
            /** @description 原文依据 / clause of the source it rests on */
            clause: null | components["schemas"]["Text"];
            /**
             * Format: date
             * @description 到期日，当日有效 / last day, inclusive
             */
            due: string;
            /**
             * Format: date-time
             * @description 到期的瞬间 / instant it falls due
             */
            fallsAt: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["DeadlineKind"];
            /** @description 是否已过 / whether it has passed */
            passed: boolean;
            /** @description 内容 / what it is about */
            what: components["schemas"]["Text"];
            /** @description 过期后如何 / what follows when it passes */
            whenPassed: components["schemas"]["Text"];
        };
        CodeBody: {
            /** @description 验证器应用中的六位数字 / six digits of the authenticator app */
            code: string;
        };
        /** @enum {string} */
        Colour: "Green" | "Amber" | "Red" | "Grey" | "White";
        CommitmentBody: {
            /** @description 附件，至多 20 份 / attachments, at most 20 */
            attachments?: null | components["schemas"]["Attachment"][];
            /**
             * Format: date
             * @description 承诺整改到位的日期 / day the rectification is promised for
             */
            committed: string;
        };
        ComplaintBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence: string[];
            /** @description 类别组 / group of categories */
            group: string;
            /** @description 编号 / id */
            id: string;
            /** @description 举报办理结果 / outcome of the complaint */
            outcome: components["schemas"]["ComplaintOutcome"];
            /** @description 举报人化名；匿名为空 / pseudonym of the complainant; null when anonymous */
            person?: null | string;
            /**
             * Format: date-time
             * @description 收到时间，365 天内 / when it was received, within 365 days
             */
            receivedAt: string;
        };
        /** @enum {string} */
        ComplaintOutcome: "Open" | "Substantiated" | "Partly" | "Unsubstantiated" | "Unverifiable";
        ContainmentBody: {
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 控制措施，1–2000 字 / how the harm is contained, 1–2,000 characters */
            text: string;
        };
        CountyLadderView: {
            /** @description 经历 / history */
            history: components["schemas"]["LadderEntry"][];
            /** @description 基本情况 / profile */
            profile: components["schemas"]["CountyProfile"];
            /** @description 覆盖率不足的月份 / months below the least coverage */
            shortfalls: components["schemas"]["CoverageShortfall"][];
            /** @description 措施 / steps */
            steps: components["schemas"]["CountyStepView"][];
        };
        CountyProfile: {
            /** @description 市代码 / code of the city */
            city: string;
            /** @description 市名称 / name of the city */
            cityName: string;
            /** @description 代码 / code */
            code: string;
            /** @description 名称 / name */
            name: string;
            /** @description 省代码 / code of the province */
            province: string;
            /** @description 省名称 / name of the province */
            provinceName: string;
        };
        /** @enum {string} */
        CountyRung: "SpecialCircular" | "Interview" | "Exposure" | "KeySupervision";
        CountyStepView: {
            /** @description 决定人账户 / account of who decided it */
            decidedBy: null | string;
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: null | string;
            /** @description 月份 / months */
            months: unknown[];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 建议人 / who proposed it */
            proposedBy: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: null | string;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["CountyRung"];
            /** @description 措施的级别（文字） / the rung in words */
            rungText: components["schemas"]["Text"];
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 状态 / state */
            state: components["schemas"]["StepState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
        };
        CoverageShortfall: {
            /**
             * Format: int32
             * @description 应督导的单位数 / units that owe a visit
             */
            expected: number;
            /**
             * Format: int32
             * @description 覆盖率下限（%） / least coverage in percent
             */
            floorPercent: number;
            /** @description 月份 / month */
            month: components["schemas"]["Period"];
            /** @description 后来更正 / restated since */
            restated: boolean;
            /**
             * Format: int32
             * @description 已督导的单位数 / units that were visited
             */
            visited: number;
        };
        CoverageTally: {
            /**
             * Format: double
             * @description 覆盖率（%，一位小数）；无应督导时为空 / percent visited, one decimal; null when nothing is owed
             */
            coverage: null | number;
            /**
             * Format: int32
             * @description 临近期限的单位数 / units whose period is about to end
             */
            dueSoon: number;
            /**
             * Format: int32
             * @description 准予说明的单位数 / units that were excused
             */
            excused: number;
            /**
             * Format: int32
             * @description 免督导的单位数 / units that owe none
             */
            exempt: number;
            /**
             * Format: int32
             * @description 应督导的单位数 / units that owe a visit
             */
            expected: number;
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /**
             * Format: int32
             * @description 漏访的单位数 / units that were missed
             */
            missed: number;
            /**
             * Format: int32
             * @description 待督导的单位数 / units that still wait for a visit
             */
            pending: number;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /**
             * Format: int32
             * @description 按时督导的单位数 / units visited in time
             */
            satisfied: number;
            /**
             * Format: int32
             * @description 迟报督导的单位数 / units visited, told late
             */
            satisfiedLate: number;
            /**
             * Format: double
             * @description 及时率（%，一位小数）；无应督导时为空 / percent visited in time, one decimal; null when nothing is owed
             */
            timeliness: null | number;
        };
        DatedPolicyBody: {
            /**
             * Format: date
             * @description 生效日，须在今天之后 / first civil day, after today
             */
            effectiveFrom: string;
            /**
             * Format: int32
             * @description 所见的最新版本；已变更则拒绝；为空不核对 / the version seen as the newest: another one by now refuses; null does not check
             */
            over?: null | number;
            /** @description 预设方案名称；为空不用 / name of a preset; null for none */
            preset?: null | string;
            /** @description 名称 / title */
            title?: null | string;
            /** @description 参数值，以参数键为名 / values by key */
            values?: null | Record<string, never>;
        };
        /** @enum {string} */
        DeadlineKind: "Acknowledge" | "Silence" | "Contain" | "Rectify" | "File" | "Verify" | "LookBackOpens" | "LookBackDay" | "LookBack" | "Reply" | "Decide" | "Fix" | "Hold" | "Minutes" | "Commitment" | "Progress" | "Period" | "Accept" | "Publish" | "ReviewRequest" | "ReviewDecision" | "Appeal" | "AppealDecision" | "Correction" | "FactFinding" | "FactFindingNear" | "SelfCheck";
        DecideBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document?: null | string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        DecisionBody: {
            /** @description 附件，至多 20 份 / attachments, at most 20 */
            attachments?: null | components["schemas"]["Attachment"][];
            /** @description 措施的形式 / form of the measure */
            form?: components["schemas"]["MeasureForm"];
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        DecisionView: {
            /**
             * Format: int32
             * @description 已等待的天数 / days it has waited
             */
            ageDays: number;
            /**
             * Format: date
             * @description 到期日，当日有效 / last day, inclusive
             */
            dueOn: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["WaitingKind"];
            /** @description 名称 / name */
            name: string;
            /** @description 是否逾期 / whether its last day is over */
            overdue: boolean;
            /** @description 可作决定的最低角色 / the lowest role that decides it */
            owner: components["schemas"]["ActorRole"];
            /** @description 规则编号 / code of the rule */
            rule: null | string;
            /** @description 规则名称 / name of the rule */
            ruleName: null | components["schemas"]["Text"];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 对象 / what it is about */
            subject: string;
            /** @description 名称 / title */
            title: components["schemas"]["Text"];
            /** @description 乡镇（街道）名称 / name of the town */
            townName: null | string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
        };
        DelistingBody: {
            /** @description 是否同意销号 / whether the application for delisting is granted */
            accept: boolean;
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        /** @enum {string} */
        DeliveryState: "Waiting" | "Sending" | "Sent" | "Dead" | "Lapsed";
        DeliveryView: {
            /**
             * Format: int64
             * @description 提醒在发件箱中的序号 / sequence of the alert in the outbox
             */
            alert: number;
            /** @description 提醒编号 / id of the alert */
            alertId: string;
            /** @description 答复 / the answer */
            answer: null | string;
            /**
             * Format: date-time
             * @description 最近一次尝试的时间 / when it was last tried
             */
            attemptedAt: null | string;
            /**
             * Format: int32
             * @description 尝试次数 / how often it was tried
             */
            attempts: number;
            /**
             * Format: uuid
             * @description 投递编号，重发不变 / delivery id, the same for a repetition
             */
            delivery: null | string;
            /**
             * Format: date-time
             * @description 结束时间 / when it was finished
             */
            finishedAt: null | string;
            /** @description 种类 / kind */
            kind: string;
            /**
             * Format: date-time
             * @description 计划发送时间 / when it is to be sent
             */
            plannedAt: string;
            /** @description 状态 / state */
            state: components["schemas"]["DeliveryState"];
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: string;
        };
        Department: {
            /** @description 联合办理部门；否则为教育局内设股室 / another authority that handles cases jointly; otherwise a section of the education office */
            isJoint: boolean;
            /** @description 名称 / name */
            name: string;
        };
        DepartmentBody: {
            /** @description 部门名称，至多 100 字 / department, at most 100 characters */
            department?: null | string;
            /** @description 部门清单，按本县排序 / departments, in the county's order */
            departments?: null | string[];
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
        };
        DepartmentInput: {
            /** @description 联合办理部门；否则为教育局内设股室 / another authority that handles cases jointly; otherwise a section of the education office */
            isJoint?: boolean;
            /** @description 名称 / name */
            name?: string;
        };
        DepartmentsBody: {
            /** @description 部门清单，按本县排序 / departments, in the county's order */
            departments: components["schemas"]["DepartmentInput"][];
        };
        DifferenceView: {
            /** @description 变更后的值 / the value after the change */
            after: components["schemas"]["JsonNode"];
            /** @description 变更前的值 / the value before the change */
            before: components["schemas"]["JsonNode"];
            /** @description 键 / key */
            key: string;
            /** @description 含义 / what it means */
            meaning: components["schemas"]["Text"];
            /** @description 计量单位 / unit of measure */
            unit: components["schemas"]["Text"];
        };
        /** @enum {string} */
        DocumentKind: "RectificationNotice" | "ConsultationLetter" | "ReferralLetter" | "Circular" | "InterviewNotice" | "PlaqueNotice" | "SupervisionOrder" | "ExposureApproval" | "AccountabilityDecision" | "OralRecord" | "InterviewMinutes" | "Commitment" | "RectificationPlan" | "ExposureText" | "ChannelList" | "InvestigationReport" | "PriorNotice" | "DefenceRecord" | "CommitteeRecord" | "ServiceReceipt" | "Other";
        DocumentListView: {
            /** @description 文书 / papers */
            documents: components["schemas"]["DocumentRowView"][];
            /** @description 下一页标记，作为 after 发送；末页为空 / to be sent as after for the next page; null on the last one */
            next: null | string;
        };
        DocumentRowView: {
            /** @description 编号 / id */
            id: string;
            /**
             * Format: date-time
             * @description 印发时间 / when it was issued
             */
            issuedAt: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["DocumentKind"];
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 文号 / number as printed */
            number: string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: null | string;
            /**
             * Format: int32
             * @description 年份 / year
             */
            year: number;
        };
        DocumentView: {
            /** @description 编号 / id */
            id: string;
            /**
             * Format: date-time
             * @description 印发时间 / when it was issued
             */
            issuedAt: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["DocumentKind"];
            /** @description 文号 / number as printed */
            number: string;
        };
        Duty: {
            /** @description 义务依据 / what the duty rests on */
            basis: null | string;
            /** @description 责任督学证书编号 / certificate code of the inspector it is charged to */
            chargedTo: null | string;
            /** @description 计入的督导 / visits that count */
            counted: string[];
            /**
             * Format: int32
             * @description 剩余天数 / days left
             */
            daysLeft: null | number;
            /**
             * Format: uuid
             * @description 曾计入、后不再采信的最后一次访校；没有则为空 / the last visit that counted and is believed no more; null while none was
             */
            lost: null | string;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /**
             * Format: int32
             * @description 适用的政策版本 / version of the policy that judges it
             */
            policyVersion: number;
            /**
             * Format: int32
             * @description 本周期应督导次数 / visits required in the period
             */
            required: number;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 已满次数之外及时入校、可替补的访校 / visits in time beyond those owed, which would count if one is believed no more */
            spares?: string[];
            /** @description 状态 / state */
            state: components["schemas"]["DutyState"];
        };
        DutyMark: {
            /** @description 责任督学证书编号 / certificate code of the inspector it is charged to */
            chargedTo: null | string;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /** @description 状态 / state */
            state: components["schemas"]["DutyState"];
        };
        DutyRef: {
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
        };
        /** @enum {string} */
        DutyState: "Pending" | "DueSoon" | "Satisfied" | "SatisfiedLate" | "Missed" | "Excused" | "Exempt";
        /** @enum {string} */
        Employment: "FullTime" | "PartTime";
        EntryDecisionBody: {
            /** @description 是否同意 / whether it is agreed to */
            approve: boolean;
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        EntryView: {
            /** @description 申请人账户 / account of who asked */
            by: string;
            /** @description 期限 / the terms that run */
            clocks: components["schemas"]["ClockView"][];
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence: string[];
            /**
             * Format: date
             * @description 印发日期 / civil day on which the paper was issued
             */
            issuedOn: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["HandEntryKind"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
        };
        ExcuseBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        ExecutionBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 执行与回访情况，1–2000 字 / how it was carried out, 1–2,000 characters */
            remark: string;
        };
        ExtensionBody: {
            /** @description 是否同意延期 / whether the days are granted */
            grant: boolean;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason?: null | string;
        };
        ExtensionRequestBody: {
            /**
             * Format: int32
             * @description 天数 / how many days
             */
            days: number;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        FactFindingBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 成员，2–20 个职务或督学证号，不写姓名 / 2–20 posts or inspectors' codes; never names */
            members: string[];
            /**
             * Format: date
             * @description 成立日期 / civil day on which the group was set up
             */
            setUpOn: string;
        };
        FieldCatalogue: {
            /** @description 问题分类 / categories of issues */
            categories: components["schemas"]["CategoryView"][];
            /** @description 检查表各版本 / checklists of every version */
            forms: components["schemas"]["Checklist"][];
        };
        FieldUnit: {
            /** @description 问题 / issues */
            issues: components["schemas"]["IssueView"][];
            /** @description 是否为本人负责 / whether it is one's own */
            own: boolean;
            /** @description 督导安排 / planned visits */
            plans: components["schemas"]["VisitPlan"][];
            /** @description 看板行 / row of the board */
            row: components["schemas"]["RowView"];
        };
        FieldView: {
            /**
             * Format: double
             * @description 模拟时钟速度：模拟秒/真实秒 / simulated seconds per real second
             */
            clockSpeed: number;
            /** @description 演示数据 / it is a demonstration */
            demonstration: boolean;
            /** @description 部门清单，按本县排序 / departments, in the county's order */
            departments: string[];
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: components["schemas"]["InspectorProfile"];
            /** @description 教学日 / teaching days */
            teachingDays: string[];
            /** @description 单位 / units */
            units: components["schemas"]["FieldUnit"][];
        };
        FileView: {
            /** @description 文件名 / name of the file */
            fileName: null | string;
            /** @description 文件内容的 SHA-256，小写十六进制 / SHA-256 of the content, lower-case hex */
            hash: string;
            /** @description 文件类型 / media type */
            mediaType: string;
            /**
             * Format: int64
             * @description 字节数 / bytes
             */
            size: number;
            /**
             * Format: date-time
             * @description 上传时间 / when it was sent
             */
            uploadedAt: string;
            /** @description 首次上传人账户 / account that sent it first */
            uploadedBy: string;
        };
        FilingBody: {
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark?: null | string;
        };
        FilledChecklist: {
            /** @description 各项判断，每项一条 / one answer for each item */
            answers?: components["schemas"]["ChecklistAnswer"][];
            /** @description 编号 / id */
            id: string;
        };
        Finding: {
            /** @description 分类 / category */
            category: string;
            /** @description 部门名称，至多 100 字 / department, at most 100 characters */
            department?: null | string;
            /** @description 问题描述，1–500 字 / description, 1–500 characters */
            description: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: string[];
            /** @description 等级；不填取该类别的默认 / severity; the category's own unless given */
            severity?: components["schemas"]["Severity"];
            /** @description 标记 / tags */
            tags?: components["schemas"]["IssueTags"];
        };
        /** @enum {string} */
        FindingGrade: "Normalised" | "Warning" | "Rejected" | "Skipped" | "Held";
        FlaggedView: {
            /**
             * Format: date-time
             * @description 结束时间（带时区） / when it ended, with its offset
             */
            endedAt: string;
            /**
             * Format: uuid
             * @description 编号 / id
             */
            id: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /** @description 与之矛盾的同一人的其他访校 / other visits of the same person that it contradicts */
            others: components["schemas"]["VisitConflict"][];
            /** @description 目前仍计入：因督学后来回避而列出 / it counts meanwhile; it is listed because its inspector was recused later */
            stands: boolean;
            /**
             * Format: date-time
             * @description 开始时间（带时区），据此归入周期 / when it began, with its offset; it decides the period
             */
            startedAt: string;
            /** @description 存疑的原因，每条一句 / why it is doubted, a sentence for each reason */
            why: components["schemas"]["Text"][];
        };
        GateCodeView: {
            /**
             * Format: double
             * @description 模拟时钟速度：模拟秒/真实秒 / simulated seconds per real second
             */
            clockSpeed: number;
            /** @description 当前动态码 / the code now */
            code: string;
            /**
             * Format: date-time
             * @description 起用时间 / since when it is shown
             */
            from: string;
            /** @description 名称 / name */
            name: string;
            /**
             * Format: date-time
             * @description 服务器的现在 / the server's present
             */
            now: string;
            /**
             * Format: int32
             * @description 更换间隔（秒） / seconds until it changes
             */
            stepSeconds: number;
            /**
             * Format: date-time
             * @description 截止时间 / until when
             */
            until: string;
        };
        /** @enum {string} */
        HandEntryKind: "Naming" | "Complaint";
        HandOver: {
            /** @description 密码 / password */
            password: string;
            /** @description 角色 / role */
            role: components["schemas"]["ActorRole"];
            /** @description 用户名 / name of the account */
            userName: string;
        };
        HarmBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 侵害程度标记 / mark of harm */
            mark: components["schemas"]["HarmMark"];
        };
        /** @enum {string} */
        HarmMark: "None" | "StudentsHarmed" | "PublicImpact";
        HeldView: {
            /** @description 等待县级审批 / waits for the county's approval */
            awaitsApproval: boolean;
            /**
             * Format: date-time
             * @description 结束时间（带时区） / when it ended, with its offset
             */
            endedAt: string;
            /**
             * Format: uuid
             * @description 编号 / id
             */
            id: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date-time
             * @description 开始时间（带时区），据此归入周期 / when it began, with its offset; it decides the period
             */
            startedAt: string;
        };
        HistoryView: {
            /** @description 行为人 / who acted */
            actor: string;
            /** @description 事件内容 / what happened, by its kind */
            data: null | components["schemas"]["JsonNode"];
            /**
             * Format: date-time
             * @description 生效时间 / when it became true
             */
            effectiveAt: string;
            /** @description 种类 / kind */
            kind: string;
            /**
             * Format: date-time
             * @description 记录时间 / when it was recorded
             */
            recordedAt: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
        };
        ImportReport: {
            /** @description 将以同一方式更改许多行的变更，须确认 / changes that many rows would make alike, each of which is confirmed */
            changes: components["schemas"]["MassChange"][];
            /** @description 仅检查，未写入 / nothing was written */
            dryRun: boolean;
            /**
             * Format: int32
             * @description 失败的行数 / rows that failed
             */
            failed: number;
            /** @description 发现的问题 / what was found */
            findings: components["schemas"]["RosterFinding"][];
            /**
             * Format: int32
             * @description 未列出的提示数 / findings that are not listed
             */
            findingsOmitted: number;
            /**
             * Format: int32
             * @description 未采纳的行数 / rows that were not taken
             */
            notTaken: number;
            /**
             * Format: int32
             * @description 新登记的数量 / newly registered
             */
            registered: number;
            /** @description 各工作表的行数 / rows by sheet */
            sheets: components["schemas"]["SheetCount"][];
            /**
             * Format: int32
             * @description 无变化的数量 / what stays as it was
             */
            unchanged: number;
            /**
             * Format: int32
             * @description 更新的数量 / what was changed
             */
            updated: number;
        };
        InspectorBody: {
            /** @description 是否为委托代理；不填为否 / whether it is a deputy; false unless given */
            deputy?: boolean;
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date
             * @description 末日，含当日；为空表示持续 / last day, inclusive; null without end
             */
            to?: null | string;
        };
        InspectorLadderView: {
            /** @description 经历 / history */
            history: components["schemas"]["LadderEntry"][];
            /** @description 漏访 / missed */
            missed: components["schemas"]["MissedDutyView"][];
            /** @description 月份 / months */
            months: unknown[];
            /** @description 基本情况 / profile */
            profile: components["schemas"]["InspectorProfile"];
            /**
             * Format: date
             * @description 取消资格的日期 / day the qualification was revoked
             */
            revokedOn: null | string;
            /** @description 措施 / steps */
            steps: components["schemas"]["InspectorStepView"][];
        };
        InspectorProfile: {
            /** @description 代码 / code */
            code: string;
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /** @description 任用形式 / employment */
            employment: components["schemas"]["Employment"];
            /**
             * Format: date
             * @description 聘期首日 / first day of the appointment
             */
            termFrom: string;
            /**
             * Format: date
             * @description 聘期末日；无限期为空 / last day of the appointment; null without end
             */
            termTo: null | string;
            /** @description 责任区 / zone */
            zone: null | string;
        };
        /** @enum {string} */
        InspectorRung: "Reminder" | "Criticism" | "SelfExamination" | "CircularCriticism" | "Revocation";
        InspectorStepView: {
            /** @description 决定人账户 / account of who decided it */
            decidedBy: null | string;
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: null | string;
            /**
             * Format: date
             * @description 到期日，当日有效 / last day, inclusive
             */
            due: null | string;
            /** @description 各周期的督导义务 / duties by period */
            duties: components["schemas"]["DutyRef"][];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 是否逾期 / whether its last day is over */
            overdue: boolean;
            /**
             * Format: int32
             * @description 适用的政策版本 / version of the policy that judges it
             */
            policyVersion: number;
            /** @description 建议人 / who proposed it */
            proposedBy: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: null | string;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["InspectorRung"];
            /** @description 措施的级别（文字） / the rung in words */
            rungText: components["schemas"]["Text"];
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 状态 / state */
            state: components["schemas"]["StepState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
        };
        InterviewBody: {
            /**
             * Format: date
             * @description 约谈日期，不早于送达，不晚于今天 / day of the interview, not before service, not after today
             */
            heldOn: string;
            /** @description 参加人，1–500 字 / who took part, 1–500 characters */
            present: string;
        };
        IssueListView: {
            /**
             * Format: date-time
             * @description 数据截至 / until when the data is known to be true
             */
            asOf: string;
            /** @description 问题 / issues */
            issues: components["schemas"]["IssueRowView"][];
            /** @description 下一页标记，作为 after 发送；末页为空 / to be sent as after for the next page; null on the last one */
            next: null | string;
            /**
             * Format: int32
             * @description 符合筛选的总数 / all that meet the filter
             */
            total: number;
        };
        /** @enum {string} */
        IssueOrigin: "Visit" | "CentralRound" | "SelfCheck" | "Complaint" | "Platform" | "Referral";
        IssueRemark: {
            /** @description 对遗留问题的判断 / what was found of an open issue */
            finding: components["schemas"]["RemarkFinding"];
            /**
             * Format: int32
             * @description 问题编号 / number of the issue
             */
            issue: number;
            /** @description 说明，1–500 字 / remark, 1–500 characters */
            text: string;
        };
        IssueRowView: {
            /**
             * Format: date-time
             * @description 办结时间；未办结为空 / when it was closed; null while it is open
             */
            closedAt: null | string;
            /**
             * Format: date
             * @description 到期日，当日有效 / last day, inclusive
             */
            due: null | string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: null | string;
            /** @description 问题 / the issue */
            issue: components["schemas"]["IssueView"];
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /** @description 是否逾期 / whether its last day is over */
            overdue: boolean;
            /** @description 乡镇（街道）名称 / name of the town */
            townName: null | string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: string;
        };
        /** @enum {string} */
        IssueState: "Found" | "Notified" | "Rectifying" | "Reported" | "Filed" | "Returned" | "Verified" | "LookBack" | "Archived" | "Transferred" | "Withdrawn";
        IssueTags: string;
        IssueView: {
            /**
             * Format: int32
             * @description 申请延长的天数 / days of extension asked for
             */
            askedDays: null | number;
            /** @description 分类 / category */
            category: string;
            /** @description 期限 / the terms that run */
            clocks: components["schemas"]["ClockView"][];
            /**
             * Format: int32
             * @description 第几轮整改 / which round of rectification
             */
            cycle: number;
            /** @description 部门名称，至多 100 字 / department, at most 100 characters */
            department: null | string;
            /** @description 问题描述，1–500 字 / description, 1–500 characters */
            description: string;
            /**
             * Format: int32
             * @description 已延期次数 / how often it was extended
             */
            extensions: number;
            /**
             * Format: date-time
             * @description 发现时间 / when it was found
             */
            foundAt: string;
            /** @description 发现人 / who found it */
            foundBy: string;
            /**
             * Format: date
             * @description 发现日期，今天或此前 365 天内；不填为今天 / civil day it was found, at most 365 days ago; today unless given
             */
            foundOn: string;
            /** @description 侵害程度标记 / mark of harm */
            harm: components["schemas"]["HarmMark"];
            /**
             * Format: int32
             * @description 本单位还可申请延期的最多天数，不可申请时为空 / the most days the unit may still ask to have the deadline extended by; null when it may not ask
             */
            mostExtensionDays: null | number;
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 问题来源 / where the issue comes from */
            origin: components["schemas"]["IssueOrigin"];
            /**
             * Format: int32
             * @description 退回次数 / how often it was returned
             */
            reworks: number;
            /** @description 等级 / severity */
            severity: components["schemas"]["Severity"];
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 状态 / state */
            state: components["schemas"]["IssueState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
            /** @description 标记 / tags */
            tags: components["schemas"]["IssueTags"];
            /** @description 最高可达的级别 / highest rung it may lead to */
            topRung: components["schemas"]["Rung"];
        };
        /** @enum {string} */
        ItemAnswer: "Conforms" | "MostlyConforms" | "DoesNotConform" | "NotApplicable";
        /** @enum {string} */
        ItemDisposition: "OnTheSpot" | "Notice" | "ReportToCounty" | "Consultation" | "RecordOnly";
        /** @enum {string} */
        ItemKind: "Normal" | "Highlight" | "OpenIssues";
        JsonElement: unknown;
        JsonNode: unknown;
        LadderEntry: {
            /** @description 行为人 / who acted */
            actor: string;
            /**
             * Format: date-time
             * @description 生效时间 / when it became true
             */
            effectiveAt: string;
            /** @description 种类 / kind */
            kind: string;
            /**
             * Format: date-time
             * @description 记录时间 / when it was recorded
             */
            recordedAt: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
        };
        LaddersEmptyBody: Record<string, never>;
        LaddersReasonBody: {
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        LiftBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        /** @enum {string} */
        LoadGrade: "Within" | "AboveSoft" | "AboveHard";
        LoadView: {
            /** @description 学校数的等级 / how the load is graded */
            grade: components["schemas"]["LoadGrade"];
            /**
             * Format: int32
             * @description 学校数上限 / most schools an inspector may have
             */
            hardMax: number;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: int32
             * @description 学校 / schools
             */
            schools: number;
            /**
             * Format: int32
             * @description 学校数提醒线 / number of schools above which it is warned
             */
            softMax: number;
        };
        MailBody: {
            /** @description 发件地址 / sender's address */
            from?: null | string;
            /** @description 邮件服务器 / mail server */
            host?: null | string;
            /**
             * Format: int32
             * @description 端口，1–65535 / port, 1–65535
             * @default 0
             */
            port: number;
            /** @description 加密方式 / encryption */
            security?: null | components["schemas"]["MailSecurity"];
            /** @description 收件地址，1–20 个 / recipients, 1–20 */
            to?: null | string[];
            /** @description 用户名 / name of the account */
            userName?: null | string;
        };
        /** @enum {string} */
        MailSecurity: "StartTls" | "Tls" | "Plain";
        MailSettings: {
            /** @description 发件地址 / sender's address */
            from: string;
            /** @description 邮件服务器 / mail server */
            host: string;
            /**
             * Format: int32
             * @description 端口，1–65535 / port, 1–65535
             */
            port: number;
            /** @description 加密方式 / encryption */
            security: components["schemas"]["MailSecurity"];
            /** @description 收件地址，1–20 个 / recipients, 1–20 */
            to: string[];
            /** @description 用户名 / name of the account */
            userName: null | string;
        };
        MapShape: {
            /** @description 代码 / code */
            code: string;
            /** @description 名称 / name */
            name: string;
            /** @description 边界坐标环 / rings of coordinates */
            rings: number[][][];
        };
        MapView: {
            /** @description 审定地图；未载入为空 / the approved map; null when nobody brought one */
            map: null | components["schemas"]["ApprovedMap"];
        };
        MassChange: {
            /** @description 确认时须写的内容：编号、冒号、数量 / what is written to confirm it: id, colon, count */
            confirmation: string;
            /** @description 已确认 / it was confirmed */
            confirmed: boolean;
            /**
             * Format: int32
             * @description 数量 / how many
             */
            count: number;
            /** @description 编号 / id */
            id: string;
            /** @description 两种语言的说明 / what is said of it in both languages */
            message: components["schemas"]["Text"];
        };
        /** @enum {string} */
        MeasureForm: "None" | "Written" | "Oral" | "Plaque" | "SupervisionOrder";
        /** @enum {string} */
        MeasureState: "Proposed" | "Decided" | "InForce" | "Discharged" | "Rejected" | "Lapsed" | "Superseded" | "Revoked";
        MeasureView: {
            /** @description 加重情节及其原因；没有则为空 / why it counts as aggravated; null when it does not */
            aggravated: null | components["schemas"]["Text"];
            /** @description 已补充整改结果 / the result was added to the publication */
            annotated: boolean;
            /** @description 原文依据 / clause of the source it rests on */
            clause: null | components["schemas"]["Text"];
            /** @description 期限 / the terms that run */
            clocks: components["schemas"]["ClockView"][];
            /**
             * Format: date
             * @description 承诺整改到位的日期 / day the rectification is promised for
             */
            committed: null | string;
            /** @description 决定人账户 / account of who decided it */
            decidedBy: null | string;
            /** @description 可作决定的最低角色 / the lowest role that may decide it */
            decider: components["schemas"]["ActorRole"];
            /** @description 已销号 / was delisted */
            delisted: boolean;
            /** @description 问责已执行 / it was carried out */
            executed: boolean;
            /** @description 已延期 / the period was extended */
            extended: boolean;
            /**
             * Format: date
             * @description 事实调查组成立日期；未成立为空 / day on which the fact-finding group was set up; null before
             */
            factFinding: null | string;
            /** @description 措施的形式 / form of the measure */
            form: components["schemas"]["MeasureForm"];
            /** @description 约谈日期 / day the interview was held */
            held: boolean;
            /** @description 问题 / issues */
            issues: number[];
            /** @description 名称 / name */
            name: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
            /** @description 依据 / what it rests on */
            proof: components["schemas"]["ProofView"][];
            /**
             * Format: date-time
             * @description 建议时间 / when it was proposed
             */
            proposedAt: string;
            /** @description 建议人 / who proposed it */
            proposedBy: string;
            /** @description 公开链接 / where it was published */
            published: boolean;
            /** @description 救济程序 / review and appeal */
            remedy: components["schemas"]["RemedyState"];
            /**
             * Format: int32
             * @description 进展报告数 / progress reports
             */
            reports: number;
            /** @description 轮次：年与季度，如 2026Q2 / year and quarter, e.g. 2026Q2 */
            round: null | string;
            /** @description 规则编号 / code of the rule */
            rule: string;
            /** @description 规则名称 / name of the rule */
            ruleName: null | components["schemas"]["Text"];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /**
             * Format: date-time
             * @description 送达时间 / when it was served
             */
            servedAt: null | string;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 状态 / state */
            state: components["schemas"]["MeasureState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 被哪一件取代 / what superseded it
             */
            supersededBy: null | number;
        };
        MemoryView: {
            /** @description 类别组 / group of categories */
            group: components["schemas"]["Text"];
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /**
             * Format: date
             * @description 截止时间 / until when
             */
            until: string;
        };
        MethodUse: {
            /**
             * Format: int32
             * @description 数量 / how many
             */
            count: number;
            /** @description 督导方式 / method */
            method: components["schemas"]["VisitMethod"];
        };
        MethodsView: {
            /**
             * Format: int32
             * @description 密码至少含几类字符 / kinds of characters a password must have
             */
            kindsInPassword: number;
            /**
             * Format: int32
             * @description 密码最短长度 / least length of a password
             */
            leastPassword: number;
            /** @description 统一身份认证按钮的文字；没有则为空 / what the identity server's button says; null when there is none */
            sso: null | string;
        };
        MissedDutyView: {
            /**
             * Format: date-time
             * @description 时间 / when
             */
            at: string;
            /** @description 计入的周期 / the period it counts for */
            counts: boolean;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /** @description 状态 / state */
            state: components["schemas"]["DutyState"];
            /** @description 状态（文字） / the state in words */
            stateText: components["schemas"]["Text"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: string;
        };
        NamingBody: {
            /** @description 通报编号，1–100 字 / the bulletin, 1–100 characters */
            bulletin: string;
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence: string[];
            /**
             * Format: date
             * @description 印发日期 / civil day on which the paper was issued
             */
            issuedOn: string;
        };
        NewPasswordView: {
            /** @description 账户 / the account */
            account: components["schemas"]["AccountView"];
            /** @description 密码 / password */
            password: string;
        };
        /** @enum {string} */
        NotCountedReason: "NotResponsible" | "Central" | "NothingOwed" | "AlreadySatisfied" | "Excused" | "PeriodNotKept";
        Offer: {
            /** @description 验证器密钥，供手工输入 / key of the authenticator, to be typed in */
            key: string;
            /** @description 二维码（SVG） / QR code as SVG */
            qr: string;
            /** @description 验证器应用的 otpauth 地址 / otpauth address for the app */
            uri: string;
        };
        OfficePlanBody: {
            /** @description 文书 / papers */
            documents: components["schemas"]["PlanDocumentInput"][];
            /** @description 名称 / title */
            title: string;
            /** @description 教育督导“一号工程” / supervision's “top-priority project” */
            topPriority: boolean;
        };
        OfficeView: {
            /** @description 部门清单，按本县排序 / departments, in the county's order */
            departments: components["schemas"]["Department"][];
            /** @description 名称 / name */
            name: string;
            /** @description 本县自定清单；否则为内置清单 / the county set its own list; false while the built-in one applies */
            ownDepartments: boolean;
            /** @description 督导安排 / planned visits */
            plans: components["schemas"]["YearPlan"][];
        };
        OpenIssueBody: {
            /** @description 分类 / category */
            category: string;
            /** @description 部门名称，至多 100 字 / department, at most 100 characters */
            department?: null | string;
            /** @description 问题描述，1–500 字 / description, 1–500 characters */
            description: string;
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document?: null | string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /**
             * Format: date
             * @description 发现日期，今天或此前 365 天内；不填为今天 / civil day it was found, at most 365 days ago; today unless given
             */
            foundOn?: null | string;
            /** @description 问题来源 / where the issue comes from */
            origin: components["schemas"]["IssueOrigin"];
            /** @description 等级；不填取该类别的默认 / severity; the category's own unless given */
            severity?: components["schemas"]["Severity"];
            /** @description 标记 / tags */
            tags?: components["schemas"]["IssueTags"];
        };
        OpinionBody: {
            /** @description 标记或解除 / true sets the flag, false lifts it */
            on: boolean;
            /** @description 来源，1–500 字 / source, 1–500 characters */
            source: string;
        };
        OwnView: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
            /** @description 姓名 / name shown */
            displayName: string;
            /** @description 是否有密码 / whether there is a password */
            hasPassword: boolean;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: null | string;
            /**
             * Format: date-time
             * @description 密码修改时间 / when the password was changed
             */
            passwordChangedAt: null | string;
            /** @description 角色 / role */
            role: components["schemas"]["ActorRole"];
            /** @description 两步验证 / second factor */
            secondFactor: components["schemas"]["SecondFactorView"];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: null | string;
            /** @description 用户名 / name of the account */
            userName: string;
        };
        PageView: {
            /** @description 记录 / entries */
            entries: components["schemas"]["AuditEntryView"][];
            /** @description 下一页标记，作为 after 发送；末页为空 / to be sent as after for the next page; null on the last one */
            next: null | string;
        };
        ParameterView: {
            /** @description 可以接受的内容 / what would be accepted */
            accepted: components["schemas"]["Text"];
            /** @description 可选值 / choices */
            choices: string[];
            /** @description 默认值 / default */
            default: components["schemas"]["JsonNode"];
            /** @description 类别组 / group of categories */
            group: components["schemas"]["Text"];
            /** @description 键 / key */
            key: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["PolicyValueKind"];
            /**
             * Format: int32
             * @description 最大值 / largest value
             */
            maximum: null | number;
            /** @description 含义 / what it means */
            meaning: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 最小值 / least value
             */
            minimum: null | number;
            /** @description 来源 / source */
            source: null | string;
            /** @description 计量单位 / unit of measure */
            unit: components["schemas"]["Text"];
        };
        PasskeyView: {
            /**
             * Format: date-time
             * @description 建立时间 / when it was made
             */
            createdAt: string;
            /** @description 编号 / id */
            id: string;
            /** @description 名称 / name */
            name: null | string;
        };
        PasskeysPasskeyBody: {
            /** @description 浏览器给出的通行密钥凭据（JSON 文本） / the credential the browser gave, as JSON text */
            credential: string;
            /** @description 名称 / name */
            name: string;
        };
        PasswordBody: {
            /** @description 当前密码 / the present password */
            current: string;
            /** @description 密码 / password */
            password: string;
        };
        Period: string;
        PlanDocument: {
            /** @description 文件内容的 SHA-256，小写十六进制 / SHA-256 of the content, lower-case hex */
            hash: null | string;
            /**
             * Format: date
             * @description 印发日期 / civil day on which the paper was issued
             */
            issuedOn: string;
            /** @description 文件层级 / level of the authority that issued it */
            level: components["schemas"]["PlanLevel"];
            /** @description 文号 / number as printed */
            number: null | string;
            /** @description 名称 / title */
            title: string;
        };
        PlanDocumentInput: {
            /** @description 文件内容的 SHA-256，小写十六进制 / SHA-256 of the content, lower-case hex */
            hash?: null | string;
            /**
             * Format: date
             * @description 印发日期 / civil day on which the paper was issued
             */
            issuedOn?: string;
            /** @description 文件层级 / level of the authority that issued it */
            level?: components["schemas"]["PlanLevel"];
            /** @description 文号 / number as printed */
            number?: null | string;
            /** @description 名称 / title */
            title?: string;
        };
        /** @enum {string} */
        PlanLevel: "Nation" | "Province" | "City" | "County";
        PointsView: {
            /** @description 所属教学点 / the teaching points registered with it */
            points: components["schemas"]["RowView"][];
            /** @description 中心校与教学点合计 / of the central school and its points together */
            sum: components["schemas"]["BoardTally"];
        };
        PoliciesView: {
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: int32
             * @description 是否在行 / whether it is in force
             */
            inForce: number;
            /**
             * Format: date
             * @description 今天 / today
             */
            today: string;
            /** @description 各版本，新者在前 / versions, newest first */
            versions: components["schemas"]["PolicyVersionView"][];
        };
        PolicyBody: {
            /**
             * Format: date
             * @description 生效日，须在今天之后 / first civil day, after today
             */
            effectiveFrom?: null | string;
            /**
             * Format: int32
             * @description 所见的最新版本；已变更则拒绝；为空不核对 / the version seen as the newest: another one by now refuses; null does not check
             */
            over?: null | number;
            /** @description 预设方案名称；为空不用 / name of a preset; null for none */
            preset?: null | string;
            /** @description 名称 / title */
            title?: null | string;
            /** @description 参数值，以参数键为名 / values by key */
            values?: null | Record<string, never>;
        };
        PolicyPreviewView: {
            /** @description 参数变化 / parameters that would change */
            differences: components["schemas"]["DifferenceView"][];
            /**
             * Format: date
             * @description 生效日 / first day it applies
             */
            effectiveFrom: string;
            /** @description 首个适用的学校月份 / the first month of schools it would judge */
            firstMonth: components["schemas"]["Period"];
            /** @description 首个适用的机构季度 / the first quarter of institutions it would judge */
            firstQuarter: components["schemas"]["Period"];
            /**
             * Format: int32
             * @description 培训机构 / institutions
             */
            institutions: number;
            /**
             * Format: int32
             * @description 所见的最新版本；已变更则拒绝；为空不核对 / the version seen as the newest: another one by now refuses; null does not check
             */
            over: number;
            /**
             * Format: int32
             * @description 学校 / schools
             */
            schools: number;
            /**
             * Format: int32
             * @description 版本 / version
             */
            version: number;
        };
        /** @enum {string} */
        PolicyValueKind: "Number" | "Flag" | "Choice" | "Numbers" | "Choices" | "Window" | "Text";
        PolicyVersionView: {
            /**
             * Format: date-time
             * @description 启用时间 / when it was activated
             */
            activatedAt: null | string;
            /** @description 启用人账户 / account of who activated it */
            activatedBy: null | string;
            /**
             * Format: date
             * @description 生效日 / first day it applies
             */
            effectiveFrom: null | string;
            /** @description 是否在行 / whether it is in force */
            inForce: boolean;
            /** @description 名称 / title */
            title: null | string;
            /** @description 参数值，以参数键为名 / values by key */
            values: Record<string, never>;
            /**
             * Format: int32
             * @description 版本 / version
             */
            version: number;
        };
        Presence: {
            /**
             * Format: double
             * @description 定位误差（米），不小于 0 / accuracy in metres, 0 or more
             */
            accuracyMetres: number;
            /**
             * Format: double
             * @description 纬度，−90 至 90 / degrees, −90 to 90
             */
            latitude: number;
            /**
             * Format: double
             * @description 经度，−180 至 180 / degrees, −180 to 180
             */
            longitude: number;
            /** @description 设备报告定位为模拟；不填为否 / the device says its location is simulated; false unless given */
            mocked?: boolean;
        };
        PresetValueView: {
            /** @description 键 / key */
            key: string;
            /** @description 来源 / source */
            source: string;
            /** @description 值 / value */
            value: components["schemas"]["JsonNode"];
        };
        PresetView: {
            /** @description 名称 / name */
            name: string;
            /** @description 方案未规定的参数 / parameters the plan is silent about */
            silent: components["schemas"]["Text"];
            /** @description 来源 / source */
            source: string;
            /** @description 名称 / title */
            title: components["schemas"]["Text"];
            /** @description 参数值，以参数键为名 / values by key */
            values: components["schemas"]["PresetValueView"][];
        };
        Problem: {
            /** @description 可以接受的内容 / what would be accepted */
            accepted: null | components["schemas"]["Text"];
            /** @description 拒绝的类别，取自封闭清单 / what kind of refusal, from the closed list */
            code: components["schemas"]["RefusalCode"];
            /** @description 中文说明 / what is said of it in Chinese */
            detail: string;
            /** @description 有误字段的 JSON 名称或查询参数名；与字段无关时为空 / JSON name of the offending member, or name of the parameter; null when none is */
            field: null | string;
            /** @description 两种语言的说明 / what is said of it in both languages */
            message: components["schemas"]["Text"];
            /** @description 为真时应以同一编号重发：结果未知或未处理 / true when the same request should be sent again: its outcome is unknown, or it was not looked at */
            retryable: boolean;
            /**
             * Format: int32
             * @description HTTP 状态码 / HTTP status
             */
            status: number;
            /** @description 英文说明 / what is said of it in English */
            title: string;
            /** @description 日志编号，仅服务器出错时有 / what the log calls it; for defects alone */
            traceId?: null | string;
            /** @description 类型（URN） / type, as a URN */
            type: string;
        };
        ProofView: {
            /** @description 手工登记，非本系统文书 / it rests on an entry made by hand, not on a paper of this system */
            byHand: boolean;
            /** @description 键 / key */
            key: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
        };
        ProposalBody: {
            /** @description 所依据的未办结问题编号，至少一个 / numbers of open issues, at least one */
            issues: number[];
            /** @description 理由，1–1000 字 / reason, 1–1,000 characters */
            reason: string;
            /** @description 规则编号 / code of the rule */
            rule?: null | string;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
        };
        ProposeBody: {
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["CountyRung"];
        };
        PublicationBody: {
            /** @description 公开链接，1–20 个，http 或 https / links, 1–20, http or https */
            links: string[];
        };
        QuietBody: {
            /**
             * @description 非工作日全天免打扰 / quiet all day on days that are no working days
             * @default false
             */
            daysOff: boolean;
            /** @description 开始时刻 HH:mm，含 / civil time HH:mm, inclusive */
            from?: null | string;
            /** @description 结束时刻 HH:mm，不含；早于开始则为次日 / civil time HH:mm, exclusive; before the start it is the next morning's */
            to?: null | string;
        };
        QuietHours: {
            /** @description 非工作日全天免打扰 / quiet all day on days that are no working days */
            daysOff: boolean;
            /** @description 开始时刻 HH:mm，含 / civil time HH:mm, inclusive */
            from: string;
            /** @description 结束时刻 HH:mm，不含；早于开始则为次日 / civil time HH:mm, exclusive; before the start it is the next morning's */
            to: string;
        };
        ReasonView: {
            /** @description 原文依据 / clause of the source it rests on */
            clause: components["schemas"]["Text"];
            /** @description 如何消除 / what clears it */
            clears: null | components["schemas"]["Text"];
            /** @description 代码 / code */
            code: string;
            /** @description 依据的记录 / records it rests on */
            evidence: string[];
            /** @description 将自行变为的颜色 / what it becomes by itself */
            next: null | components["schemas"]["Text"];
            /**
             * Format: date-time
             * @description 自行变化的时间 / when it changes by itself
             */
            nextChangeAt: null | string;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
        };
        RecoveryCodesView: {
            /** @description 备用码 / recovery codes */
            recoveryCodes: string[];
        };
        RectificationBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document?: null | string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 整改情况，1–4000 字 / the rectification, 1–4,000 characters */
            text: string;
        };
        Recusal: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            from: null | string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /**
             * Format: date-time
             * @description 解除时间；未解除为空 / when it was lifted; null while it holds
             */
            liftedAt: null | string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
        };
        RecusalBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /**
             * Format: date
             * @description 自何时起 / since when
             */
            since?: null | string;
        };
        ReferralAnswerBody: {
            /** @description 答复 / the answer */
            answer: string;
            /** @description 部门的案号，至多 100 字 / the department's own number, at most 100 characters */
            caseNumber?: null | string;
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
        };
        ReferralView: {
            /** @description 期限 / the terms that run */
            clocks: components["schemas"]["ClockView"][];
            /** @description 部门名称，至多 100 字 / department, at most 100 characters */
            department: string;
            /**
             * Format: int32
             * @description 问题编号 / number of the issue
             */
            issue: number;
            /**
             * Format: int32
             * @description 编号 / number
             */
            no: number;
        };
        RefreshBody: {
            /** @description 刷新令牌 / refresh token */
            refreshToken: string;
        };
        /** @enum {string} */
        RefusalCode: "none" | "request-malformed" | "idempotency-key-missing" | "idempotency-key-reused" | "field-required" | "field-invalid" | "not-signed-in" | "out-of-scope" | "role-not-allowed" | "not-yourself" | "unit-unknown" | "inspector-unknown" | "county-unknown" | "region-unknown" | "visit-unknown" | "visit-in-future" | "visit-too-old" | "visit-times-reversed" | "visit-too-long" | "visit-overlaps" | "visit-method-missing" | "visit-method-invalid" | "visit-note-too-long" | "unit-not-operating" | "period-invalid" | "period-not-kept" | "period-not-closed" | "period-not-missed" | "nothing-to-approve" | "assignment-reversed" | "assignment-too-far" | "assignment-of-other-county" | "code-invalid" | "kind-invalid" | "unit-closed-for-good" | "assignment-ended" | "terms-invalid" | "assignment-outside-term" | "inspector-recused" | "confirmation-differs" | "sandbox-only" | "clock-backwards" | "clock-too-far" | "store-not-empty" | "visit-not-flagged" | "plan-unknown" | "plan-day-invalid" | "too-many-plans" | "remark-missing" | "remark-of-no-open-issue" | "finding-missing" | "content-invalid" | "issue-unknown" | "issue-state-conflict" | "category-unknown" | "category-of-other-kind" | "severity-too-low" | "department-missing" | "document-missing" | "verifier-is-reporter" | "look-back-by-verifier" | "look-back-too-early" | "extension-used" | "extension-too-late" | "extension-too-long" | "no-extension-asked" | "origin-invalid" | "referral-unknown" | "not-major" | "not-interim" | "evidence-unknown" | "evidence-invalid" | "checklist-unknown" | "checklist-item-unknown" | "checklist-item-missing" | "checklist-item-twice" | "checklist-answer-invalid" | "disposition-missing" | "evidence-hash-invalid" | "measure-unknown" | "measure-state-conflict" | "decider-too-low" | "decider-is-proposer" | "form-invalid" | "rung-not-allowed" | "proposal-open" | "rung-reached" | "interview-not-held" | "commitment-date-invalid" | "held-on-invalid" | "period-extension-used" | "period-over" | "delisting-not-ready" | "delisting-not-asked" | "not-published" | "remedy-step-invalid" | "remedy-too-late" | "rule-not-by-hand" | "already-recorded" | "round-invalid" | "self-check-not-asked" | "complaint-invalid" | "evidence-too-large" | "evidence-type-invalid" | "evidence-hash-mismatch" | "evidence-not-found" | "cursor-invalid" | "list-too-long" | "instant-invalid" | "instant-in-future" | "as-of-after-known" | "not-known-then" | "policy-parameter-unknown" | "policy-value-invalid" | "policy-values-conflict" | "policy-effective-too-early" | "policy-effective-too-far" | "policy-preset-unknown" | "policy-superseded" | "step-unknown" | "step-state-conflict" | "step-proposal-open" | "qualification-revoked" | "county-rung-invalid" | "approval-required" | "approval-unknown" | "approval-state-conflict" | "approver-is-asker" | "approval-of-another" | "approval-subject-invalid" | "alert-unknown" | "too-many-requests" | "origin-not-allowed" | "session-expired" | "session-revoked" | "second-factor-needed" | "second-factor-missing" | "password-change-needed" | "password-too-weak" | "second-factor-conflict" | "account-unknown" | "account-name-taken" | "separation-of-duties" | "too-many-tries" | "inspector-overloaded" | "zone-overloaded" | "zone-unknown" | "zone-invalid" | "area-unknown" | "channel-unknown" | "channel-superseded" | "too-many-channels" | "channel-address-refused" | "delivery-unknown" | "delivery-not-finished" | "entry-unknown" | "entry-waits" | "bulletin-invalid" | "department-unknown" | "document-unknown";
        RejectBody: {
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        ReleaseBody: {
            /** @description 管辖范围：行政区划代码的前几位 / area in scope: leading digits of division codes */
            area: string;
        };
        RemarkBody: {
            /** @description 意见，至多 500 字 / remark, at most 500 characters */
            remark: string;
        };
        /** @enum {string} */
        RemarkFinding: "Rectified" | "InProgress" | "NotRectified";
        /** @enum {string} */
        RemedyState: "None" | "Open" | "UnderReview" | "ReviewUpheld" | "UnderAppeal" | "FoundWrong" | "Exhausted";
        Reply: {
            /** @description 是否有更改；所求已成立时为否 / whether anything changed; false when it already was so */
            changed: boolean;
            /** @description 督导义务 / the duty */
            duty: null | components["schemas"]["Duty"];
            /** @description 对象 / what it is about */
            subject: string;
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
            /** @description 本次督导的结果 / what became of the visit */
            visit: null | components["schemas"]["VisitOutcome"];
            /** @description 已办理而需留意之处 / done, but worth knowing */
            warnings: null | components["schemas"]["Text"][];
        };
        RootView: {
            /**
             * Format: int64
             * @description 当日最后一条审计记录的序号 / sequence of the day's last audit entry
             */
            auditSequence: number;
            /**
             * Format: date
             * @description 日期 / the day
             */
            day: string;
            /**
             * Format: int64
             * @description 事件数 / how many events
             */
            events: number;
            /** @description 根值 / the root */
            root: string;
            /**
             * Format: date-time
             * @description 封存时间 / when it was sealed
             */
            sealedAt: string;
            /**
             * Format: int64
             * @description 封存的事件流数 / streams that were sealed
             */
            streams: number;
        };
        /** @enum {string} */
        RosterCode: "file-type-refused" | "file-too-large" | "file-damaged" | "file-protected" | "file-empty" | "encoding-unreadable" | "too-many-rows" | "sheet-not-recognised" | "sheet-hidden" | "sheet-empty" | "column-missing" | "column-unknown" | "column-repeated" | "columns-beyond" | "blank-rows" | "title-row" | "header-row" | "total-row" | "note-row" | "duplicate-identical" | "duplicate-differs" | "example-row" | "cell-normalised" | "field-required" | "text-too-long" | "code-restored" | "code-damaged" | "number-invalid" | "number-out-of-range" | "date-invalid" | "dates-reversed" | "word-unknown" | "words-contradict" | "status-read" | "category-unclear" | "students-differ" | "cell-unreadable" | "blank-read" | "blank-clears" | "total-empty" | "name-like-formula" | "cell-repeated" | "school-code-invalid" | "institution-code-invalid" | "inspector-code-invalid" | "code-province-differs" | "code-county-differs" | "code-kind-differs" | "county-unknown" | "county-abolished" | "county-statistical-zone" | "county-name-differs" | "county-name-contradicts" | "out-of-scope" | "town-invalid" | "town-of-other-county" | "town-unknown" | "town-name-differs" | "position-outside" | "position-swapped" | "position-incomplete" | "same-name-twice" | "unit-unknown" | "unit-closed" | "inspector-unknown" | "inspector-of-other-county" | "assignment-outside-term" | "term-over" | "zone-differs" | "inspector-overloaded" | "zone-overloaded" | "refused-by-unit" | "waits-for-confirmation" | "central-invalid" | "central-unknown" | "central-of-other-county" | "central-is-a-point";
        RosterFinding: {
            /** @description 可以接受的内容 / what would be accepted */
            accepted: null | components["schemas"]["Text"];
            /** @description 代码 / code */
            code: components["schemas"]["RosterCode"];
            /** @description 列名 / name of the column */
            column: null | string;
            /** @description 列名（两种语言） / name of the column in both languages */
            columnName: null | components["schemas"]["Text"];
            /** @description 文件名 / name of the file */
            file: string;
            /** @description 两种语言的说明 / what is said of it in both languages */
            message: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description 行号 / number of the row
             */
            row: null | number;
            /** @description 等级 / severity */
            severity: components["schemas"]["FindingGrade"];
            /** @description 工作表 / sheet */
            sheet: null | string;
            /** @description 值 / value */
            value: null | string;
        };
        /** @enum {string} */
        RosterKind: "none" | "counties" | "schools" | "institutions" | "inspectors" | "assignments";
        RowView: {
            /**
             * Format: int32
             * @description 待审批的迟报督导数 / late visits that wait for approval
             */
            awaitingApproval: number;
            /** @description 问题与措施 / issues and measures */
            cases: components["schemas"]["CaseRow"];
            /** @description 分类 / category */
            category: string;
            /** @description 中心校代码；本身即中心校或独立学校则为空 / code of its central school; null when it is one, or stands alone */
            central: null | string;
            /** @description 代码 / code */
            code: string;
            /** @description 颜色 / colour */
            colour: components["schemas"]["Colour"];
            /** @description 县（市、区）代码 / code of the county */
            county: string;
            /**
             * Format: int32
             * @description 本周期已计入的督导次数 / visits that count in the current period
             */
            done: number;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["UnitKind"];
            /**
             * Format: date-time
             * @description 最近督导时间 / when it was last visited
             */
            lastVisitAt: null | string;
            /**
             * Format: double
             * @description 纬度，−90 至 90 / degrees, −90 to 90
             */
            latitude: null | number;
            /**
             * Format: double
             * @description 经度，−180 至 180 / degrees, −180 to 180
             */
            longitude: null | number;
            /** @description 名称 / name */
            name: string;
            /**
             * Format: date-time
             * @description 单位下次自行变化的时间 / when the unit changes by itself next
             */
            nextDueAt: null | string;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /** @description 颜色的理由 / reasons of the colour */
            reasons: components["schemas"]["ReasonView"][];
            /** @description 近 12 个周期，旧者在前 / the last 12 periods, oldest first */
            recent: components["schemas"]["DutyMark"][];
            /**
             * Format: int32
             * @description 本周期应督导次数 / visits required in the period
             */
            required: number;
            /** @description 状态 / state */
            state: components["schemas"]["DutyState"];
            /** @description 状态 / status */
            status: components["schemas"]["UnitStatus"];
            /**
             * Format: int32
             * @description 学生数 / pupils
             */
            students: null | number;
            /** @description 乡镇（街道）代码 / code of the town */
            town: null | string;
            /** @description 乡镇（街道）名称 / name of the town */
            townName: null | string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /**
             * Format: int64
             * @description 版本 / version
             */
            version: number;
        };
        /** @enum {string} */
        Rung: "None" | "Circular" | "Interview" | "KeySupervision" | "Exposure" | "Accountability";
        SandboxClockView: {
            /** @description 模拟督学是否工作 / simulated inspectors are at work */
            inspectors: boolean;
            /**
             * Format: date-time
             * @description 服务器的现在 / the server's present
             */
            now: string;
            /** @description 时钟是否暂停 / whether the clock stands still */
            paused: boolean;
            /**
             * Format: double
             * @description 时钟速度：模拟秒/真实秒，0–100000 / simulated seconds per real second, 0–100,000
             */
            speed: number;
        };
        SchoolTerm: {
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            first: string;
            /**
             * Format: date
             * @description 末日，含当日 / last day, inclusive
             */
            last: string;
            /** @description 来源 / source */
            source: components["schemas"]["TermSource"];
        };
        SecondFactorView: {
            /** @description 是否启用 / whether it is in use */
            enabled: boolean;
            /**
             * Format: int32
             * @description 剩余备用码数 / recovery codes that are left
             */
            recoveryCodes: number;
            /** @description 该角色必须启用 / the role can't do without it */
            required: boolean;
        };
        SelfCheckBody: {
            /** @description 检查表 / the checklist, filled in */
            checklist: components["schemas"]["FilledChecklist"];
            /** @description 亮点 / highlights */
            highlights: string;
            /** @description 下一页标记，作为 after 发送；末页为空 / to be sent as after for the next page; null on the last one */
            next: string;
            /** @description 存在的问题 / problems */
            problems: string;
            /** @description 工作开展情况，1–4000 字 / the work done, 1–4,000 characters */
            work: string;
        };
        SelfCheckRequestBody: {
            /** @description 轮次：年与季度，如 2026Q2 / year and quarter, e.g. 2026Q2 */
            round: string;
            /**
             * Format: date
             * @description 现场督导首日 / first day of fieldwork
             */
            windowFrom: string;
        };
        SelfCheckView: {
            /** @description 期限 / the terms that run */
            clocks: components["schemas"]["ClockView"][];
            /** @description 轮次：年与季度，如 2026Q2 / year and quarter, e.g. 2026Q2 */
            round: string;
            /**
             * Format: date
             * @description 现场督导首日 / first day of fieldwork
             */
            windowFrom: string;
        };
        SeriesPoint: {
            /**
             * Format: double
             * @description 覆盖率（%，一位小数）；无应督导时为空 / percent visited, one decimal; null when nothing was owed
             */
            coverage: null | number;
            /**
             * Format: int32
             * @description 准予说明的单位数 / units that were excused
             */
            excused: number;
            /**
             * Format: int32
             * @description 免督导的单位数 / units that owe none
             */
            exempt: number;
            /**
             * Format: int32
             * @description 应督导的单位数 / units that owe a visit
             */
            expected: number;
            /**
             * Format: int32
             * @description 按时督导的单位数 / units visited in time
             */
            inTime: number;
            /**
             * Format: int32
             * @description 漏访的单位数 / units that were missed
             */
            missed: number;
            /** @description 周期尚未结束 / the period has not ended */
            open: boolean;
            /** @description 周期：2026-04 或 2026Q2 / period: 2026-04 or 2026Q2 */
            period: components["schemas"]["Period"];
            /**
             * Format: double
             * @description 及时率（%，一位小数）；无应督导时为空 / percent visited in time, one decimal; null when nothing is owed
             */
            timeliness: null | number;
            /**
             * Format: int32
             * @description 已督导的单位数 / units that were visited
             */
            visited: number;
        };
        SeriesView: {
            /**
             * Format: date-time
             * @description 数据截至 / until when the data is known to be true
             */
            asOf: string;
            /** @description 培训机构 / institutions */
            institutions: components["schemas"]["SeriesPoint"][];
            /** @description 名称 / name */
            name: string;
            /**
             * Format: date-time
             * @description 服务器的现在 / the server's present
             */
            now: string;
            /** @description 学校 / schools */
            schools: components["schemas"]["SeriesPoint"][];
            /** @description 范围，如 county/330521 / scope, e.g. county/330521 */
            scope: string;
            /** @description 未答复的下级代码 / codes of parts that did not answer */
            silent: string[];
        };
        ServedView: {
            /**
             * Format: date-time
             * @description 时间 / when
             */
            at: string;
            /** @description 手工登记，非本系统文书 / it rests on an entry made by hand, not on a paper of this system */
            byHand: boolean;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /** @description 来源 / source */
            source: string;
            /** @description 文字 / text */
            text: components["schemas"]["Text"];
        };
        ServiceBody: {
            /** @description 附件，至多 20 份 / attachments, at most 20 */
            attachments?: null | components["schemas"]["Attachment"][];
        };
        /** @enum {string} */
        SessionKind: "Site" | "Phone" | "Display";
        SessionLine: {
            /** @description 地址 / address */
            address: null | string;
            /**
             * Format: date-time
             * @description 建立时间 / when it was made
             */
            createdAt: string;
            /** @description 是否为当前登录 / the one that asks */
            current: boolean;
            /**
             * Format: date-time
             * @description 失效时间 / when it ends
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description 编号 / id
             */
            id: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["SessionKind"];
            /**
             * Format: date-time
             * @description 最近使用时间 / when it was last used
             */
            lastUsedAt: string;
            /** @description 客户端程序 / client program */
            userAgent: null | string;
        };
        SessionPasskeyBody: {
            /** @description 浏览器给出的通行密钥凭据（JSON 文本） / the credential the browser gave, as JSON text */
            credential: string;
        };
        SessionView: {
            /** @description 防伪令牌，cookie 登录时随更改请求置于 X-CSRF-Token / sent as X-CSRF-Token with every change under the cookie */
            antiforgery: null | string;
            /** @description 县级决定角色，由低到高 / the county's deciding roles from the lowest */
            deciders: components["schemas"]["ActorRole"][];
            /** @description 姓名 / name shown */
            displayName: string;
            /** @description 须先办理的事项 / what must be done before anything else */
            duty: null | components["schemas"]["AccountDuty"];
            /** @description 登录后的首页 / page to begin at */
            home: string;
            /** @description 本账户可用的功能名称 / names of what the account may read and do */
            may: ("ReadBoard" | "ReadAlerts" | "AcknowledgeAlert" | "ReadUnit" | "ReadEvidence" | "ReadIssues" | "ReadOffice" | "ReadPoints" | "ReadPlan" | "ReadInspector" | "ReadCatalogue" | "TakeAlong" | "ReadPolicies" | "TryPolicies" | "ReadRoster" | "ExportIssues" | "ManageChannels" | "ImportRoster" | "SetPolicies" | "SetTerms" | "SetZones" | "SetOffice" | "SetClock" | "SetUp" | "ReadAudit" | "ManageAccounts" | "ResetAccounts" | "ConfirmAccounts" | "SeeWaitingAccounts" | "AssignInspector" | "DelegateDeputy" | "RecuseInspector" | "RecordVisit" | "JudgeVisit" | "ApproveLate" | "ShowGateCode" | "AddEvidence" | "OpenIssue" | "Answer" | "CheckIssue" | "DecideIssue" | "HandleMeasure" | "Appeal" | "HearAppeal" | "CountComplaint" | "NameUnit" | "ReadComplaints" | "ReadRecusals" | "AskSelfCheck" | "AcknowledgeStep" | "DecideStep" | "ProposeRevocation" | "MeasureCounty" | "OpenIdentity" | "AskApproval" | "DecideApproval" | "DecideEntry" | "ApproveIdentity")[];
            /** @description 角色 / role */
            role: components["schemas"]["ActorRole"];
            /** @description 管辖范围 / scopes */
            scopes: string[];
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: null | string;
            /** @description 用户名 / name of the account */
            user: string;
        };
        /** @enum {string} */
        Severity: "Minor" | "General" | "Serious" | "Complex";
        SheetCount: {
            /**
             * Format: int32
             * @description 读入的行数 / rows that were taken
             */
            accepted: number;
            /** @description 文件名 / name of the file */
            file: string;
            /**
             * Format: int32
             * @description 等待处理 / what waits
             */
            held: number;
            /** @description 种类 / kind */
            kind: components["schemas"]["RosterKind"];
            /**
             * Format: int32
             * @description 已规范的单元格数 / cells written in another form and understood
             */
            normalised: number;
            /**
             * Format: int32
             * @description 被拒绝的行数 / rows that were rejected
             */
            rejected: number;
            /**
             * Format: int32
             * @description 行数 / rows
             */
            rows: number;
            /** @description 工作表 / sheet */
            sheet: null | string;
            /**
             * Format: int32
             * @description 跳过的行数 / rows that were skipped
             */
            skipped: number;
            /**
             * Format: int32
             * @description 有提示的行数 / rows with a warning
             */
            warned: number;
        };
        SignInBody: {
            /** @description 验证器应用中的六位数字；账户启用两步验证时需要 / six digits of the authenticator app, when the account has one */
            code?: null | string;
            /** @description 密码 / password */
            password: string;
            /** @description 备用码，代替验证码，每个只用一次 / a recovery code in place of the code, each good for once */
            recoveryCode?: null | string;
            /** @description 用户名 / name of the account */
            userName: string;
        };
        SpanBody: {
            /**
             * Format: date
             * @description 首日，含当日 / first day, inclusive
             */
            first: string;
            /**
             * Format: date
             * @description 末日，含当日 / last day, inclusive
             */
            last: string;
        };
        StartView: {
            /** @description 演示数据 / it is a demonstration */
            demonstration: boolean;
            /** @description 尚未登记任何县 / no county is registered yet */
            empty: boolean;
            /** @description 尚无账户 / there is no account yet */
            needsAdministrator: boolean;
            /** @description 模拟时钟环境 / it runs on a simulated clock */
            sandbox: boolean;
        };
        StatementBody: {
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 情况说明，1–4000 字 / the statement, 1–4,000 characters */
            text: string;
        };
        /** @enum {string} */
        StepState: "Proposed" | "Decided" | "Acknowledged" | "Rejected" | "Lapsed" | "Discharged";
        StoredView: {
            /** @description 文件内容的 SHA-256，小写十六进制 / SHA-256 of the content, lower-case hex */
            hash: string;
            /** @description 文件类型 / media type */
            mediaType: string;
            /**
             * Format: int64
             * @description 字节数 / bytes
             */
            size: number;
        };
        TermProgress: {
            /**
             * Format: int32
             * @description 本周期应督导次数 / visits required in the period
             */
            required: number;
            /** @description 学期 / the term */
            term: components["schemas"]["SchoolTerm"];
            /**
             * Format: int32
             * @description 督导次数 / visits
             */
            visits: number;
        };
        /** @enum {string} */
        TermSource: "County" | "Province" | "Assumed";
        TermsBody: {
            /** @description 学期中的假期 / breaks within terms */
            breaks: null | components["schemas"]["SpanBody"][];
            /** @description 学期 / terms */
            taught: components["schemas"]["SpanBody"][];
        };
        TermsBodyInput: {
            /** @description 学期中的假期 / breaks within terms */
            breaks?: null | components["schemas"]["SpanBody"][];
            /** @description 学期 / terms */
            taught: components["schemas"]["SpanBody"][];
        };
        TermsNothingBody: Record<string, never>;
        TermsReading: {
            /** @description 仅检查，未写入 / nothing was written */
            dryRun: boolean;
            /** @description 存在的问题 / problems */
            problems: components["schemas"]["Problem"][];
            /** @description 学期 / terms */
            terms: null | components["schemas"]["TermsBody"];
        };
        TermsView: {
            /** @description 是否为本人负责 / whether it is one's own */
            own: null | components["schemas"]["TermsBody"];
            /** @description 本学年学期仅为推算 / a term of the present school year is only assumed */
            provisional: boolean;
            /** @description 学期 / terms */
            terms: components["schemas"]["SchoolTerm"][];
            /**
             * Format: date
             * @description 今天 / today
             */
            today: string;
        };
        Text: {
            /** @description 英文 / English */
            en: string;
            /** @description 中文 / Chinese */
            zh: string;
        };
        UnitDetail: {
            /** @description 责任督学任用 / assignments of responsible inspectors */
            assignments: components["schemas"]["Assignment"][];
            /** @description 问题与措施 / issues and measures */
            cases: components["schemas"]["CaseDetail"];
            /** @description 代理督学 / deputies */
            deputies: components["schemas"]["Assignment"][];
            /** @description 各周期的督导义务 / duties by period */
            duties: components["schemas"]["Duty"][];
            /** @description 等待处理 / what waits */
            held: components["schemas"]["HeldView"][];
            /**
             * Format: date-time
             * @description 服务器的现在 / the server's present
             */
            now: string;
            /** @description 回避 / recusals */
            recusals: components["schemas"]["Recusal"][];
            /** @description 看板行 / row of the board */
            row: components["schemas"]["RowView"];
            /** @description 学期 / the term */
            term: null | components["schemas"]["TermProgress"];
            /** @description 本周入校次数 / visits to the school this week */
            week: null | components["schemas"]["WeekBurden"];
        };
        /** @enum {string} */
        UnitKind: "School" | "Institution";
        /** @enum {string} */
        UnitStatus: "Active" | "Suspended" | "Closed";
        VisitBody: {
            /** @description 指导建议，至多 2000 字 / advice given, at most 2,000 characters */
            advice?: null | string;
            /** @description 设备时钟与服务器时间的对照 / the device's clock between two server times */
            bracket?: null | components["schemas"]["BracketBody"];
            /** @description 检查表 / the checklist, filled in */
            checklist?: null | components["schemas"]["FilledChecklist"];
            /** @description 随行人员，至多 10 人 / who came along, at most 10 names */
            companions?: null | string[];
            /**
             * Format: date-time
             * @description 结束时间（带时区） / when it ended, with its offset
             */
            endedAt: string;
            /** @description 佐证材料的 SHA-256（小写十六进制），至多 20 份 / SHA-256 of files, lower-case hex, at most 20 */
            evidence?: null | string[];
            /** @description 发现的问题 / what was found */
            findings?: null | components["schemas"]["Finding"][];
            /** @description 督导时校门屏幕所示的动态码，至多 20 个字符；未读则为空 / the code the school's screen showed during the visit, at most 20 characters; null when none was read */
            gateCode?: null | string;
            /** @description 亮点 / highlights */
            highlights?: null | string;
            /** @description 督学证书编号；为空表示本人 / certificate code; null means the caller */
            inspector?: null | string;
            /** @description 种类 / kind */
            kind?: components["schemas"]["VisitKind"];
            /** @description 督导方式，至少一种，每种一次 / methods, at least one, each once */
            methods: components["schemas"]["MethodUse"][];
            /** @description 备注 / note */
            note?: null | string;
            /**
             * Format: uuid
             * @description 所执行的督导安排 / the planned visit this one carries out
             */
            plan?: null | string;
            /** @description 到校位置 / where the device was */
            presence?: null | components["schemas"]["Presence"];
            /** @description 对各遗留问题的判断 / one for every issue open when the visit began */
            remarks?: null | components["schemas"]["IssueRemark"][];
            /** @description 时段 / part of the day */
            slot?: null | components["schemas"]["VisitSlot"];
            /**
             * Format: date-time
             * @description 开始时间（带时区），据此归入周期 / when it began, with its offset; it decides the period
             */
            startedAt: string;
            /** @description 四不两直；不填为否 / unannounced; false unless given */
            unannounced?: null | boolean;
        };
        VisitConflict: {
            /**
             * Format: date-time
             * @description 结束时间（带时区） / when it ended, with its offset
             */
            endedAt: string;
            /**
             * Format: int32
             * @description 所需时速，向上取整；时间重叠为空 / speed that the way would have taken, rounded up; null when the visits overlap
             */
            kmh: null | number;
            /**
             * Format: int32
             * @description 判断所用的最高时速 / highest speed it was judged by
             */
            maxKmh: number;
            /**
             * Format: int32
             * @description 两地直线距离（米）；位置不明为空 / metres between the two places along the straight line; null when a place is not known
             */
            metres: null | number;
            /**
             * Format: date-time
             * @description 开始时间（带时区），据此归入周期 / when it began, with its offset; it decides the period
             */
            startedAt: string;
            /** @description 单位，如 school/2133901746 / unit, e.g. school/2133901746 */
            unit: string;
            /** @description 单位名称 / name of the unit */
            unitName: string;
            /**
             * Format: uuid
             * @description 本次督导的结果 / what became of the visit
             */
            visit: string;
        };
        /** @enum {string} */
        VisitKind: "Regular" | "Central" | "Special" | "Covert" | "LookBack" | "OwnChoice";
        /** @enum {string} */
        VisitMethod: "Briefing" | "SiteInspection" | "RecordsReview" | "Questionnaire" | "Interview" | "CampusPatrol" | "LessonObservation" | "MeetingAttendance";
        VisitOutcome: {
            /** @description 计入的周期 / the period it counts for */
            counts: null | components["schemas"]["Period"];
            /** @description 等待县级审批 / waits for the county's approval */
            held: boolean;
            /**
             * Format: uuid
             * @description 编号 / id
             */
            id: string;
            /** @description 未计入的原因 / why it does not count */
            notCounted: null | components["schemas"]["NotCountedReason"];
        };
        VisitPlan: {
            /**
             * Format: date
             * @description 日期 / the day
             */
            day: string;
            /**
             * Format: uuid
             * @description 编号 / id
             */
            id: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector: string;
            /** @description 种类 / kind */
            kind: components["schemas"]["VisitKind"];
            /** @description 时段 / part of the day */
            slot: components["schemas"]["VisitSlot"];
            /** @description 四不两直；不填为否 / unannounced; false unless given */
            unannounced: boolean;
        };
        /** @enum {string} */
        VisitSlot: "None" | "Morning" | "Afternoon" | "Evening";
        VisitsApproveBody: {
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
            /**
             * Format: uuid
             * @description 一次待审批的督导；为空则审批该周期全部 / one held visit; null approves all of the period
             */
            visitId?: null | string;
        };
        VisitsPlanBody: {
            /**
             * Format: date
             * @description 日期 / the day
             */
            day: string;
            /** @description 督学证书编号 / certificate code of an inspector */
            inspector?: null | string;
            /** @description 种类 / kind */
            kind?: components["schemas"]["VisitKind"];
            /** @description 时段 / part of the day */
            slot?: components["schemas"]["VisitSlot"];
            /** @description 四不两直；不填为否 / unannounced; false unless given */
            unannounced?: boolean;
        };
        VisitsReasonBody: {
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        WaitingDecision: {
            /**
             * Format: date
             * @description 到期日，当日有效 / last day, inclusive
             */
            dueOn: null | string;
            /** @description 种类 / kind */
            kind: components["schemas"]["WaitingKind"];
            /** @description 是否逾期 / whether its last day is over */
            overdue: boolean;
            /** @description 可作决定的最低角色 / the lowest role that decides it */
            owner: components["schemas"]["ActorRole"];
            /** @description 规则编号 / code of the rule */
            rule: null | string;
            /** @description 措施的级别 / rung of the ladder */
            rung: components["schemas"]["Rung"];
            /**
             * Format: date-time
             * @description 自何时起 / since when
             */
            since: string;
            /** @description 对象 / what it is about */
            subject: string;
        };
        /** @enum {string} */
        WaitingKind: "ConfirmSerious" | "DecideMeasure" | "ServeMeasure" | "ExtendDue" | "DecideDelisting" | "ConfirmFlagged" | "ApproveLateVisit" | "DecideEntry";
        WeekBurden: {
            /** @description 超过每周上限 / more than the week's limit */
            isOver: boolean;
            /**
             * Format: int32
             * @description 数量标准 / limit of what is counted
             */
            limit: number;
            /**
             * Format: date
             * @description 周一 / the week's Monday
             */
            monday: string;
            /**
             * Format: int32
             * @description 已安排的次数 / visits that are planned
             */
            planned: number;
            /**
             * Format: int32
             * @description 督导次数 / visits
             */
            visits: number;
        };
        WithdrawalBody: {
            /** @description 所依据文件的文号或名称，至多 200 字 / number or title of the document it rests on, at most 200 characters */
            document: string;
            /** @description 理由，1–500 字 / reason, 1–500 characters */
            reason: string;
        };
        WorklistView: {
            /**
             * Format: int32
             * @description 本周期仍需督导的单位数 / units whose current period still needs visits
             */
            owed: number;
            /** @description 基本情况 / profile */
            profile: components["schemas"]["InspectorProfile"];
            /**
             * Format: int32
             * @description 本月剩余教学日，含今天 / teaching days from today to the month's end
             */
            teachingDaysLeft: number;
            /** @description 单位 / units */
            units: components["schemas"]["RowView"][];
        };
        YearPlan: {
            /** @description 文书 / papers */
            documents: components["schemas"]["PlanDocument"][];
            /** @description 名称 / title */
            title: string;
            /** @description 教育督导“一号工程” / supervision's “top-priority project” */
            topPriority: boolean;
            /**
             * Format: int32
             * @description 年份 / year
             */
            year: number;
        };
        ZoneBody: {
            /** @description 代码 / code */
            code: string;
            /** @description 名称 / name */
            name: string;
            /** @description 学校 / schools */
            schools?: null | string[];
            /** @description 乡镇（街道）代码 / codes of towns */
            towns?: null | string[];
        };
        ZoneView: {
            /** @description 代码 / code */
            code: string;
            /** @description 模拟督学是否工作 / simulated inspectors are at work */
            inspectors: string[];
            /**
             * Format: int32
             * @description 数量标准 / limit of what is counted
             */
            limit: number;
            /** @description 位于责任区内的学校 / schools that lie in the zone */
            lying: string[];
            /** @description 名称 / name */
            name: string;
            /** @description 所见的最新版本；已变更则拒绝；为空不核对 / the version seen as the newest: another one by now refuses; null does not check */
            over: boolean;
            /** @description 学校 / schools */
            schools: string[];
            /** @description 乡镇（街道）代码 / codes of towns */
            towns: string[];
        };
        ZonesNothingBody: Record<string, never>;
        ZonesView: {
            /** @description 按区域负责的督学 / inspectors responsible for areas */
            areas: components["schemas"]["AreaAssignment"][];
            /** @description 模拟督学是否工作 / simulated inspectors are at work */
            inspectors: components["schemas"]["LoadView"][];
            /**
             * Format: date
             * @description 今天 / today
             */
            today: string;
            /** @description 责任区 / zones */
            zones: components["schemas"]["ZoneView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
