namespace Supervision.Rules.Inspectors;

[GenerateSerializer, Immutable, Alias("inspector-command")]
public abstract record InspectorCommand;

/// <summary>Appoints an inspector or brings the appointment up to date; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("appoint-inspector")]
public sealed record AppointInspector(InspectorProfile Profile) : InspectorCommand
{
    /// <summary>Fields of the profile that say nothing: they stay as they are. A new appointment takes the profile as it is.</summary>
    [Id(0)]
    public InspectorFields Untold { get; init; }
}

/// <summary>The inspector's own: a reminder, or the decision of a measure, has been read.</summary>
[GenerateSerializer, Immutable, Alias("acknowledge-reminder")]
public sealed record AcknowledgeReminder(int Step) : InspectorCommand;

/// <param name="Reason">1–500 characters.</param>
/// <param name="Document">Number or title of the decision, 1–200 characters; may be null below 通报批评.</param>
[GenerateSerializer, Immutable, Alias("decide-step")]
public sealed record DecideStep(int Step, string Reason, string? Document) : InspectorCommand;

/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("reject-step")]
public sealed record RejectStep(int Step, string Reason) : InspectorCommand;

/// <summary>Nothing but a person's word proposes the end of an appointment.</summary>
/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("propose-revocation")]
public sealed record ProposeRevocation(string Reason) : InspectorCommand;
