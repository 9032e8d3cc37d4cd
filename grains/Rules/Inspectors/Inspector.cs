using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(InspectorAppointed), "inspector-appointed")]
[JsonDerivedType(typeof(AppointmentChanged), "appointment-changed")]
public abstract record InspectorEvent;

public sealed record InspectorAppointed(InspectorProfile Profile) : InspectorEvent;

public sealed record AppointmentChanged(InspectorProfile Profile) : InspectorEvent;

[GenerateSerializer, Immutable, Alias("inspector-command")]
public abstract record InspectorCommand;

/// <summary>Appoints an inspector or brings the appointment up to date; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("appoint-inspector")]
public sealed record AppointInspector(InspectorProfile Profile) : InspectorCommand;

[GenerateSerializer, Immutable, Alias("inspector-state")]
public sealed record InspectorState(InspectorProfile? Profile)
{
    public static readonly InspectorState Empty = new((InspectorProfile?)null);
}

public static class Inspector
{
    public static InspectorState Evolve(InspectorState state, Fact<InspectorEvent> fact) => fact.Event switch
    {
        InspectorAppointed e => state with { Profile = e.Profile },
        AppointmentChanged e => state with { Profile = e.Profile },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Event.GetType().Name, "An event without a fold."),
    };

    public static Decision<InspectorEvent> Decide(InspectorState state, InspectorCommand command, DateTimeOffset now)
    {
        if (command is not AppointInspector { Profile: var profile }) throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule.");
        if (profile.TermTo < profile.TermFrom) return Decision<InspectorEvent>.Refuse(Refusals.AssignmentReversed(new(profile.Code, profile.TermFrom, profile.TermTo)));
        if (state.Profile == profile) return Decision<InspectorEvent>.Unchanged;
        return new Decision<InspectorEvent>.Accepted([new(state.Profile is null ? new InspectorAppointed(profile) : new AppointmentChanged(profile), now, now)]);
    }
}
