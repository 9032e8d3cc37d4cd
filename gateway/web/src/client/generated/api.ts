// Generated from openapi.json: npm run types.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessTokenResponse: {
            accessToken: string;
            /** Format: int64 */
            expiresIn: number;
            refreshToken: string;
            tokenType: null | string;
        };
        AccountDraft: {
            area: null | string;
            displayName: null | string;
            externalName: null | string;
            inspector: null | string;
            role: components["schemas"]["ActorRole"];
            unit: null | string;
            userName: null | string;
        };
        /** @enum {null|string} */
        AccountDuty: "ChangePassword" | "EnrolSecondFactor" | null;
        /** @enum {string} */
        AccountState: "Active" | "Locked" | "Disabled" | "AwaitsConfirmation";
        AccountView: {
            area: string;
            confirmAfter: null | string;
            displayName: string;
            externalName: null | string;
            id: string;
            inspector: null | string;
            /** Format: date-time */
            lastSignInAt: null | string;
            passwordTemporary: boolean;
            role: components["schemas"]["ActorRole"];
            secondFactor: boolean;
            state: components["schemas"]["AccountState"];
            unit: null | string;
            userName: string;
        };
        AccountsView: {
            accounts: components["schemas"]["AccountView"][];
            next: null | string;
            roles: components["schemas"]["ActorRole"][];
        };
        AcknowledgeBody: {
            document: null | string;
        };
        AcknowledgementBody: Record<string, never>;
        /** @enum {string} */
        ActorRole: "Inspector" | "CountyOffice" | "Province" | "Administrator" | "System" | "CountyDirector" | "CommitteeOffice" | "CommitteeDirector" | "UnitUser" | "IndependentInspector" | "SpecialSupervisor" | "IntakeDesk" | "City" | "SecurityAdministrator" | "AuditAdministrator" | "Display";
        AdministratorBody: {
            code: null | string;
            password: null | string;
            userName: null | string;
        };
        AdministratorsView: {
            handOver: components["schemas"]["HandOver"][];
        };
        /** @enum {string} */
        AlertAsk: "See" | "Act";
        /** @enum {null|string} */
        AlertEnding: "acknowledged" | "done" | "superseded" | "visited" | "late-sync" | "visited-since" | "excused" | "exempted" | "assigned" | "handed-over" | "suspended" | "closed" | "moved" | "approved" | "voided" | "confirmed" | "decided" | "lapsed" | "withdrawn" | "transferred" | "extended" | "discharged" | "not-needed" | "signed-for" | null;
        AlertKindFacts: {
            acts: string[];
            asks: components["schemas"]["AlertAsk"];
            clause: null | components["schemas"]["Text"];
            ends: components["schemas"]["AlertEnding"][];
            kind: string;
            name: components["schemas"]["Text"];
            page: components["schemas"]["AlertPage"];
            severity: components["schemas"]["AlertSeverity"];
            urgent: boolean;
        };
        /** @enum {string} */
        AlertPage: "Unit" | "Inspector" | "County";
        /** @enum {string} */
        AlertSeverity: "Low" | "Medium" | "High";
        AlertView: {
            /** Format: date-time */
            acknowledgedAt?: null | string;
            acknowledgedBy?: null | string;
            asks?: components["schemas"]["AlertAsk"];
            county: string;
            /** Format: date-time */
            detectedAt: string;
            /** Format: date-time */
            effectiveAt: string;
            endedBecause?: null | components["schemas"]["Text"];
            ending?: null | components["schemas"]["AlertEnding"];
            id: string;
            kind: string;
            recipients: string[];
            /** Format: date-time */
            resolvedAt: null | string;
            /** Format: int64 */
            sequence: number;
            text: components["schemas"]["Text"];
            unit: string;
            unitName: string;
        };
        AnnotationBody: {
            result: string;
        };
        AppealBody: {
            document: string;
            step: components["schemas"]["AppealStep"];
        };
        /** @enum {string} */
        AppealStep: "ReviewRequested" | "ReviewUpheld" | "ReviewFoundWrong" | "Appealed" | "AppealUpheld" | "AppealFoundWrong" | "Corrected";
        /** @enum {string} */
        ApprovalKind: "BulkExport" | "SealedIdentity";
        /** @enum {string} */
        ApprovalState: "Asked" | "Given" | "Refused" | "Used" | "Expired";
        ApprovalView: {
            /** Format: date-time */
            askedAt: string;
            by: string;
            decidedBy: null | string;
            kind: components["schemas"]["ApprovalKind"];
            kindText: components["schemas"]["Text"];
            /** Format: int32 */
            no: number;
            reason: string;
            remark: null | string;
            state: components["schemas"]["ApprovalState"];
            stateText: components["schemas"]["Text"];
            subject: string;
            /** Format: date-time */
            until: string;
            /** Format: date-time */
            usedAt: null | string;
        };
        ApprovalsApproveBody: {
            remark: string;
        };
        ApprovedMap: {
            approval: string;
            shapes: components["schemas"]["MapShape"][];
        };
        AreaAssignment: {
            area: string;
            /** Format: date */
            from: string;
            inspector: string;
            /** Format: date */
            to: null | string;
        };
        AreaBody: {
            area: string;
            /** Format: date */
            from: string;
            inspector: string;
            /** Format: date */
            to: null | string;
        };
        AreaSchool: {
            changed: boolean;
            name: string;
            refusal: null | components["schemas"]["Problem"];
            unit: string;
            warnings: components["schemas"]["Text"][];
        };
        AreaView: {
            area: string;
            /** Format: int32 */
            assigned: number;
            preview: boolean;
            /** Format: int32 */
            refused: number;
            schools: components["schemas"]["AreaSchool"][];
            /** Format: int32 */
            unchanged: number;
        };
        AskBody: {
            kind: components["schemas"]["ApprovalKind"];
            reason: string;
            subject: string;
        };
        Assignment: {
            /** Format: date */
            from: string;
            inspector: string;
            /** Format: date */
            to: null | string;
        };
        Attachment: {
            hash?: null | string;
            kind: components["schemas"]["DocumentKind"];
            title: string;
        };
        AuditEntryView: {
            action: string;
            address: null | string;
            agent: null | string;
            area: string;
            /** Format: date-time */
            at: string;
            code: null | string;
            county: string;
            fingerprint: null | string;
            /** Format: uuid */
            opId: null | string;
            result: components["schemas"]["AuditResult"];
            role: string;
            /** Format: int64 */
            sequence: number;
            session: null | string;
            /** Format: int32 */
            status: number;
            target: null | string;
            title: null | components["schemas"]["Text"];
            who: string;
        };
        /** @enum {string} */
        AuditResult: "Accepted" | "Repeated" | "Refused" | "Denied" | "Fault";
        BoardCases: {
            colour: components["schemas"]["Colour"];
            /** Format: int32 */
            openIssues: number;
            /** Format: int32 */
            overdueIssues: number;
            reasons: number[];
            rung: components["schemas"]["Rung"];
            waiting: components["schemas"]["WaitingDecision"][];
        };
        BoardReason: {
            /** Format: int32 */
            clause: number;
            /** Format: int32 */
            clears: null | number;
            code: string;
            evidence: string[];
            /** Format: int32 */
            next: null | number;
            /** Format: date-time */
            nextChangeAt: null | string;
            /** Format: date-time */
            since: string;
            /** Format: int32 */
            text: number;
        };
        BoardRow: {
            /** Format: int32 */
            awaitingApproval: number;
            cases: components["schemas"]["BoardCases"];
            category: string;
            central: null | string;
            code: string;
            colour: components["schemas"]["Colour"];
            county: string;
            /** Format: int32 */
            done: number;
            inspector: null | string;
            kind: components["schemas"]["UnitKind"];
            /** Format: date-time */
            lastVisitAt: null | string;
            name: string;
            /** Format: date-time */
            nextDueAt: null | string;
            period: components["schemas"]["Period"];
            reasons: number[];
            recent: components["schemas"]["DutyMark"][];
            /** Format: int32 */
            required: number;
            state: components["schemas"]["DutyState"];
            status: components["schemas"]["UnitStatus"];
            /** Format: int32 */
            students: null | number;
            town: null | string;
            townName: null | string;
            unit: string;
            /** Format: int64 */
            version: number;
        };
        BoardTally: {
            /** Format: int32 */
            amber: number;
            /** Format: int32 */
            awaitingApproval: number;
            cases: components["schemas"]["CaseTally"];
            coverage: components["schemas"]["CoverageTally"][];
            /** Format: int32 */
            green: number;
            /** Format: int32 */
            grey: number;
            /** Format: int32 */
            institutions: number;
            /** Format: int32 */
            openAlerts: number;
            /** Format: int32 */
            red: number;
            /** Format: int32 */
            schools: number;
            /** Format: int32 */
            unassigned: number;
            /** Format: int32 */
            white: number;
        };
        BoardView: {
            alerts: components["schemas"]["AlertView"][];
            /** Format: date-time */
            asOf: string;
            calendarProvisional: boolean;
            campaign: null | components["schemas"]["Campaign"];
            children: components["schemas"]["ChildSummary"][];
            demonstration: boolean;
            name: string;
            /** Format: date-time */
            now: string;
            sandbox: boolean;
            scope: string;
            tally: components["schemas"]["BoardTally"];
            units: components["schemas"]["BoardRow"][];
            /** Format: int64 */
            version: number;
            words: components["schemas"]["BoardWords"];
        };
        BoardWords: {
            reasons: components["schemas"]["BoardReason"][];
            texts: components["schemas"]["Text"][];
        };
        BracketBody: {
            /** Format: date-time */
            deviceBefore: string;
            /** Format: date-time */
            deviceNow: null | string;
            /** Format: date-time */
            serverBefore: string;
        };
        Campaign: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            running: boolean;
        };
        CaseDetail: {
            colour: components["schemas"]["Colour"];
            departments: components["schemas"]["Department"][];
            documents: components["schemas"]["DocumentView"][];
            entries: components["schemas"]["EntryView"][];
            flagged: components["schemas"]["FlaggedView"][];
            issues: components["schemas"]["IssueView"][];
            measures: components["schemas"]["MeasureView"][];
            memory: components["schemas"]["MemoryView"][];
            opinionFlag: boolean;
            plans: components["schemas"]["VisitPlan"][];
            reasons: components["schemas"]["ReasonView"][];
            referrals: components["schemas"]["ReferralView"][];
            rung: components["schemas"]["Rung"];
            selfChecks: components["schemas"]["SelfCheckView"][];
            served: components["schemas"]["ServedView"][];
            waiting: components["schemas"]["WaitingDecision"][];
        };
        CaseRow: {
            colour: components["schemas"]["Colour"];
            /** Format: int32 */
            openIssues: number;
            /** Format: int32 */
            overdueIssues: number;
            reasons: components["schemas"]["ReasonView"][];
            rung: components["schemas"]["Rung"];
            waiting: components["schemas"]["WaitingDecision"][];
        };
        CaseTally: {
            /** Format: int32 */
            accountabilities: number;
            /** Format: int32 */
            amber: number;
            /** Format: int32 */
            circulars: number;
            /** Format: int32 */
            exposures: number;
            /** Format: int32 */
            green: number;
            /** Format: int32 */
            grey: number;
            /** Format: int32 */
            interviews: number;
            /** Format: int32 */
            keySupervisions: number;
            /** Format: int32 */
            openIssues: number;
            /** Format: int32 */
            overdueIssues: number;
            /** Format: int32 */
            red: number;
            /** Format: int32 */
            waiting: number;
        };
        CategoryMarks: string;
        CategoryView: {
            code: string;
            default: components["schemas"]["Severity"];
            group: components["schemas"]["Text"];
            kind: components["schemas"]["UnitKind"];
            marks: components["schemas"]["CategoryMarks"];
            name: components["schemas"]["Text"];
            severities: components["schemas"]["Severity"][];
        };
        ChainCheckView: {
            /** Format: int64 */
            brokenAt: null | number;
            county: string;
            /** Format: int64 */
            entries: number;
        };
        ChainView: {
            county: string;
            /** Format: int64 */
            entries: number;
        };
        ChannelBody: {
            address: null | string;
            alerts: null | string[];
            boardAddress: null | string;
            /**
             * Format: int32
             * @default 5
             */
            digestOver: number;
            /** @default true */
            enabled: boolean;
            keyword: null | string;
            kind: components["schemas"]["ChannelKind"];
            /** @default zh */
            language: string;
            mail: null | components["schemas"]["MailSettings"];
            name: string;
            /** Format: int32 */
            over: null | number;
            quiet: null | components["schemas"]["QuietHours"];
            secret: null | string;
        };
        ChannelHealth: {
            /** Format: int32 */
            dead: number;
            /** Format: date-time */
            failingSince: null | string;
            lastAnswer: null | string;
            /** Format: date-time */
            lastSentAt: null | string;
            /** Format: date-time */
            nextAttemptAt: null | string;
            /** Format: date-time */
            quietUntil: null | string;
            state: components["schemas"]["ChannelState"];
            /** Format: int32 */
            waiting: number;
        };
        /** @enum {string} */
        ChannelKind: "WeCom" | "DingTalk" | "Feishu" | "Webhook" | "Mail";
        ChannelNotice: {
            channel: string;
            /** Format: int32 */
            dead: number;
            /** Format: date-time */
            failingSince: null | string;
            kind: components["schemas"]["ChannelKind"];
            name: string;
            state: components["schemas"]["ChannelState"];
            /** Format: int32 */
            waiting: number;
        };
        ChannelSettings: {
            address: null | string;
            alerts: string[];
            boardAddress: null | string;
            /** Format: int32 */
            digestOver: number;
            enabled: boolean;
            keyword: null | string;
            kind: components["schemas"]["ChannelKind"];
            language: string;
            mail: null | components["schemas"]["MailSettings"];
            name: string;
            quiet: null | components["schemas"]["QuietHours"];
        };
        /** @enum {string} */
        ChannelState: "Working" | "Quiet" | "Failing" | "Off";
        ChannelTest: {
            answer: string;
            /** Format: date-time */
            at: string;
            delivered: boolean;
        };
        ChannelView: {
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            channel: string;
            hasSecret: boolean;
            health: components["schemas"]["ChannelHealth"];
            settings: components["schemas"]["ChannelSettings"];
            /** Format: int32 */
            version: number;
        };
        ChannelsEmptyBody: Record<string, never>;
        CheckBody: {
            evidence: null | string[];
            remark: string;
        };
        CheckView: {
            problems: components["schemas"]["Problem"][];
            valid: boolean;
        };
        Checklist: {
            /** Format: date */
            from?: null | string;
            id: string;
            items: components["schemas"]["ChecklistItem"][];
            kind: components["schemas"]["UnitKind"];
            title: components["schemas"]["Text"];
            /** Format: date */
            until?: null | string;
            /** Format: int32 */
            version: number;
        };
        ChecklistAnswer: {
            answer: components["schemas"]["ItemAnswer"];
            /** Format: int32 */
            count: null | number;
            disposition: null | components["schemas"]["ItemDisposition"];
            evidence: string[];
            /** Format: int32 */
            item: number;
            note: null | string;
        };
        ChecklistItem: {
            categories: string[];
            kind: components["schemas"]["ItemKind"];
            limit: null | components["schemas"]["Text"];
            months: number[];
            name: components["schemas"]["Text"];
            /** Format: int32 */
            no: number;
            prohibited: boolean;
            source: string;
            stages: string[];
        };
        ChildSummary: {
            /** Format: date-time */
            asOf: string;
            code: string;
            name: string;
            tally: components["schemas"]["BoardTally"];
            /** Format: int64 */
            version: number;
        };
        ClockBody: {
            /** Format: date-time */
            advanceTo: null | string;
            inspectors: null | boolean;
            paused: null | boolean;
            /** Format: double */
            speed: null | number;
        };
        ClockView: {
            clause: null | components["schemas"]["Text"];
            /** Format: date */
            due: string;
            /** Format: date-time */
            fallsAt: string;
            kind: components["schemas"]["DeadlineKind"];
            passed: boolean;
            what: components["schemas"]["Text"];
            whenPassed: components["schemas"]["Text"];
        };
        CodeBody: {
            code: null | string;
        };
        /** @enum {string} */
        Colour: "Green" | "Amber" | "Red" | "Grey" | "White";
        CommitmentBody: {
            attachments: null | components["schemas"]["Attachment"][];
            /** Format: date */
            committed: string;
        };
        ComplaintBody: {
            document: string;
            evidence: string[];
            group: string;
            id: string;
            outcome: components["schemas"]["ComplaintOutcome"];
            person: null | string;
            /** Format: date-time */
            receivedAt: string;
        };
        /** @enum {string} */
        ComplaintOutcome: "Open" | "Substantiated" | "Partly" | "Unsubstantiated" | "Unverifiable";
        ContainmentBody: {
            evidence: null | string[];
            text: string;
        };
        CountyLadderView: {
            history: components["schemas"]["LadderEntry"][];
            profile: components["schemas"]["CountyProfile"];
            shortfalls: components["schemas"]["CoverageShortfall"][];
            steps: components["schemas"]["CountyStepView"][];
        };
        CountyProfile: {
            city: string;
            cityName: string;
            code: string;
            name: string;
            province: string;
            provinceName: string;
        };
        /** @enum {string} */
        CountyRung: "SpecialCircular" | "Interview" | "Exposure" | "KeySupervision";
        CountyStepView: {
            decidedBy: null | string;
            document: null | string;
            months: unknown[];
            /** Format: int32 */
            no: number;
            proposedBy: string;
            reason: null | string;
            rung: components["schemas"]["CountyRung"];
            rungText: components["schemas"]["Text"];
            /** Format: date-time */
            since: string;
            state: components["schemas"]["StepState"];
            stateText: components["schemas"]["Text"];
        };
        CoverageShortfall: {
            /** Format: int32 */
            expected: number;
            /** Format: int32 */
            floorPercent: number;
            month: components["schemas"]["Period"];
            restated: boolean;
            /** Format: int32 */
            visited: number;
        };
        CoverageTally: {
            /** Format: double */
            coverage: null | number;
            /** Format: int32 */
            dueSoon: number;
            /** Format: int32 */
            excused: number;
            /** Format: int32 */
            exempt: number;
            /** Format: int32 */
            expected: number;
            kind: components["schemas"]["UnitKind"];
            /** Format: int32 */
            missed: number;
            /** Format: int32 */
            pending: number;
            period: components["schemas"]["Period"];
            /** Format: int32 */
            satisfied: number;
            /** Format: int32 */
            satisfiedLate: number;
            /** Format: double */
            timeliness: null | number;
        };
        /** @enum {string} */
        DeadlineKind: "Acknowledge" | "Silence" | "Contain" | "Rectify" | "File" | "Verify" | "LookBackOpens" | "LookBackDay" | "LookBack" | "Reply" | "Decide" | "Fix" | "Hold" | "Minutes" | "Commitment" | "Progress" | "Period" | "Accept" | "Publish" | "ReviewRequest" | "ReviewDecision" | "Appeal" | "AppealDecision" | "Correction" | "FactFinding" | "FactFindingNear" | "SelfCheck";
        DecideBody: {
            document: null | string;
            reason: string;
        };
        DecisionBody: {
            attachments: null | components["schemas"]["Attachment"][];
            form: components["schemas"]["MeasureForm"];
            remark: string;
        };
        DecisionView: {
            /** Format: int32 */
            ageDays: number;
            /** Format: date */
            dueOn: null | string;
            kind: components["schemas"]["WaitingKind"];
            name: string;
            overdue: boolean;
            owner: components["schemas"]["ActorRole"];
            rule: null | string;
            ruleName: null | components["schemas"]["Text"];
            rung: components["schemas"]["Rung"];
            /** Format: date-time */
            since: string;
            subject: string;
            title: components["schemas"]["Text"];
            townName: null | string;
            unit: string;
        };
        DelistingBody: {
            accept: boolean;
            remark: string;
        };
        /** @enum {string} */
        DeliveryState: "Waiting" | "Sending" | "Sent" | "Dead" | "Lapsed";
        DeliveryView: {
            /** Format: int64 */
            alert: number;
            alertId: string;
            answer: null | string;
            /** Format: date-time */
            attemptedAt: null | string;
            /** Format: int32 */
            attempts: number;
            /** Format: uuid */
            delivery: null | string;
            /** Format: date-time */
            finishedAt: null | string;
            kind: string;
            /** Format: date-time */
            plannedAt: string;
            state: components["schemas"]["DeliveryState"];
            text: components["schemas"]["Text"];
            unit: string;
            unitName: string;
        };
        Department: {
            isJoint: boolean;
            name: string;
        };
        DepartmentBody: {
            department: null | string;
            departments: null | string[];
            document: string;
        };
        DepartmentsBody: {
            departments: components["schemas"]["Department"][];
        };
        DifferenceView: {
            after: components["schemas"]["JsonNode"];
            before: components["schemas"]["JsonNode"];
            key: string;
            meaning: components["schemas"]["Text"];
            unit: components["schemas"]["Text"];
        };
        /** @enum {string} */
        DocumentKind: "RectificationNotice" | "ConsultationLetter" | "ReferralLetter" | "Circular" | "InterviewNotice" | "PlaqueNotice" | "SupervisionOrder" | "ExposureApproval" | "AccountabilityDecision" | "OralRecord" | "InterviewMinutes" | "Commitment" | "RectificationPlan" | "ExposureText" | "ChannelList" | "InvestigationReport" | "PriorNotice" | "DefenceRecord" | "CommitteeRecord" | "ServiceReceipt" | "Other";
        DocumentListView: {
            documents: components["schemas"]["DocumentRowView"][];
            next: null | string;
        };
        DocumentRowView: {
            id: string;
            /** Format: date-time */
            issuedAt: string;
            kind: components["schemas"]["DocumentKind"];
            name: components["schemas"]["Text"];
            /** Format: int32 */
            no: number;
            number: string;
            unit: string;
            unitName: null | string;
            /** Format: int32 */
            year: number;
        };
        DocumentView: {
            id: string;
            /** Format: date-time */
            issuedAt: string;
            kind: components["schemas"]["DocumentKind"];
            number: string;
        };
        Duty: {
            basis: null | string;
            chargedTo: null | string;
            counted: string[];
            /** Format: int32 */
            daysLeft: null | number;
            /** Format: uuid */
            lost?: null | string;
            period: components["schemas"]["Period"];
            /** Format: int32 */
            policyVersion: number;
            /** Format: int32 */
            required: number;
            /** Format: date-time */
            since: string;
            spares?: string[];
            state: components["schemas"]["DutyState"];
        };
        DutyMark: {
            chargedTo: null | string;
            period: components["schemas"]["Period"];
            state: components["schemas"]["DutyState"];
        };
        DutyRef: {
            period: components["schemas"]["Period"];
            unit: string;
        };
        /** @enum {string} */
        DutyState: "Pending" | "DueSoon" | "Satisfied" | "SatisfiedLate" | "Missed" | "Excused" | "Exempt";
        /** @enum {string} */
        Employment: "FullTime" | "PartTime";
        EntryDecisionBody: {
            approve: boolean;
            remark: string;
        };
        EntryView: {
            by: string;
            clocks: components["schemas"]["ClockView"][];
            document: string;
            evidence: string[];
            /** Format: date */
            issuedOn: null | string;
            kind: components["schemas"]["HandEntryKind"];
            /** Format: int32 */
            no: number;
            /** Format: date-time */
            since: string;
            text: components["schemas"]["Text"];
        };
        ExcuseBody: {
            document: string;
            reason: string;
        };
        ExecutionBody: {
            document: string;
            remark: string;
        };
        ExtensionBody: {
            grant: boolean;
            reason: null | string;
        };
        ExtensionRequestBody: {
            /** Format: int32 */
            days: number;
            reason: string;
        };
        FactFindingBody: {
            document: string;
            evidence: null | string[];
            members: string[];
            /** Format: date */
            setUpOn: string;
        };
        FieldCatalogue: {
            categories: components["schemas"]["CategoryView"][];
            forms: components["schemas"]["Checklist"][];
        };
        FieldUnit: {
            issues: components["schemas"]["IssueView"][];
            own: boolean;
            plans: components["schemas"]["VisitPlan"][];
            row: components["schemas"]["RowView"];
        };
        FieldView: {
            /** Format: double */
            clockSpeed: number;
            demonstration: boolean;
            departments: string[];
            inspector: components["schemas"]["InspectorProfile"];
            teachingDays: string[];
            units: components["schemas"]["FieldUnit"][];
        };
        FileView: {
            fileName: null | string;
            hash: string;
            mediaType: string;
            /** Format: int64 */
            size: number;
            /** Format: date-time */
            uploadedAt: string;
            uploadedBy: string;
        };
        FilingBody: {
            remark: null | string;
        };
        FilledChecklist: {
            answers: components["schemas"]["ChecklistAnswer"][];
            id: string;
        };
        Finding: {
            category: string;
            department: null | string;
            description: string;
            evidence: string[];
            severity: components["schemas"]["Severity"];
            tags: components["schemas"]["IssueTags"];
        };
        /** @enum {string} */
        FindingGrade: "Normalised" | "Warning" | "Rejected" | "Skipped";
        FlaggedView: {
            /** Format: date-time */
            endedAt: string;
            /** Format: uuid */
            id: string;
            inspector: string;
            others: components["schemas"]["VisitConflict"][];
            stands: boolean;
            /** Format: date-time */
            startedAt: string;
            why: components["schemas"]["Text"][];
        };
        GateCodeView: {
            /** Format: double */
            clockSpeed: number;
            code: string;
            /** Format: date-time */
            from: string;
            name: string;
            /** Format: date-time */
            now: string;
            /** Format: int32 */
            stepSeconds: number;
            /** Format: date-time */
            until: string;
        };
        /** @enum {string} */
        HandEntryKind: "Naming" | "Complaint";
        HandOver: {
            password: string;
            role: components["schemas"]["ActorRole"];
            userName: string;
        };
        HarmBody: {
            document: string;
            mark: components["schemas"]["HarmMark"];
        };
        /** @enum {string} */
        HarmMark: "None" | "StudentsHarmed" | "PublicImpact";
        HeldView: {
            awaitsApproval: boolean;
            /** Format: date-time */
            endedAt: string;
            /** Format: uuid */
            id: string;
            inspector: string;
            /** Format: date-time */
            startedAt: string;
        };
        HistoryView: {
            actor: string;
            data: null | components["schemas"]["JsonNode"];
            /** Format: date-time */
            effectiveAt: string;
            kind: string;
            /** Format: date-time */
            recordedAt: string;
            text: components["schemas"]["Text"];
            /** Format: int64 */
            version: number;
        };
        /** Format: binary */
        IFormFile: string;
        IFormFileCollection: components["schemas"]["IFormFile"][];
        ImportReport: {
            dryRun: boolean;
            /** Format: int32 */
            failed: number;
            findings: components["schemas"]["RosterFinding"][];
            /** Format: int32 */
            findingsOmitted: number;
            /** Format: int32 */
            registered: number;
            sheets: components["schemas"]["SheetCount"][];
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            updated: number;
        };
        InspectorBody: {
            deputy: boolean;
            /** Format: date */
            from: string;
            inspector: string;
            /** Format: date */
            to: null | string;
        };
        InspectorLadderView: {
            history: components["schemas"]["LadderEntry"][];
            missed: components["schemas"]["MissedDutyView"][];
            months: unknown[];
            profile: components["schemas"]["InspectorProfile"];
            /** Format: date */
            revokedOn: null | string;
            steps: components["schemas"]["InspectorStepView"][];
        };
        InspectorProfile: {
            code: string;
            county: string;
            employment: components["schemas"]["Employment"];
            /** Format: date */
            termFrom: string;
            /** Format: date */
            termTo: null | string;
            zone: null | string;
        };
        /** @enum {string} */
        InspectorRung: "Reminder" | "Criticism" | "SelfExamination" | "CircularCriticism" | "Revocation";
        InspectorStepView: {
            decidedBy: null | string;
            document: null | string;
            /** Format: date */
            due: null | string;
            duties: components["schemas"]["DutyRef"][];
            /** Format: int32 */
            no: number;
            overdue: boolean;
            /** Format: int32 */
            policyVersion: number;
            proposedBy: string;
            reason: null | string;
            rung: components["schemas"]["InspectorRung"];
            rungText: components["schemas"]["Text"];
            /** Format: date-time */
            since: string;
            state: components["schemas"]["StepState"];
            stateText: components["schemas"]["Text"];
        };
        InterviewBody: {
            /** Format: date */
            heldOn: string;
            present: string;
        };
        IssueListView: {
            /** Format: date-time */
            asOf: string;
            issues: components["schemas"]["IssueRowView"][];
            next: null | string;
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        IssueOrigin: "Visit" | "CentralRound" | "SelfCheck" | "Complaint" | "Platform" | "Referral";
        IssueRemark: {
            finding: components["schemas"]["RemarkFinding"];
            /** Format: int32 */
            issue: number;
            text: string;
        };
        IssueRowView: {
            /** Format: date-time */
            closedAt: null | string;
            /** Format: date */
            due: null | string;
            inspector: null | string;
            issue: components["schemas"]["IssueView"];
            kind: components["schemas"]["UnitKind"];
            overdue: boolean;
            townName: null | string;
            unit: string;
            unitName: string;
        };
        /** @enum {string} */
        IssueState: "Found" | "Notified" | "Rectifying" | "Reported" | "Filed" | "Returned" | "Verified" | "LookBack" | "Archived" | "Transferred" | "Withdrawn";
        IssueTags: string;
        IssueView: {
            /** Format: int32 */
            askedDays: null | number;
            category: string;
            clocks: components["schemas"]["ClockView"][];
            /** Format: int32 */
            cycle: number;
            department: null | string;
            description: string;
            /** Format: int32 */
            extensions: number;
            /** Format: date-time */
            foundAt: string;
            foundBy: string;
            /** Format: date */
            foundOn: string;
            harm: components["schemas"]["HarmMark"];
            name: components["schemas"]["Text"];
            /** Format: int32 */
            no: number;
            origin: components["schemas"]["IssueOrigin"];
            /** Format: int32 */
            reworks: number;
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            since: string;
            state: components["schemas"]["IssueState"];
            stateText: components["schemas"]["Text"];
            tags: components["schemas"]["IssueTags"];
            topRung: components["schemas"]["Rung"];
        };
        /** @enum {string} */
        ItemAnswer: "Conforms" | "MostlyConforms" | "DoesNotConform" | "NotApplicable";
        /** @enum {null|string} */
        ItemDisposition: "OnTheSpot" | "Notice" | "ReportToCounty" | "Consultation" | "RecordOnly" | null;
        /** @enum {string} */
        ItemKind: "Normal" | "Highlight" | "OpenIssues";
        JsonNode: unknown;
        LadderEntry: {
            actor: string;
            /** Format: date-time */
            effectiveAt: string;
            kind: string;
            /** Format: date-time */
            recordedAt: string;
            text: components["schemas"]["Text"];
            /** Format: int64 */
            version: number;
        };
        LaddersEmptyBody: Record<string, never>;
        LaddersReasonBody: {
            reason: string;
        };
        LiftBody: {
            document: string;
            inspector: string;
            reason: string;
        };
        /** @enum {string} */
        LoadGrade: "Within" | "AboveSoft" | "AboveHard";
        LoadView: {
            grade: components["schemas"]["LoadGrade"];
            /** Format: int32 */
            hardMax: number;
            inspector: string;
            /** Format: int32 */
            schools: number;
            /** Format: int32 */
            softMax: number;
        };
        /** @enum {string} */
        MailSecurity: "StartTls" | "Tls" | "Plain";
        MailSettings: {
            from: string;
            host: string;
            /** Format: int32 */
            port: number;
            security: components["schemas"]["MailSecurity"];
            to: string[];
            userName: null | string;
        };
        MapShape: {
            code: string;
            name: string;
            rings: number[][][];
        };
        MapView: {
            map: null | components["schemas"]["ApprovedMap"];
        };
        /** @enum {string} */
        MeasureForm: "None" | "Written" | "Oral" | "Plaque" | "SupervisionOrder";
        /** @enum {string} */
        MeasureState: "Proposed" | "Decided" | "InForce" | "Discharged" | "Rejected" | "Lapsed" | "Superseded" | "Revoked";
        MeasureView: {
            aggravated: boolean;
            annotated: boolean;
            clause: null | components["schemas"]["Text"];
            clocks: components["schemas"]["ClockView"][];
            /** Format: date */
            committed: null | string;
            decidedBy: null | string;
            decider: components["schemas"]["ActorRole"];
            delisted: boolean;
            executed: boolean;
            extended: boolean;
            /** Format: date */
            factFinding: null | string;
            form: components["schemas"]["MeasureForm"];
            held: boolean;
            issues: number[];
            name: components["schemas"]["Text"];
            /** Format: int32 */
            no: number;
            proof: components["schemas"]["ProofView"][];
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string;
            published: boolean;
            remedy: components["schemas"]["RemedyState"];
            /** Format: int32 */
            reports: number;
            round: null | string;
            rule: string;
            ruleName: null | components["schemas"]["Text"];
            rung: components["schemas"]["Rung"];
            /** Format: date-time */
            servedAt: null | string;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["MeasureState"];
            stateText: components["schemas"]["Text"];
            /** Format: int32 */
            supersededBy: null | number;
        };
        MemoryView: {
            group: components["schemas"]["Text"];
            rung: components["schemas"]["Rung"];
            /** Format: date */
            until: string;
        };
        MethodUse: {
            /** Format: int32 */
            count: number;
            method: components["schemas"]["VisitMethod"];
        };
        MethodsView: {
            /** Format: int32 */
            kindsInPassword: number;
            /** Format: int32 */
            leastPassword: number;
            sso: null | string;
        };
        MissedDutyView: {
            /** Format: date-time */
            at: string;
            counts: boolean;
            period: components["schemas"]["Period"];
            state: components["schemas"]["DutyState"];
            stateText: components["schemas"]["Text"];
            unit: string;
            unitName: string;
        };
        NamingBody: {
            bulletin: string;
            document: string;
            evidence: string[];
            /** Format: date */
            issuedOn: string;
        };
        NewPasswordView: {
            account: components["schemas"]["AccountView"];
            password: string;
        };
        /** @enum {null|string} */
        NotCountedReason: "NotResponsible" | "Central" | "NothingOwed" | "AlreadySatisfied" | "Excused" | "PeriodNotKept" | null;
        Offer: {
            key: string;
            qr: string;
            uri: string;
        };
        OfficePlanBody: {
            documents: components["schemas"]["PlanDocument"][];
            title: string;
            topPriority: boolean;
        };
        OfficeView: {
            departments: components["schemas"]["Department"][];
            name: string;
            ownDepartments: boolean;
            plans: components["schemas"]["YearPlan"][];
        };
        OpenIssueBody: {
            category: string;
            department: null | string;
            description: string;
            document: null | string;
            evidence: null | string[];
            /** Format: date */
            foundOn: null | string;
            origin: components["schemas"]["IssueOrigin"];
            severity: components["schemas"]["Severity"];
            tags: components["schemas"]["IssueTags"];
        };
        OpinionBody: {
            on: boolean;
            source: string;
        };
        OwnView: {
            area: string;
            displayName: string;
            hasPassword: boolean;
            inspector: null | string;
            /** Format: date-time */
            passwordChangedAt: null | string;
            role: components["schemas"]["ActorRole"];
            secondFactor: components["schemas"]["SecondFactorView"];
            unit: null | string;
            userName: string;
        };
        PageView: {
            entries: components["schemas"]["AuditEntryView"][];
            next: null | string;
        };
        ParameterView: {
            accepted: components["schemas"]["Text"];
            choices: string[];
            default: components["schemas"]["JsonNode"];
            group: components["schemas"]["Text"];
            key: string;
            kind: components["schemas"]["PolicyValueKind"];
            /** Format: int32 */
            maximum: null | number;
            meaning: components["schemas"]["Text"];
            /** Format: int32 */
            minimum: null | number;
            source: null | string;
            unit: components["schemas"]["Text"];
        };
        PasskeyView: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            name: null | string;
        };
        PasskeysPasskeyBody: {
            credential: null | string;
            name: null | string;
        };
        PasswordBody: {
            current: null | string;
            password: null | string;
        };
        Period: string;
        PlanDocument: {
            hash: null | string;
            /** Format: date */
            issuedOn: string;
            level: components["schemas"]["PlanLevel"];
            number: null | string;
            title: string;
        };
        /** @enum {string} */
        PlanLevel: "Nation" | "Province" | "City" | "County";
        PointsView: {
            points: components["schemas"]["RowView"][];
            sum: components["schemas"]["BoardTally"];
        };
        PoliciesView: {
            county: string;
            /** Format: int32 */
            inForce: number;
            /** Format: date */
            today: string;
            versions: components["schemas"]["PolicyVersionView"][];
        };
        PolicyBody: {
            /** Format: date */
            effectiveFrom: null | string;
            /** Format: int32 */
            over: null | number;
            preset: null | string;
            title: null | string;
            values: null | Record<string, never>;
        };
        PolicyPreviewView: {
            differences: components["schemas"]["DifferenceView"][];
            /** Format: date */
            effectiveFrom: string;
            firstMonth: components["schemas"]["Period"];
            firstQuarter: components["schemas"]["Period"];
            /** Format: int32 */
            institutions: number;
            /** Format: int32 */
            over: number;
            /** Format: int32 */
            schools: number;
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        PolicyValueKind: "Number" | "Flag" | "Choice" | "Numbers" | "Choices" | "Window" | "Text";
        PolicyVersionView: {
            /** Format: date-time */
            activatedAt: null | string;
            activatedBy: null | string;
            /** Format: date */
            effectiveFrom: null | string;
            inForce: boolean;
            title: null | string;
            values: Record<string, never>;
            /** Format: int32 */
            version: number;
        };
        Presence: {
            /** Format: double */
            accuracyMetres: number;
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
            mocked: boolean;
        };
        PresetValueView: {
            key: string;
            source: string;
            value: components["schemas"]["JsonNode"];
        };
        PresetView: {
            name: string;
            silent: components["schemas"]["Text"];
            source: string;
            title: components["schemas"]["Text"];
            values: components["schemas"]["PresetValueView"][];
        };
        Problem: {
            accepted: null | components["schemas"]["Text"];
            code: components["schemas"]["RefusalCode"];
            detail: string;
            field: null | string;
            message: components["schemas"]["Text"];
            retryable: boolean;
            /** Format: int32 */
            status: number;
            title: string;
            traceId?: null | string;
            type: string;
        };
        ProofView: {
            byHand: boolean;
            key: string;
            text: components["schemas"]["Text"];
        };
        ProposalBody: {
            issues: number[];
            reason: string;
            rule: null | string;
            rung: components["schemas"]["Rung"];
        };
        ProposeBody: {
            reason: string;
            rung: components["schemas"]["CountyRung"];
        };
        PublicationBody: {
            links: string[];
        };
        QuietHours: {
            daysOff: boolean;
            from: string;
            to: string;
        };
        ReasonView: {
            clause: components["schemas"]["Text"];
            clears: null | components["schemas"]["Text"];
            code: string;
            evidence: string[];
            next: null | components["schemas"]["Text"];
            /** Format: date-time */
            nextChangeAt: null | string;
            /** Format: date-time */
            since: string;
            text: components["schemas"]["Text"];
        };
        RecoveryCodesView: {
            recoveryCodes: string[];
        };
        RectificationBody: {
            document: null | string;
            evidence: null | string[];
            text: string;
        };
        Recusal: {
            document: string;
            /** Format: date */
            from?: null | string;
            inspector: string;
            /** Format: date-time */
            liftedAt?: null | string;
            reason: string;
            /** Format: date-time */
            since: string;
        };
        RecusalBody: {
            document: string;
            inspector: string;
            reason: string;
            /** Format: date */
            since?: null | string;
        };
        ReferralAnswerBody: {
            answer: string;
            caseNumber: null | string;
            document: string;
        };
        ReferralView: {
            clocks: components["schemas"]["ClockView"][];
            department: string;
            /** Format: int32 */
            issue: number;
            /** Format: int32 */
            no: number;
        };
        RefreshBody: {
            refreshToken: null | string;
        };
        /** @enum {string} */
        RefusalCode: "none" | "request-malformed" | "idempotency-key-missing" | "idempotency-key-reused" | "field-required" | "field-invalid" | "not-signed-in" | "out-of-scope" | "role-not-allowed" | "not-yourself" | "unit-unknown" | "inspector-unknown" | "county-unknown" | "region-unknown" | "visit-unknown" | "visit-in-future" | "visit-too-old" | "visit-times-reversed" | "visit-too-long" | "visit-overlaps" | "visit-method-missing" | "visit-method-invalid" | "visit-note-too-long" | "unit-not-operating" | "period-invalid" | "period-not-kept" | "period-not-closed" | "period-not-missed" | "nothing-to-approve" | "assignment-reversed" | "assignment-too-far" | "assignment-of-other-county" | "code-invalid" | "kind-invalid" | "unit-closed-for-good" | "assignment-ended" | "terms-invalid" | "assignment-outside-term" | "inspector-recused" | "sandbox-only" | "clock-backwards" | "clock-too-far" | "store-not-empty" | "visit-not-flagged" | "plan-unknown" | "plan-day-invalid" | "too-many-plans" | "remark-missing" | "remark-of-no-open-issue" | "finding-missing" | "content-invalid" | "issue-unknown" | "issue-state-conflict" | "category-unknown" | "category-of-other-kind" | "severity-too-low" | "department-missing" | "document-missing" | "verifier-is-reporter" | "look-back-by-verifier" | "look-back-too-early" | "extension-used" | "extension-too-late" | "extension-too-long" | "no-extension-asked" | "origin-invalid" | "referral-unknown" | "not-major" | "not-interim" | "evidence-unknown" | "evidence-invalid" | "checklist-unknown" | "checklist-item-unknown" | "checklist-item-missing" | "checklist-item-twice" | "checklist-answer-invalid" | "disposition-missing" | "evidence-hash-invalid" | "measure-unknown" | "measure-state-conflict" | "decider-too-low" | "decider-is-proposer" | "form-invalid" | "rung-not-allowed" | "proposal-open" | "rung-reached" | "interview-not-held" | "commitment-date-invalid" | "held-on-invalid" | "period-extension-used" | "period-over" | "delisting-not-ready" | "delisting-not-asked" | "not-published" | "remedy-step-invalid" | "remedy-too-late" | "rule-not-by-hand" | "already-recorded" | "round-invalid" | "self-check-not-asked" | "complaint-invalid" | "evidence-too-large" | "evidence-type-invalid" | "evidence-hash-mismatch" | "evidence-not-found" | "cursor-invalid" | "list-too-long" | "instant-invalid" | "instant-in-future" | "as-of-after-known" | "not-known-then" | "policy-parameter-unknown" | "policy-value-invalid" | "policy-values-conflict" | "policy-effective-too-early" | "policy-effective-too-far" | "policy-preset-unknown" | "policy-superseded" | "step-unknown" | "step-state-conflict" | "step-proposal-open" | "qualification-revoked" | "county-rung-invalid" | "approval-required" | "approval-unknown" | "approval-state-conflict" | "approver-is-asker" | "approval-of-another" | "approval-subject-invalid" | "alert-unknown" | "too-many-requests" | "origin-not-allowed" | "session-expired" | "session-revoked" | "second-factor-needed" | "second-factor-missing" | "password-change-needed" | "password-too-weak" | "second-factor-conflict" | "account-unknown" | "account-name-taken" | "separation-of-duties" | "too-many-tries" | "inspector-overloaded" | "zone-overloaded" | "zone-unknown" | "zone-invalid" | "area-unknown" | "channel-unknown" | "channel-superseded" | "too-many-channels" | "channel-address-refused" | "delivery-unknown" | "delivery-not-finished" | "entry-unknown" | "entry-waits" | "bulletin-invalid" | "department-unknown" | "document-unknown";
        RejectBody: {
            reason: string;
        };
        ReleaseBody: {
            area: string;
        };
        RemarkBody: {
            remark: string;
        };
        /** @enum {string} */
        RemarkFinding: "Rectified" | "InProgress" | "NotRectified";
        /** @enum {string} */
        RemedyState: "None" | "Open" | "UnderReview" | "ReviewUpheld" | "UnderAppeal" | "FoundWrong" | "Exhausted";
        Reply: {
            changed: boolean;
            duty: null | components["schemas"]["Duty"];
            subject: string;
            /** Format: int64 */
            version: number;
            visit: null | components["schemas"]["VisitOutcome"];
            warnings?: null | components["schemas"]["Text"][];
        };
        RootView: {
            /** Format: int64 */
            auditSequence: number;
            /** Format: date */
            day: string;
            /** Format: int64 */
            events: number;
            root: string;
            /** Format: date-time */
            sealedAt: string;
            /** Format: int64 */
            streams: number;
        };
        /** @enum {string} */
        RosterCode: "file-type-refused" | "file-too-large" | "file-damaged" | "file-protected" | "file-empty" | "encoding-unreadable" | "too-many-rows" | "sheet-not-recognised" | "sheet-hidden" | "sheet-empty" | "column-missing" | "column-unknown" | "column-repeated" | "blank-rows" | "title-row" | "header-row" | "total-row" | "note-row" | "duplicate-identical" | "duplicate-differs" | "cell-normalised" | "field-required" | "text-too-long" | "code-restored" | "code-damaged" | "number-invalid" | "number-out-of-range" | "date-invalid" | "dates-reversed" | "word-unknown" | "words-contradict" | "status-read" | "category-unclear" | "students-differ" | "school-code-invalid" | "institution-code-invalid" | "inspector-code-invalid" | "code-province-differs" | "code-county-differs" | "code-kind-differs" | "county-unknown" | "county-abolished" | "county-statistical-zone" | "county-name-differs" | "county-name-contradicts" | "out-of-scope" | "town-invalid" | "town-of-other-county" | "town-unknown" | "town-name-differs" | "unit-unknown" | "unit-closed" | "inspector-unknown" | "inspector-of-other-county" | "assignment-outside-term" | "term-over" | "zone-differs" | "inspector-overloaded" | "zone-overloaded" | "refused-by-unit" | "central-invalid" | "central-unknown" | "central-of-other-county" | "central-is-a-point";
        RosterFinding: {
            accepted: null | components["schemas"]["Text"];
            code: components["schemas"]["RosterCode"];
            column: null | string;
            file: string;
            message: components["schemas"]["Text"];
            /** Format: int32 */
            row: null | number;
            severity: components["schemas"]["FindingGrade"];
            sheet: null | string;
            value: null | string;
        };
        /** @enum {string} */
        RosterKind: "none" | "counties" | "schools" | "institutions" | "inspectors" | "assignments";
        RowView: {
            /** Format: int32 */
            awaitingApproval: number;
            cases: components["schemas"]["CaseRow"];
            category: string;
            central: null | string;
            code: string;
            colour: components["schemas"]["Colour"];
            county: string;
            /** Format: int32 */
            done: number;
            inspector: null | string;
            kind: components["schemas"]["UnitKind"];
            /** Format: date-time */
            lastVisitAt: null | string;
            name: string;
            /** Format: date-time */
            nextDueAt: null | string;
            period: components["schemas"]["Period"];
            reasons: components["schemas"]["ReasonView"][];
            recent: components["schemas"]["DutyMark"][];
            /** Format: int32 */
            required: number;
            state: components["schemas"]["DutyState"];
            status: components["schemas"]["UnitStatus"];
            /** Format: int32 */
            students: null | number;
            town: null | string;
            townName: null | string;
            unit: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {string} */
        Rung: "None" | "Circular" | "Interview" | "KeySupervision" | "Exposure" | "Accountability";
        SandboxClockView: {
            inspectors: boolean;
            /** Format: date-time */
            now: string;
            paused: boolean;
            /** Format: double */
            speed: number;
        };
        SchoolTerm: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            source: components["schemas"]["TermSource"];
        };
        SecondFactorView: {
            enabled: boolean;
            /** Format: int32 */
            recoveryCodes: number;
            required: boolean;
        };
        SelfCheckBody: {
            checklist: components["schemas"]["FilledChecklist"];
            highlights: string;
            next: string;
            problems: string;
            work: string;
        };
        SelfCheckRequestBody: {
            round: string;
            /** Format: date */
            windowFrom: string;
        };
        SelfCheckView: {
            clocks: components["schemas"]["ClockView"][];
            round: string;
            /** Format: date */
            windowFrom: string;
        };
        SeriesPoint: {
            /** Format: double */
            coverage: null | number;
            /** Format: int32 */
            excused: number;
            /** Format: int32 */
            exempt: number;
            /** Format: int32 */
            expected: number;
            /** Format: int32 */
            inTime: number;
            /** Format: int32 */
            missed: number;
            open: boolean;
            period: components["schemas"]["Period"];
            /** Format: double */
            timeliness: null | number;
            /** Format: int32 */
            visited: number;
        };
        SeriesView: {
            /** Format: date-time */
            asOf: string;
            institutions: components["schemas"]["SeriesPoint"][];
            name: string;
            /** Format: date-time */
            now: string;
            schools: components["schemas"]["SeriesPoint"][];
            scope: string;
            silent: string[];
        };
        ServedView: {
            /** Format: date-time */
            at: string;
            byHand: boolean;
            rung: components["schemas"]["Rung"];
            source: string;
            text: components["schemas"]["Text"];
        };
        ServiceBody: {
            attachments: null | components["schemas"]["Attachment"][];
        };
        /** @enum {string} */
        SessionKind: "Site" | "Phone" | "Display";
        SessionLine: {
            address: null | string;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["SessionKind"];
            /** Format: date-time */
            lastUsedAt: string;
            userAgent: null | string;
        };
        SessionPasskeyBody: {
            credential: null | string;
        };
        SessionView: {
            antiforgery: null | string;
            deciders: components["schemas"]["ActorRole"][];
            displayName: string;
            duty: null | components["schemas"]["AccountDuty"];
            home: string;
            may: ("ReadBoard" | "ReadAlerts" | "AcknowledgeAlert" | "ReadUnit" | "ReadEvidence" | "ReadIssues" | "ReadOffice" | "ReadPoints" | "ReadPlan" | "ReadInspector" | "ReadCatalogue" | "TakeAlong" | "ReadPolicies" | "TryPolicies" | "ReadRoster" | "ExportIssues" | "ManageChannels" | "ImportRoster" | "SetPolicies" | "SetTerms" | "SetZones" | "SetOffice" | "SetClock" | "SetUp" | "ReadAudit" | "ManageAccounts" | "ResetAccounts" | "ConfirmAccounts" | "SeeWaitingAccounts" | "AssignInspector" | "DelegateDeputy" | "RecuseInspector" | "RecordVisit" | "JudgeVisit" | "ApproveLate" | "ShowGateCode" | "AddEvidence" | "OpenIssue" | "Answer" | "CheckIssue" | "DecideIssue" | "HandleMeasure" | "Appeal" | "HearAppeal" | "CountComplaint" | "NameUnit" | "ReadComplaints" | "ReadRecusals" | "AskSelfCheck" | "AcknowledgeStep" | "DecideStep" | "ProposeRevocation" | "MeasureCounty" | "OpenIdentity" | "AskApproval" | "DecideApproval" | "DecideEntry" | "ApproveIdentity")[];
            role: components["schemas"]["ActorRole"];
            scopes: string[];
            unit: null | string;
            user: string;
        };
        /** @enum {string} */
        Severity: "Minor" | "General" | "Serious" | "Complex";
        SheetCount: {
            /** Format: int32 */
            accepted: number;
            file: string;
            kind: components["schemas"]["RosterKind"];
            /** Format: int32 */
            normalised: number;
            /** Format: int32 */
            rejected: number;
            /** Format: int32 */
            rows: number;
            sheet: null | string;
            /** Format: int32 */
            skipped: number;
            /** Format: int32 */
            warned: number;
        };
        SignInBody: {
            code: null | string;
            password: null | string;
            recoveryCode: null | string;
            userName: null | string;
        };
        SpanBody: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
        };
        StartView: {
            demonstration: boolean;
            empty: boolean;
            needsAdministrator: boolean;
            sandbox: boolean;
        };
        StatementBody: {
            evidence: null | string[];
            text: string;
        };
        /** @enum {string} */
        StepState: "Proposed" | "Decided" | "Acknowledged" | "Rejected" | "Lapsed" | "Discharged";
        StoredView: {
            hash: string;
            mediaType: string;
            /** Format: int64 */
            size: number;
        };
        TermProgress: {
            /** Format: int32 */
            required: number;
            term: components["schemas"]["SchoolTerm"];
            /** Format: int32 */
            visits: number;
        };
        /** @enum {string} */
        TermSource: "County" | "Province" | "Assumed";
        TermsBody: {
            breaks: null | components["schemas"]["SpanBody"][];
            taught: components["schemas"]["SpanBody"][];
        };
        TermsNothingBody: Record<string, never>;
        TermsReading: {
            dryRun: boolean;
            problems: components["schemas"]["Problem"][];
            terms: null | components["schemas"]["TermsBody"];
        };
        TermsView: {
            own: null | components["schemas"]["TermsBody"];
            provisional: boolean;
            terms: components["schemas"]["SchoolTerm"][];
            /** Format: date */
            today: string;
        };
        Text: {
            en: string;
            zh: string;
        };
        UnitDetail: {
            assignments: components["schemas"]["Assignment"][];
            cases: components["schemas"]["CaseDetail"];
            deputies: components["schemas"]["Assignment"][];
            duties: components["schemas"]["Duty"][];
            held: components["schemas"]["HeldView"][];
            /** Format: date-time */
            now: string;
            recusals: components["schemas"]["Recusal"][];
            row: components["schemas"]["RowView"];
            term: null | components["schemas"]["TermProgress"];
            week: null | components["schemas"]["WeekBurden"];
        };
        /** @enum {string} */
        UnitKind: "School" | "Institution";
        /** @enum {string} */
        UnitStatus: "Active" | "Suspended" | "Closed";
        VisitBody: {
            advice: null | string;
            bracket: null | components["schemas"]["BracketBody"];
            checklist: null | components["schemas"]["FilledChecklist"];
            companions: null | string[];
            /** Format: date-time */
            endedAt: string;
            evidence: null | string[];
            findings: null | components["schemas"]["Finding"][];
            gateCode?: null | string;
            highlights: null | string;
            inspector: null | string;
            kind: components["schemas"]["VisitKind"];
            methods: components["schemas"]["MethodUse"][];
            note: null | string;
            /** Format: uuid */
            plan: null | string;
            presence: null | components["schemas"]["Presence"];
            remarks: null | components["schemas"]["IssueRemark"][];
            slot: null | components["schemas"]["VisitSlot"];
            /** Format: date-time */
            startedAt: string;
            unannounced: null | boolean;
        };
        VisitConflict: {
            /** Format: date-time */
            endedAt: string;
            /** Format: int32 */
            kmh: null | number;
            /** Format: int32 */
            maxKmh: number;
            /** Format: int32 */
            metres: null | number;
            /** Format: date-time */
            startedAt: string;
            unit: string;
            unitName: string;
            /** Format: uuid */
            visit: string;
        };
        /** @enum {string} */
        VisitKind: "Regular" | "Central" | "Special" | "Covert" | "LookBack" | "OwnChoice";
        /** @enum {string} */
        VisitMethod: "Briefing" | "SiteInspection" | "RecordsReview" | "Questionnaire" | "Interview" | "CampusPatrol" | "LessonObservation" | "MeetingAttendance";
        VisitOutcome: {
            counts: null | components["schemas"]["Period"];
            held: boolean;
            /** Format: uuid */
            id: string;
            notCounted: null | components["schemas"]["NotCountedReason"];
        };
        VisitPlan: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            inspector: string;
            kind: components["schemas"]["VisitKind"];
            slot: components["schemas"]["VisitSlot"];
            unannounced: boolean;
        };
        /** @enum {string} */
        VisitSlot: "None" | "Morning" | "Afternoon" | "Evening";
        VisitsApproveBody: {
            reason: string;
            /** Format: uuid */
            visitId: null | string;
        };
        VisitsPlanBody: {
            /** Format: date */
            day: string;
            inspector: null | string;
            kind: components["schemas"]["VisitKind"];
            slot: components["schemas"]["VisitSlot"];
            unannounced: boolean;
        };
        VisitsReasonBody: {
            reason: string;
        };
        WaitingDecision: {
            /** Format: date */
            dueOn: null | string;
            kind: components["schemas"]["WaitingKind"];
            overdue: boolean;
            owner: components["schemas"]["ActorRole"];
            rule: null | string;
            rung: components["schemas"]["Rung"];
            /** Format: date-time */
            since: string;
            subject: string;
        };
        /** @enum {string} */
        WaitingKind: "ConfirmSerious" | "DecideMeasure" | "ServeMeasure" | "ExtendDue" | "DecideDelisting" | "ConfirmFlagged" | "ApproveLateVisit" | "DecideEntry";
        WeekBurden: {
            isOver: boolean;
            /** Format: int32 */
            limit: number;
            /** Format: date */
            monday: string;
            /** Format: int32 */
            planned: number;
            /** Format: int32 */
            visits: number;
        };
        WithdrawalBody: {
            document: string;
            reason: string;
        };
        WorklistView: {
            /** Format: int32 */
            owed: number;
            profile: components["schemas"]["InspectorProfile"];
            /** Format: int32 */
            teachingDaysLeft: number;
            units: components["schemas"]["RowView"][];
        };
        YearPlan: {
            documents: components["schemas"]["PlanDocument"][];
            title: string;
            topPriority: boolean;
            /** Format: int32 */
            year: number;
        };
        ZoneBody: {
            code: string;
            name: string;
            schools: null | string[];
            towns: null | string[];
        };
        ZoneView: {
            code: string;
            inspectors: string[];
            /** Format: int32 */
            limit: number;
            lying: string[];
            name: string;
            over: boolean;
            schools: string[];
            towns: string[];
        };
        ZonesNothingBody: Record<string, never>;
        ZonesView: {
            areas: components["schemas"]["AreaAssignment"][];
            inspectors: components["schemas"]["LoadView"][];
            /** Format: date */
            today: string;
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
