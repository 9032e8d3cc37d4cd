using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Supervision.Actors.Access;

/// <summary>
/// What each actor answers to whom. A method that is not named here is the system's own, as is every actor that is not. What a command
/// may do is judged by its actor's own permission; here it must only be in the name of who calls.
/// </summary>
internal static class Doors
{
    public static Refusal NoSeal() =>
        new(RefusalCode.NotSignedIn, null, new("调用没有有效的身份", "the call carries no valid actor"), null);

    /// <summary>Null when the call may pass.</summary>
    public static Refusal? Objection(Actor actor, object? grain, IInvokable call, GrainId target) =>
        grain switch
        {
            UnitGrain unit => OfUnit(actor, unit, call, target),
            CountyGrain => OfCounty(actor, call, CodeOf(target)),
            InspectorGrain inspector => OfInspector(actor, inspector, call, target),
            ChannelsGrain => OfChannels(actor, call, CodeOf(target)),
            RegionGrain => OfRegion(actor, call, CodeOf(target)),
            DirectoryGrain => OfDirectory(actor, call),
            _ => Own(actor),
        };

    /// <summary>Null when it names none.</summary>
    public static string? UnitOf(IInvokable call) =>
        call.GetArgument(0) switch
        {
            EvidenceFile file => file.Unit,
            string unit => unit,
            _ => null,
        };

    public static Refusal? OfEvidence(Actor actor, IInvokable call, UnitStanding at) =>
        call.GetArgument(0) switch
        {
            EvidenceFile file => file.UploadedBy != actor.Name || file.County != at.County
                ? Own(actor)
                : Reach.OfUnit(actor, May.AddEvidence, file.Unit, at.County),
            // Whether the files that a command names are there is asked in the name of whoever gives it, who need not be one who reads them.
            string unit when call.GetMethodName() == nameof(IEvidenceGrain.Missing) => Reach.OfUnit(actor, May.Anybody, unit, at.County),
            string unit => Reach.OfUnit(actor, May.ReadEvidence, unit, at.County) ?? (at.IsBarred ? Reach.Barred() : null),
            _ => Own(actor),
        };

    private static Refusal? OfUnit(Actor actor, UnitGrain unit, IInvokable call, GrainId target) =>
        call.GetMethodName() switch
        {
            nameof(IUnitGrain.Execute) or nameof(IUnitGrain.Preview) => Named(actor, call),
            nameof(IUnitGrain.Refuse) => Named(actor, call) ?? Reach.OfUnit(actor, May.Anybody, KeyOf(target), ((IOfCounty)unit).OfCounty),
            nameof(IUnitGrain.GateCode) => Reach.OfUnit(actor, May.ShowGateCode, KeyOf(target), ((IOfCounty)unit).OfCounty),
            nameof(IUnitGrain.Read)
            or nameof(IUnitGrain.Past)
            or nameof(IUnitGrain.History)
            or nameof(IUnitGrain.HistoryAsSeen)
            or nameof(IUnitGrain.Alerts) => Reach.OfUnit(actor, May.ReadUnit, KeyOf(target), ((IOfCounty)unit).OfCounty)
                ?? (actor.IsInspector && unit.IsBarred(actor.InspectorCode) ? Reach.Barred() : null),
            _ => Own(actor),
        };

    private static Refusal? OfCounty(Actor actor, IInvokable call, string code) =>
        call.GetMethodName() switch
        {
            nameof(ICountyGrain.Execute) or nameof(ICountyGrain.PreviewCommand) => Named(actor, call),
            nameof(ICountyGrain.Board) or nameof(ICountyGrain.Summary) or nameof(ICountyGrain.Series) => Reach.OfArea(
                actor,
                May.ReadBoard,
                code
            ),
            nameof(ICountyGrain.Alerts) => Reach.OfArea(actor, May.ReadAlerts, code),
            nameof(ICountyGrain.AcknowledgeAlert) => call.GetArgument(1) is Actor named && named == actor ? null : Own(actor),
            nameof(ICountyGrain.Policies) => Reach.OfArea(actor, May.ReadPolicies, code),
            nameof(ICountyGrain.Office) => Reach.OfArea(actor, May.ReadPolicies, code),
            nameof(ICountyGrain.Preview) => Reach.OfArea(actor, May.TryPolicies, code),
            nameof(ICountyGrain.Ladder) => Reach.OfArea(actor, May.ReadOffice, code),
            nameof(ICountyGrain.Books) => Reach.OfArea(actor, May.ReadPlan, code),
            nameof(ICountyGrain.Approvals) => Reach.OfArea(actor, May.AskApproval, code),
            _ => Own(actor),
        };

    private static Refusal? OfChannels(Actor actor, IInvokable call, string code) =>
        call.GetMethodName() switch
        {
            nameof(IChannelsGrain.Put) or nameof(IChannelsGrain.Remove) or nameof(IChannelsGrain.Test) or nameof(IChannelsGrain.Resend) =>
                Named(actor, call),
            nameof(IChannelsGrain.Channels) => Reach.OfArea(actor, May.ReadBoard, code),
            nameof(IChannelsGrain.Deliveries) => Reach.OfArea(actor, May.ManageChannels, code),
            _ => Own(actor),
        };

    private static Refusal? OfInspector(Actor actor, InspectorGrain inspector, IInvokable call, GrainId target) =>
        call.GetMethodName() switch
        {
            nameof(IInspectorGrain.Execute) or nameof(IInspectorGrain.Preview) => Named(actor, call),
            nameof(IInspectorGrain.Worklist) or nameof(IInspectorGrain.TeachingDays) or nameof(IInspectorGrain.Ladder) => Reach.OfInspector(
                actor,
                May.ReadInspector,
                CodeOf(target),
                ((IOfCounty)inspector).OfCounty
            ),
            _ => Own(actor),
        };

    private static Refusal? OfRegion(Actor actor, IInvokable call, string code) =>
        call.GetMethodName() switch
        {
            nameof(IRegionGrain.Board) or nameof(IRegionGrain.Summary) or nameof(IRegionGrain.Series) => Reach.OfArea(
                actor,
                May.ReadBoard,
                code == "CN" ? "" : code
            ),
            _ => Own(actor),
        };

    private static Refusal? OfDirectory(Actor actor, IInvokable call) =>
        (call.GetMethodName(), call.GetArgumentCount() > 0 ? call.GetArgument(0) : null) switch
        {
            (nameof(IDirectoryGrain.Units) or nameof(IDirectoryGrain.Inspectors), string area) => Reach.OfArea(actor, May.ReadRoster, area),
            (nameof(IDirectoryGrain.Issues), IssueFilter filter) => Reach.OfArea(actor, May.ReadIssues, filter.Area),
            (nameof(IDirectoryGrain.Documents), DocumentFilter filter) => Reach.OfArea(actor, May.ReadOffice, filter.County),
            (nameof(IDirectoryGrain.PastBoard), string county) => Reach.OfArea(actor, May.ReadBoard, county),
            (nameof(IDirectoryGrain.PastRegion), string region) => Reach.OfArea(actor, May.ReadBoard, AreaOf(region)),
            (nameof(IDirectoryGrain.PastSeries), string scope) => Reach.OfArea(actor, May.ReadBoard, AreaOf(Keys.Code(scope))),
            _ => Own(actor),
        };

    private static Refusal Own(Actor actor) => Reach.RoleNotAllowed(actor.Role);

    /// <summary>Null when the message is in the name of whoever calls.</summary>
    private static Refusal? Named(Actor actor, IInvokable call) =>
        call.GetArgument(0) is ICarriesActor { Actor: var named } && named == actor
            ? null
            : new(RefusalCode.OutOfScope, null, new("指令不是以调用人的名义提出的", "the command is not in the name of who calls"), null);

    private static string AreaOf(string code) => code == "CN" ? "" : code;

    private static string KeyOf(GrainId target) => target.Key.ToString()!;

    private static string CodeOf(GrainId target) => Keys.Code(KeyOf(target));
}
