namespace Supervision.Rules.Access;

/// <summary>Which roles may read or ask what. The edge, the actors and the rules judge by these same lists; scope is judged beside them, by <see cref="Reach"/>.</summary>
public static class May
{
    /// <summary>The county's office and committee.</summary>
    public static readonly RoleSet County = RoleSet.Of(
        ActorRole.CountyOffice,
        ActorRole.CountyDirector,
        ActorRole.CommitteeOffice,
        ActorRole.CommitteeDirector
    );

    /// <summary>The levels above the county.</summary>
    public static readonly RoleSet Above = RoleSet.Of(ActorRole.Province, ActorRole.City);

    public static readonly RoleSet Inspectors = RoleSet.Of(
        ActorRole.Inspector,
        ActorRole.IndependentInspector,
        ActorRole.SpecialSupervisor
    );

    /// <summary>Every person or screen that has an account.</summary>
    public static readonly RoleSet Anybody = County
        .Or(Above)
        .Or(Inspectors)
        .Or(
            ActorRole.UnitUser,
            ActorRole.IntakeDesk,
            ActorRole.Administrator,
            ActorRole.SecurityAdministrator,
            ActorRole.AuditAdministrator,
            ActorRole.Display
        );

    // Reading. Security and audit administrators see no board and no case; the system administrator sees boards, never a case.
    public static readonly RoleSet ReadBoard = County
        .Or(Above)
        .Or(Inspectors)
        .Or(ActorRole.IntakeDesk, ActorRole.Display, ActorRole.Administrator);

    public static readonly RoleSet ReadAlerts = County.Or(Above).Or(Inspectors).Or(ActorRole.IntakeDesk);

    /// <summary>Saying that an alert was seen: only the county's own people can answer for that.</summary>
    public static readonly RoleSet AcknowledgeAlert = County;

    public static readonly RoleSet ReadUnit = County.Or(Above).Or(Inspectors).Or(ActorRole.IntakeDesk, ActorRole.UnitUser);

    public static readonly RoleSet ReadEvidence = County.Or(Above).Or(Inspectors).Or(ActorRole.UnitUser);

    public static readonly RoleSet ReadIssues = County.Or(Above).Or(ActorRole.Inspector);

    /// <summary>What waits for decisions, the numbered papers, the county's own ladder.</summary>
    public static readonly RoleSet ReadOffice = County.Or(Above);

    /// <summary>The teaching points of a central school with their colours: not for the school itself, whose scope is its own unit.</summary>
    public static readonly RoleSet ReadPoints = County.Or(Above).Or(Inspectors);

    /// <summary>The plan of the year and whom the county works with.</summary>
    public static readonly RoleSet ReadPlan = County.Or(Above).Or(Inspectors);

    /// <summary>A worklist or an inspector's ladder; inspectors read their own only.</summary>
    public static readonly RoleSet ReadInspector = County.Or(Above).Or(Inspectors);

    /// <summary>Checklists and categories of issues: whoever inspects, and whoever opens issues or hands a self-check in.</summary>
    public static readonly RoleSet ReadCatalogue = Inspectors.Or(County).Or(ActorRole.UnitUser);

    /// <summary>What an inspector's phone takes along.</summary>
    public static readonly RoleSet TakeAlong = Inspectors;

    public static readonly RoleSet ReadPolicies = County.Or(Above).Or(Inspectors).Or(ActorRole.Administrator);

    public static readonly RoleSet TryPolicies = County.Or(Above).Or(ActorRole.Administrator);

    public static readonly RoleSet ReadRoster = County.Or(Above).Or(ActorRole.Administrator, ActorRole.System);

    public static readonly RoleSet ExportIssues = County.Or(Above);

    /// <summary>Where a county's alerts go besides its board, with the addresses and what was sent.</summary>
    public static readonly RoleSet ManageChannels = RoleSet.Of(ActorRole.CountyOffice, ActorRole.CountyDirector);

    // Setting up.
    public static readonly RoleSet ImportRoster = County.Or(Above).Or(ActorRole.Administrator, ActorRole.System);

    public static readonly RoleSet SetPolicies = County.Or(ActorRole.Administrator, ActorRole.System);

    /// <summary>When a county's schools have term.</summary>
    public static readonly RoleSet SetTerms = ImportRoster;

    /// <summary>Zones of a county, and who is responsible for an area.</summary>
    public static readonly RoleSet SetZones = ImportRoster;

    /// <summary>What a county's office keeps for itself: its departments, its plan of the year.</summary>
    public static readonly RoleSet SetOffice = County;

    public static readonly RoleSet SetClock = County.Or(Above).Or(ActorRole.Administrator);

    public static readonly RoleSet SetUp = RoleSet.Of(ActorRole.Administrator);

    /// <summary>The audit record, which is for nobody else to read.</summary>
    public static readonly RoleSet ReadAudit = RoleSet.Of(ActorRole.AuditAdministrator);

    // Accounts. Which accounts, and what may be done with them, is judged with the account.
    public static readonly RoleSet ManageAccounts = RoleSet.Of(
        ActorRole.SecurityAdministrator,
        ActorRole.CountyOffice,
        ActorRole.CountyDirector
    );

    /// <summary>A lost password or second factor: a security administrator's is the system administrator's to reset.</summary>
    public static readonly RoleSet ResetAccounts = ManageAccounts.Or(ActorRole.Administrator);

    /// <summary>A second administrator confirms what the first made of an administrator's account.</summary>
    public static readonly RoleSet ConfirmAccounts = RoleSet.Of(ActorRole.Administrator, ActorRole.AuditAdministrator);

    public static readonly RoleSet SeeWaitingAccounts = ConfirmAccounts.Or(ActorRole.SecurityAdministrator);

    // A unit's casework.
    public static readonly RoleSet AssignInspector = ImportRoster;

    public static readonly RoleSet DelegateDeputy = County.Or(ActorRole.System);

    /// <summary>Keeping an inspector away from a unit, and letting him back.</summary>
    public static readonly RoleSet RecuseInspector = County;

    public static readonly RoleSet RecordVisit = County.Or(Inspectors).Or(ActorRole.System);

    /// <summary>Believing or voiding a visit, excusing a period: what only the county does, and the system never (invariant 8).</summary>
    public static readonly RoleSet JudgeVisit = County;

    public static readonly RoleSet ApproveLate = County.Or(ActorRole.System);

    /// <summary>The changing code on a school's plaque page: the school itself, which shows it at its gate. An inspector has to be there to read it.</summary>
    public static readonly RoleSet ShowGateCode = RoleSet.Of(ActorRole.UnitUser);

    public static readonly RoleSet AddEvidence = County.Or(Inspectors).Or(ActorRole.UnitUser).Or(ActorRole.IntakeDesk);

    /// <summary>A self-found issue is the unit's to report; every other is the county's.</summary>
    public static readonly RoleSet OpenIssue = County.Or(ActorRole.UnitUser);

    /// <summary>What the unit itself answers: acknowledgements, reports, applications.</summary>
    public static readonly RoleSet Answer = County.Or(ActorRole.UnitUser);

    /// <summary>Filing, verifying, looking back.</summary>
    public static readonly RoleSet CheckIssue = County.Or(Inspectors);

    public static readonly RoleSet DecideIssue = County;

    public static readonly RoleSet HandleMeasure = County;

    public static readonly RoleSet Appeal = County.Or(Above).Or(ActorRole.UnitUser);

    /// <summary>What became of an appeal: the county, and those above it who heard it.</summary>
    public static readonly RoleSet HearAppeal = County.Or(Above);

    /// <summary>Entering by hand is a named person's act, never the system's.</summary>
    public static readonly RoleSet CountComplaint = County.Or(ActorRole.IntakeDesk);

    public static readonly RoleSet NameUnit = County;

    /// <summary>That there was a complaint, and anything of it: the county's office and its intake. Inspectors may be the ones it is about.</summary>
    public static readonly RoleSet ReadComplaints = County.Or(ActorRole.IntakeDesk);

    /// <summary>Who is recused from a unit, and why: the reason may be a complaint, or somebody's family.</summary>
    public static readonly RoleSet ReadRecusals = County.Or(Above);

    public static readonly RoleSet AskSelfCheck = County.Or(ActorRole.System);

    // The ladders of inspectors and counties.
    public static readonly RoleSet AcknowledgeStep = RoleSet.Of(ActorRole.Inspector);

    public static readonly RoleSet DecideStep = RoleSet.Of(
        ActorRole.CountyDirector,
        ActorRole.CommitteeOffice,
        ActorRole.CommitteeDirector
    );

    public static readonly RoleSet ProposeRevocation = County;

    public static readonly RoleSet MeasureCounty = Above;

    // Four eyes: what one person asks for and another approves.
    public static readonly RoleSet OpenIdentity = County.Or(ActorRole.IntakeDesk);

    public static readonly RoleSet AskApproval = ExportIssues.Or(OpenIdentity);

    /// <summary>Whoever decides must rank as a director at least; for a sealed identity, of the committee.</summary>
    public static readonly RoleSet DecideApproval = DecideStep;

    /// <summary>Approving what another entered by hand.</summary>
    public static readonly RoleSet DecideEntry = DecideApproval;

    public static readonly RoleSet ApproveIdentity = RoleSet.Of(ActorRole.CommitteeOffice, ActorRole.CommitteeDirector);
}
