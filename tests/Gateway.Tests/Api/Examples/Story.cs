using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api.Examples;

/// <summary>
/// A spring in one county, told so that every operation's example has what it needs when it is sent. A new operation gets its line
/// where the story has come to what it is about; then <c>npm run types</c> writes its example.
/// </summary>
internal sealed class Story(Teller tell, TestGateway gateway, Dictionary<string, Person> people)
{
    private const string School = "2133901815";
    private const string Second = "2133901816";
    private const string Inspector = "督学-330521-01";
    private const string County = "330521";

    private static readonly object Homework = new { category = "S-HW-04", description = "班级群内布置需家长完成的手工作业" };
    private static readonly object Of = new { kind = "school", code = School };
    private static readonly object OfSecond = new { kind = "school", code = Second };

    public async Task Tell()
    {
        await Begin();
        await Visits();
        await FirstIssues();
        await Exposure();
        await Lists();
        await April();
        await May();
        await June();
        await Sessions();
        await Accounts();
    }

    private static object Issue(int no, string code = School) =>
        new
        {
            kind = "school",
            code,
            no,
        };

    /// <summary>What the story needs and no example is.</summary>
    private async Task Done(string by, string path, object body, Guid? key = null)
    {
        var answer = await people[by].Command(path, body, key);
        answer.Status.Should().Be(200, "{0}: {1}", path, answer.Body);
    }

    private static object Papers(params string[] kinds) => kinds.Select(kind => new { kind, title = "案卷材料" }).ToArray();

    private static bool Applies<T>(JsonNode item, string member, T value) =>
        item[member]!.AsArray() is { } listed && (listed.Count == 0 || listed.Any(each => each!.GetValue<T>()!.Equals(value)));

    private Task Day(string civil) => people["city"].AdvanceTo(civil);

    private async Task Begin()
    {
        await tell.Do("readStart", "nobody");
        await tell.Do(
            "createAdministrators",
            "nobody",
            null,
            new
            {
                code = "000000",
                userName = "admin",
                password = "a-long-password-1",
            }
        );
        await tell.Do("importRoster", "city", new { dryRun = true }, file: Roster());
        await tell.Do("downloadRosterTemplate", "city", new { kind = "schools", format = "csv" });
        await tell.Do("exportRejectedRows", "city", new { format = "csv" }, file: Unreadable());
        (await people["city"].Import(Files())).Failed.Should().Be(0);
        await tell.Do("loadDemonstration", "admin");
        await Day("2026-04-02 11:00");
        await tell.Do("readSandboxClock", "office");
        await tell.Do("setSandboxClock", "city", null, new { advanceTo = At("2026-04-02 11:30") });
        await tell.Do("readCountyBoard", "office", new { code = County });
        await tell.Do("readRegionBoard", "city", new { code = "3305" });
        await tell.Do("readCountySeries", "office", new { code = County, months = 3 });
        await tell.Do(
            "readRegionSeries",
            "city",
            new
            {
                code = "3305",
                months = 3,
                known = "2026-04-02T11:00:00+08:00",
            }
        );
        await tell.Do("readMap", "city", new { code = "3305" });
        await tell.Do(
            "putMap",
            "admin",
            new { code = "3305", preview = true },
            new
            {
                type = "FeatureCollection",
                approvalNumber = "浙S(2026)1号",
                features = new[] { Feature() },
            }
        );
        await tell.Do("removeMap", "admin", new { code = "3305" });
    }

    private static object Feature() =>
        new
        {
            type = "Feature",
            properties = new { code = County, name = "德清县" },
            geometry = new
            {
                type = "Polygon",
                coordinates = new[] { new[] { new[] { 119.7, 30.4 }, [120.2, 30.4], [120.2, 30.7], [119.7, 30.7], [119.7, 30.4] } },
            },
        };

    private async Task Visits()
    {
        await tell.Do(
            "planVisit",
            "inspector",
            Of,
            new
            {
                day = "2026-04-03",
                slot = "Morning",
                unannounced = true,
            }
        );
        await tell.Do(
            "dropPlan",
            "inspector",
            new
            {
                kind = "school",
                code = School,
                id = Teller.Key("planVisit").ToString(),
            },
            new { reason = "改为四月二日督导" }
        );
        await tell.Do(
            "recordVisit",
            "inspector",
            Of,
            new
            {
                kind = "Regular",
                startedAt = "2026-04-02T09:00:00+08:00",
                endedAt = "2026-04-02T10:00:00+08:00",
                methods = new[] { new { method = "SiteInspection", count = 1 } },
                note = "查看班级群和作业记录",
                findings = new[] { Homework },
            }
        );
        await Doubtful("first", "2026-04-01T07:30:00+08:00", "2026-04-01T08:00:00+08:00");
        await Doubtful("second", "2026-04-01T12:30:00+08:00", "2026-04-01T13:00:00+08:00");
        await tell.Do(
            "confirmVisit",
            "office",
            new
            {
                kind = "school",
                code = School,
                id = Teller.Key("first").ToString(),
            },
            new { reason = "电话核实无误" }
        );
        await tell.Do(
            "voidVisit",
            "office",
            new
            {
                kind = "school",
                code = School,
                id = Teller.Key("second").ToString(),
            },
            new { reason = "未到校" }
        );
        await tell.Do(
            "excusePeriod",
            "office",
            new
            {
                kind = "school",
                code = Second,
                period = "2026-03",
            },
            new { reason = "校舍修缮停课", document = "德教〔2026〕11号" }
        );
        await tell.Do(
            "assignInspector",
            "office",
            OfSecond,
            new
            {
                inspector = "督学-330521-01",
                from = "2026-04-02",
                deputy = false,
            }
        );
        await tell.Do(
            "recuseInspector",
            "office",
            OfSecond,
            new
            {
                inspector = "督学-330521-03",
                reason = "子女在该校就读",
                document = "回避申请 1 号",
            }
        );
        await tell.Do(
            "liftRecusal",
            "office",
            OfSecond,
            new
            {
                inspector = "督学-330521-03",
                reason = "子女已毕业",
                document = "解除回避 1 号",
            }
        );
        var stored = await tell.Do("uploadEvidence", "school", Of, file: Picture());
        var hash = (string)stored.Node["hash"]!;
        await tell.Do(
            "downloadEvidence",
            "office",
            new
            {
                kind = "school",
                code = School,
                hash,
            }
        );
        await tell.Do(
            "readEvidenceMeta",
            "office",
            new
            {
                kind = "school",
                code = School,
                hash,
            }
        );
        await tell.Do("readUnit", "office", Of);
        await tell.Do(
            "listUnitAlerts",
            "office",
            new
            {
                kind = "school",
                code = School,
                take = 5,
            }
        );
        await tell.Do(
            "readUnitHistory",
            "office",
            new
            {
                kind = "school",
                code = School,
                take = 5,
            }
        );
        await tell.Do("readWorklist", "inspector", new { code = Inspector });
        await tell.Do("readFieldPacket", "inspector", new { code = Inspector, also = $"school/{Second}" });
        await tell.Do("readFieldCatalogue", "inspector");
    }

    /// <summary>A visit whose place the device makes up.</summary>
    private Task Doubtful(string key, string from, string to) =>
        Done(
            "inspector",
            $"/api/v1/units/school/{School}/visits",
            new
            {
                startedAt = from,
                endedAt = to,
                methods = new[] { new { method = "CampusPatrol", count = 1 } },
                presence = new
                {
                    latitude = 30.54,
                    longitude = 119.97,
                    accuracyMetres = 20,
                    mocked = true,
                },
            },
            Teller.Key(key)
        );

    /// <summary>The newest form for schools, without anything to object to.</summary>
    private async Task<object> Conforming()
    {
        var form = (await people["school"].Get("/api/v1/field/catalogue")).Node["forms"]!
            .AsArray()
            .Last(each => ((string)each!["id"]!).StartsWith("school", StringComparison.Ordinal))!;
        return new
        {
            id = (string)form["id"]!,
            answers = form["items"]!
                .AsArray()
                .Where(item => Applies(item!, "stages", "primary") && Applies(item!, "months", 4))
                .Select(item => new { item = (int)item!["no"]!, answer = "Conforms" })
                .ToArray(),
        };
    }

    private async Task FirstIssues()
    {
        await tell.Do(
            "openIssue",
            "office",
            OfSecond,
            new
            {
                origin = "Platform",
                category = "S-TE-01",
                severity = "Serious",
                description = "在职教师校外有偿补课",
                document = "平台线索 1 号",
            }
        );
        await tell.Do("confirmSeriousIssue", "director", Issue(1, Second), new { remark = "情况属实" });
        await tell.Do("acknowledgeNotice", "school", Issue(1), new { document = "签收单 1 号" });
        await tell.Do("reportContainment", "office", Issue(1, Second), new { text = "已停止补课并约见当事教师" });
        await tell.Do("requestExtension", "school", Issue(1), new { days = 3, reason = "需逐班核查" });
        await tell.Do("decideExtension", "director", Issue(1), new { grant = false, reason = "可按期完成" });
        await tell.Do("markHarm", "director", Issue(1, Second), new { mark = "PublicImpact", document = "认定意见 1 号" });
        await tell.Do("transferIssue", "director", Issue(1, Second), new { department = "市场监管局", document = "移送函 1 号" });
        await tell.Do(
            "recordReferralAnswer",
            "office",
            Issue(1, Second),
            new
            {
                answer = "已立案查处",
                caseNumber = "德市监〔2026〕5号",
                document = "复函 1 号",
            }
        );
        await Open("2", "S-HW-03");
        await tell.Do("withdrawIssue", "director", Issue(2, Second), new { reason = "认定有误", document = "复核意见 1 号" });
        await Open("3", "S-HW-03");
        await Done("office", $"/api/v1/units/school/{Second}/issues/3/rectification", new { text = "已整改", document = "整改报告" });
        await tell.Do("fileReport", "inspector", Issue(3, Second), new { remark = "报告属实" });
        await tell.Do("returnForRework", "director", Issue(3, Second), new { reason = "缺少作业公示" });
        await tell.Do("submitRectification", "office", Issue(3, Second), new { text = "已公示并减量", document = "整改报告 2 号" });
        await tell.Do("verifyIssue", "director", Issue(3, Second), new { remark = "现场核查属实" });
        await Open("4", "S-HW-03");
        await Done("office", $"/api/v1/units/school/{Second}/issues/4/rectification", new { text = "已整改", document = "整改报告 3 号" });
        await Done("director", $"/api/v1/units/school/{Second}/issues/4/verification", new { remark = "属实" });
        await tell.Do("setOpinionFlag", "office", OfSecond, new { on = true, source = "晚报四月一日报道" });
        var proof = (string)
            (
                await people["office"]
                    .Send(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/units/school/{Second}/evidence") { Content = Picture() })
            ).Node["hash"]!;
        await tell.Do(
            "countComplaint",
            "intake",
            OfSecond,
            new
            {
                id = "330521-2026-1",
                receivedAt = "2026-04-02T09:00:00+08:00",
                group = "S-HW",
                outcome = "Open",
                document = "信访交办单 1 号",
                evidence = new[] { proof },
            }
        );
        await tell.Do("requestSelfCheck", "office", OfSecond, new { round = "2026Q2", windowFrom = "2026-05-20" });
        await tell.Do(
            "submitSelfCheck",
            "office",
            new
            {
                kind = "school",
                code = Second,
                round = "2026Q2",
            },
            new
            {
                work = "落实作业公示",
                highlights = "分层作业",
                problems = "个别班级超量",
                next = "每周抽查",
                checklist = await Conforming(),
            }
        );
        await tell.Do(
            "nameUnitInBulletin",
            "office",
            OfSecond,
            new
            {
                bulletin = "330521:2026Q1",
                issuedOn = "2026-04-01",
                document = "第一季度督导通报",
                evidence = new[] { proof },
            }
        );
        await tell.Do("decideEntry", "director", Issue(2, Second), new { approve = true, remark = "与通报原文一致" });
        await tell.Do("listTeachingPoints", "office", OfSecond);
        await Open("5", "S-AD-02");
        await tell.Do("confirmMajorViolation", "director", Issue(5, Second), new { department = "市场监管局", document = "移送函 2 号" });

        Task Open(string key, string category) =>
            Done(
                "office",
                $"/api/v1/units/school/{Second}/issues",
                new
                {
                    origin = "Platform",
                    category,
                    description = "作业量过大",
                    document = $"平台线索 {key} 号",
                }
            );
    }

    /// <summary>A training institution goes on after it was told not to, and is named in public.</summary>
    private async Task Exposure()
    {
        const string root = "/api/v1/units/institution/PX-330521-0001";
        await Done(
            "office",
            $"{root}/issues",
            new
            {
                origin = "Platform",
                category = "T-FEE-01",
                description = "一次性收取六个月费用",
                document = "平台线索 9 号",
            }
        );
        await tell.Do(
            "proposeMeasure",
            "office",
            new { kind = "institution", code = "PX-330521-0001" },
            new
            {
                rung = "Exposure",
                issues = new[] { 1 },
                reason = "拒不退费，群众反映强烈",
            }
        );
        await Done("committee", $"{root}/measures/1/decision", new { form = "None", remark = "同意公开曝光" });
        await Done("office", $"{root}/measures/1/service", new { attachments = Papers("ExposureText", "ChannelList") });
        var of = new
        {
            kind = "institution",
            code = "PX-330521-0001",
            no = 1,
        };
        await tell.Do("recordPublication", "office", of, new { links = new[] { "https://www.example.gov.cn/tb/2026/4" } });
        await tell.Do("annotatePublication", "office", of, new { result = "已全部退费" });
    }

    private async Task Lists()
    {
        await tell.Do(
            "listAlerts",
            "office",
            new
            {
                code = County,
                take = 20,
                open = true,
            }
        );
        var alert = (await people["office"].Get($"/api/v1/counties/{County}/alerts?take=1")).Node[0]!;
        await tell.Do(
            "acknowledgeAlert",
            "office",
            new { code = County, id = new Live((string)alert["id"]!, "missed-visit:2133901815:2026-03") },
            new { }
        );
        await tell.Do("listDecisions", "director", new { code = County });
        await tell.Do(
            "listCountyIssues",
            "office",
            new
            {
                code = County,
                severity = "General",
                take = 20,
            }
        );
        await tell.Do("listRegionIssues", "city", new { code = "3305", open = true });
        await tell.Do("exportIssuesWorkbook", "office", new { code = County, open = true });
        await tell.Do("exportIssuesPaper", "office", new { code = County, severity = "General" });
        await tell.Do("listDocuments", "office", new { code = County, year = 2026 });
        await tell.Do(
            "askApproval",
            "office",
            new { code = County },
            new
            {
                kind = "BulkExport",
                subject = "issues.xlsx?open=true",
                reason = "季度通报附件",
            }
        );
        await tell.Do("listApprovals", "director", new { code = County });
        await tell.Do("approveRequest", "director", new { code = County, no = 1 }, new { remark = "同意" });
        await Done(
            "office",
            $"/api/v1/counties/{County}/approvals",
            new
            {
                kind = "BulkExport",
                subject = "issues.docx",
                reason = "上报",
            }
        );
        await tell.Do("rejectRequest", "director", new { code = County, no = 2 }, new { reason = "与前次重复" });
        await tell.Do("listAlertKinds", "office");
        await tell.Do(
            "putChannel",
            "office",
            new { code = County, channel = "duty-mail" },
            new
            {
                kind = "Mail",
                name = "值班邮箱",
                mail = new
                {
                    host = "mail.example.gov.cn",
                    port = 465,
                    security = "Tls",
                    from = "dudao@example.gov.cn",
                    to = new[] { "duty@example.gov.cn" },
                },
                over = 0,
            }
        );
        await tell.Do("listChannels", "office", new { code = County });
        await tell.Do("readChannelHealth", "office", new { code = County });
        await tell.Do(
            "listDeliveries",
            "office",
            new
            {
                code = County,
                channel = "duty-mail",
                take = 10,
            }
        );
        await tell.Do(
            "resendDelivery",
            "office",
            new
            {
                code = County,
                channel = "duty-mail",
                alert = 1,
            },
            new { }
        );
        await tell.Do("testChannel", "office", new { code = County, channel = "duty-mail" }, new { });
        await tell.Do("removeChannel", "office", new { code = County, channel = "duty-mail" });
        await tell.Do("readPolicyCatalogue", "office");
        await tell.Do("listPolicyPresets", "office");
        await tell.Do("readPolicies", "office", new { code = County });
        await tell.Do("validatePolicy", "director", new { code = County }, new { preset = "plan-6" });
        await tell.Do("previewPolicy", "director", new { code = County }, new { preset = "plan-6", effectiveFrom = "2026-09-01" });
        await tell.Do(
            "activatePolicy",
            "office",
            new { code = County },
            new
            {
                preset = "plan-6",
                effectiveFrom = "2026-09-01",
                title = "秋季学期起执行第六套方案",
            }
        );
        var paper = (string)(await tell.Do("uploadOfficeFile", "office", new { code = County }, file: Picture())).Node["hash"]!;
        await tell.Do("downloadOfficeFile", "office", new { code = County, hash = paper });
        await tell.Do(
            "fileYearPlan",
            "office",
            new { code = County, year = 2026 },
            new
            {
                title = "德清县 2026 年“双减”督导工作方案",
                topPriority = true,
                documents = new object[]
                {
                    new
                    {
                        level = "Nation",
                        title = "关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见",
                        number = "中办发〔2021〕40号",
                        issuedOn = "2021-07-24",
                    },
                    new
                    {
                        level = "County",
                        title = "年度方案",
                        issuedOn = "2026-03-02",
                        hash = paper,
                    },
                },
            }
        );
        await tell.Do(
            "setDepartments",
            "office",
            new { code = County },
            new { departments = new[] { "教育局", "市场监管局", "公安局" }.Select(name => new { name, isJoint = true }) }
        );
        await tell.Do("readOffice", "office", new { code = County });
        await tell.Do("readTerms", "office", new { code = County });
        await tell.Do(
            "setTerms",
            "office",
            new { code = County },
            new
            {
                taught = new[] { new { first = "2026-02-25", last = "2026-07-03" } },
                breaks = new[] { new { first = "2026-04-20", last = "2026-04-22" } },
            }
        );
        await tell.Do("resetTerms", "office", new { code = County }, new { });
        await tell.Do("importTerms", "office", new { code = County, dryRun = true }, file: Terms());
        await tell.Do(
            "setZone",
            "office",
            new { code = County },
            new
            {
                code = "Q1",
                name = "第一责任区",
                schools = new[] { Second },
            }
        );
        await tell.Do("readZones", "office", new { code = County });
        await tell.Do(
            "assignArea",
            "office",
            new { code = County },
            new
            {
                area = "zone/Q1",
                inspector = "督学-330521-01",
                from = "2026-04-02",
            }
        );
        await tell.Do("releaseArea", "office", new { code = County }, new { area = "zone/Q1" });
        await tell.Do("removeZone", "office", new { code = County, zone = "Q1" }, new { });
        await tell.Do("readGateCode", "school", Of);
        await tell.Do("findAuditEntries", "audit", new { county = County, take = 5 });
        await tell.Do("listAuditChains", "audit");
        await tell.Do("checkAuditChain", "audit", new { code = County });
        await tell.Do("listAuditRoots", "audit", new { code = County, take = 5 });
    }

    /// <summary>The first school does nothing: a circular issues itself, then an interview is proposed.</summary>
    private async Task April()
    {
        await Day("2026-04-18 09:00");
        await Done(
            "inspector",
            $"/api/v1/units/school/{School}/visits",
            new
            {
                startedAt = "2026-03-26T09:00:00+08:00",
                endedAt = "2026-03-26T10:00:00+08:00",
                methods = new[] { new { method = "RecordsReview", count = 3 } },
            }
        );
        await tell.Do(
            "approveLateVisits",
            "office",
            new
            {
                kind = "school",
                code = School,
                period = "2026-03",
            },
            new { reason = "网络故障，情况属实" }
        );
        await Day("2026-05-08 10:00");
        await tell.Do("decideMeasure", "director", Issue(2), new { form = "None", remark = "同意约谈" });
        await tell.Do("serveMeasure", "office", Issue(2), new { });
        await Day("2026-05-13 15:00");
        await tell.Do("recordInterview", "office", Issue(2), new { heldOn = "2026-05-13", present = "校长、督导办主任、责任督学" });
        await tell.Do(
            "recordCommitment",
            "office",
            Issue(2),
            new
            {
                committed = "2026-06-03",
                attachments = new[]
                {
                    new { kind = "InterviewMinutes", title = "约谈纪要" },
                    new { kind = "Commitment", title = "整改承诺书" },
                },
            }
        );
        await tell.Do("rejectMeasure", "committee-office", Issue(2, Second), new { reason = "已移送处理" });
        await Day("2026-05-22 09:00");
        await tell.Do("passLookBack", "inspector", Issue(3, Second), new { remark = "抽查三个班级，未反弹" });
        await tell.Do("failLookBack", "inspector", Issue(4, Second), new { remark = "抽查发现作业又超量" });
    }

    /// <summary>Two months without a visit: the inspector's own ladder and the county's.</summary>
    private async Task May()
    {
        await Day("2026-06-01 09:00");
        var ladder = await tell.Do("readInspectorLadder", "inspector", new { code = Inspector });
        var steps = ladder.Node["steps"]!.AsArray();
        var reminder = Number(steps, step => (string)step["state"]! == "Decided");
        var proposed = Number(steps, step => (string)step["state"]! == "Proposed");
        await tell.Do("acknowledgeStep", "inspector", new { code = Inspector, no = reminder }, new { });
        await tell.Do("decideStep", "director", new { code = Inspector, no = proposed }, new { reason = "情况属实" });
        await tell.Do("proposeRevocation", "office", new { code = Inspector }, new { reason = "长期不履行督导职责" });
        await tell.Do("rejectStep", "director", new { code = Inspector, no = proposed + 1 }, new { reason = "先行约谈" });
        await tell.Do("readCountyLadder", "province", new { code = County });
        await tell.Do("proposeCountyStep", "city", new { code = County }, new { rung = "Interview", reason = "连续两月覆盖率不足" });
        var read = await people["province"].Get($"/api/v1/counties/{County}/ladder");
        read.Status.Should().Be(200, read.Body);
        var county = read.Node["steps"]!.AsArray();
        var last = county.Count == 0 ? 1 : (int)county[^1]!["no"]!;
        await tell.Do(
            "decideCountyStep",
            "province",
            new { code = County, no = last },
            new { reason = "同意约谈", document = "浙教督〔2026〕9号" }
        );
        await tell.Do("dischargeCountyStep", "province", new { code = County, no = last }, new { reason = "已整改" });
        await tell.Do("rejectCountyStep", "province", new { code = County, no = 1 }, new { reason = "以约谈代替通报" });
    }

    /// <summary>The promise is broken: key supervision, and what follows from it.</summary>
    private async Task June()
    {
        await Day("2026-06-08 09:00");
        await Done(
            "committee-office",
            $"/api/v1/units/school/{School}/measures/3/decision",
            new { form = "Plaque", remark = "同意挂牌督办" }
        );
        await Done(
            "office",
            $"/api/v1/units/school/{School}/measures/3/service",
            new { attachments = new[] { new { kind = "RectificationPlan", title = "整改方案" } } }
        );
        await Day("2026-06-15 10:00");
        await tell.Do("reportProgress", "school", Issue(3), new { text = "已停止布置，正在逐班核查" });
        await tell.Do("extendPeriod", "committee-office", Issue(3), new { reason = "核查量大" });
        await Done("school", $"/api/v1/units/school/{School}/issues/1/rectification", new { text = "已停止布置并向家长致歉" });
        await Done("director", $"/api/v1/units/school/{School}/issues/1/verification", new { remark = "查看班级群和作业记录，属实" });
        await tell.Do("applyForDelisting", "school", Issue(3), new { text = "问题已全部整改" });
        await tell.Do("decideDelisting", "committee-office", Issue(3), new { accept = true, remark = "同意销号" });
        await Done(
            "office",
            $"/api/v1/units/school/{School}/issues",
            new
            {
                origin = "Platform",
                category = "S-HW-03",
                description = "作业量过大",
                document = "平台线索 8 号",
            }
        );
        await Done(
            "committee-office",
            $"/api/v1/units/school/{School}/measures",
            new
            {
                rung = "Accountability",
                issues = new[] { 2 },
                reason = "屡查屡犯",
            }
        );
        await tell.Do(
            "setUpFactFinding",
            "committee-office",
            Issue(4),
            new
            {
                setUpOn = "2026-06-15",
                members = new[] { "教督委办公室副主任", "督学-330521-02" },
                document = "德教督委〔2026〕9号",
            }
        );
        await Done(
            "committee",
            $"/api/v1/units/school/{School}/measures/4/decision",
            new
            {
                form = "None",
                remark = "同意问责",
                attachments = Papers("InvestigationReport", "PriorNotice", "DefenceRecord", "CommitteeRecord"),
            }
        );
        await Done("office", $"/api/v1/units/school/{School}/measures/4/service", new { attachments = Papers("ServiceReceipt") });
        await tell.Do("recordAppealStep", "school", Issue(4), new { step = "ReviewRequested", document = "复核申请 1 号" });
        await tell.Do("recordExecution", "committee-office", Issue(4), new { remark = "已约谈并回访", document = "问责决定 1 号" });
    }

    private async Task Sessions()
    {
        var credentials = new { userName = "county-330521", password = "demo-2026-demo" };
        await tell.Do("listSignInMethods", "nobody");
        await tell.Do("signIn", "nobody", null, credentials);
        var tokens = await tell.Do("signInForToken", "nobody", null, credentials);
        await tell.Do(
            "refreshToken",
            "nobody",
            null,
            new { refreshToken = new Live((string)tokens.Node["refreshToken"]!, "<refreshToken>") }
        );
        await tell.Do("beginPasskeySignIn", "nobody");
        await tell.Do("signInWithPasskey", "nobody", null, new { credential = "{}" });
        await tell.Do("readSession", "office");
        await tell.Do("readOwnAccount", "office");
        await tell.Do("listPasskeys", "office");
        await tell.Do("beginPasskey", "office");
        await tell.Do("addPasskey", "office", null, new { name = "办公电脑", credential = "{}" });
        await tell.Do("removePasskey", "office", new { id = "AQID" });
        var own = await tell.Do("listOwnSessions", "office");
        var other = own.Node.AsArray().First(line => !(bool)line!["current"]!)!;
        await tell.Do("endSession", "office", new { id = new Live((string)other["id"]!, "0199c1a2-0000-7000-8000-000000000001") });
        await tell.Do("endOtherSessions", "office");
    }

    private async Task Accounts()
    {
        await tell.Do("listAccounts", "security", new { role = "CountyOffice", take = 20 });
        var made = await tell.Do(
            "createAccount",
            "security",
            null,
            new
            {
                userName = "clerk-330521",
                displayName = "王督管",
                role = "CountyOffice",
                area = County,
            }
        );
        var id = new Live((string)made.Node["account"]!["id"]!, "0199c1a2-0000-7000-8000-000000000001");
        await tell.Do(
            "changeAccount",
            "security",
            new { id },
            new
            {
                displayName = "王督管员",
                role = "CountyOffice",
                area = County,
            }
        );
        await tell.Do("listSessionsOfAccount", "security", new { id });
        await tell.Do("disableAccount", "security", new { id });
        await tell.Do("enableAccount", "security", new { id });
        var reset = await tell.Do("resetPassword", "security", new { id });
        await tell.Do("resetSecondFactor", "security", new { id });
        await tell.Do("endSessionsOfAccount", "security", new { id });
        var administrator = await people["security"]
            .Post(
                "/api/v1/accounts",
                new
                {
                    userName = "admin-2",
                    displayName = "第二系统管理员",
                    role = "Administrator",
                }
            );
        await tell.Do("listWaitingAccounts", "admin");
        await tell.Do(
            "confirmAccount",
            "admin",
            new { id = new Live((string)administrator.Node["account"]!["id"]!, "0199c1a2-0000-7000-8000-000000000001") }
        );

        using var clerk = people["clerk"] = await Person.ByToken(gateway, "clerk-330521", (string)reset.Node["password"]!);
        await tell.Do(
            "changePassword",
            "clerk",
            null,
            new { current = new Live((string)reset.Node["password"]!, "<password>"), password = "spring-county-2026-a" }
        );
        var offer = await tell.Do("beginSecondFactor", "clerk");
        var key = (string)offer.Node["key"]!;
        await tell.Do("enrolSecondFactor", "clerk", null, new { code = new Live(Totp.Code(key, -1), "123456") });
        await tell.Do("renewRecoveryCodes", "clerk", null, new { code = new Live(Totp.Code(key), "123456") });
        await tell.Do("removeSecondFactor", "clerk", null, new { code = new Live(Totp.Code(key, 1), "123456") });
        await tell.Do("signOut", "clerk");
        people.Remove("clerk");
    }

    private static int Number(JsonArray steps, Func<JsonNode, bool> which) => (int?)steps.FirstOrDefault(step => which(step!))?["no"] ?? 1;

    /// <summary>Deqing with three inspectors and the two schools of the story.</summary>
    private static (string Name, byte[] Content)[] Files() =>
        [
            Upload.Some("counties", _ => true),
            Upload.Some("inspectors", row => row.StartsWith("督学-330521-0", StringComparison.Ordinal) && row[11] is '1' or '2' or '3'),
            Upload.Some(
                "schools",
                row => row.StartsWith(School, StringComparison.Ordinal) || row.StartsWith(Second, StringComparison.Ordinal)
            ),
            Upload.Some("institutions", row => row.StartsWith("PX-330521-0001", StringComparison.Ordinal)),
            Upload.Some("assignments", row => row.Contains(School, StringComparison.Ordinal)),
        ];

    private static ByteArrayContent Picture() =>
        new(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("image/png") },
        };

    private static MultipartFormDataContent Terms() =>
        new()
        {
            {
                new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("kind,first,last\nterm,2026-02-25,2026-07-03\n")),
                "files",
                "terms.csv"
            },
        };

    /// <summary>A school of no kind that there is.</summary>
    private static MultipartFormDataContent Unreadable() =>
        new()
        {
            {
                new ByteArrayContent(
                    System.Text.Encoding.UTF8.GetBytes(
                        $"school_code,school_name,kind_cn,county_code\n{School},德清实验小学,不明,{County}\n"
                    )
                ),
                "files",
                "schools.csv"
            },
        };

    private static MultipartFormDataContent Roster()
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in Files())
            form.Add(new ByteArrayContent(content), "files", name);
        return form;
    }
}
