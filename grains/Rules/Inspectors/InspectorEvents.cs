using System.Text.Json.Serialization;

namespace Supervision.Rules.Inspectors;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(InspectorAppointed), "inspector-appointed")]
[JsonDerivedType(typeof(AppointmentChanged), "appointment-changed")]
[JsonDerivedType(typeof(DutyMissed), "duty-missed")]
[JsonDerivedType(typeof(DutyRestated), "duty-restated")]
[JsonDerivedType(typeof(ReminderIssued), "reminder-issued")]
[JsonDerivedType(typeof(ReminderAcknowledged), "reminder-acknowledged")]
[JsonDerivedType(typeof(StepProposed), "step-proposed")]
[JsonDerivedType(typeof(StepDecided), "step-decided")]
[JsonDerivedType(typeof(StepRejected), "step-rejected")]
[JsonDerivedType(typeof(StepLapsed), "step-lapsed")]
[JsonDerivedType(typeof(QualificationRevoked), "qualification-revoked")]
[JsonDerivedType(typeof(InspectorFactsAnnulled), "inspector-facts-annulled")]
[JsonDerivedType(typeof(InspectorOverloaded), "inspector-overloaded")]
[JsonDerivedType(typeof(InspectorRelieved), "inspector-relieved")]
public abstract record InspectorEvent;

public sealed record InspectorAppointed(InspectorProfile Profile) : InspectorEvent;

public sealed record AppointmentChanged(InspectorProfile Profile) : InspectorEvent;

/// <summary>A period ended without the visits it owed and is charged to the inspector (D-14, D-17). Once for a unit and period; effective at the period's end.</summary>
/// <param name="Unit">Actor key.</param>
public sealed record DutyMissed(string Unit, string UnitName, Period Period) : InspectorEvent;

/// <summary>A period charged as missed was satisfied late or excused: it no longer counts. Or, Missed again: the visit that had satisfied it is believed no more.</summary>
public sealed record DutyRestated(string Unit, Period Period, DutyState State) : InspectorEvent;

/// <summary>The only measure nobody decides: once for a month in which duties were missed; effective at the month's end.</summary>
/// <param name="Due">Last day to acknowledge, W(n) from the day it was issued.</param>
public sealed record ReminderIssued(int No, Period Month, ImmutableArray<DutyRef> Duties, DateOnly Due, int PolicyVersion) : InspectorEvent;

/// <summary>The inspector has read a reminder, or the decision of a measure.</summary>
public sealed record ReminderAcknowledged(int No, string By) : InspectorEvent;

/// <param name="Reason">Null when a rule proposes.</param>
/// <param name="Duties">The missed duties it rests on.</param>
/// <param name="Due">Last day to decide.</param>
public sealed record StepProposed(
    int No,
    InspectorRung Rung,
    string By,
    string? Reason,
    ImmutableArray<DutyRef> Duties,
    DateOnly Due,
    int PolicyVersion
) : InspectorEvent;

/// <param name="Document">Number or title; always given from 通报批评 up.</param>
/// <param name="Due">Last day to acknowledge.</param>
public sealed record StepDecided(int No, string By, string Reason, string? Document, DateOnly Due) : InspectorEvent;

public sealed record StepRejected(int No, string By, string Reason) : InspectorEvent;

/// <summary>Its cause went away, or a higher proposal took its place.</summary>
public sealed record StepLapsed(int No) : InspectorEvent;

/// <summary>取消督学资格: the appointment ends, and no other begins.</summary>
/// <param name="LastDay">Inclusive.</param>
public sealed record QualificationRevoked(int No, DateOnly LastDay) : InspectorEvent;

/// <summary>The inspector came to be responsible for more schools than inspector.softMax, or than inspector.hardMax, however that came about.</summary>
/// <param name="Above">More than <paramref name="HardMax"/>: assignments that were made at once, a limit that fell, or planned ones that began.</param>
/// <param name="Former">When the load was recorded that this replaces; null when it was within what is wanted.</param>
public sealed record InspectorOverloaded(int Schools, int SoftMax, int HardMax, bool Above, DateTimeOffset? Former) : InspectorEvent;

/// <summary>The inspector is within inspector.softMax again.</summary>
/// <param name="Former">When the load was recorded that is over.</param>
public sealed record InspectorRelieved(int Schools, DateTimeOffset Former) : InspectorEvent;
