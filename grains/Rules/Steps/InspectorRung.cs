using System.Text.Json.Serialization;

namespace Supervision.Rules.Steps;

/// <summary>The inspector's own ladder (5.5, 2.3). Missed visits lead here and to the county, never to the unit (D-14).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InspectorRung>))]
public enum InspectorRung
{
    None = 0,

    /// <summary>提醒: issues itself, once for each month with missed duties; nothing above it does.</summary>
    Reminder = 1,

    /// <summary>批评教育.</summary>
    Criticism = 2,

    /// <summary>责令检查.</summary>
    SelfExamination = 3,

    /// <summary>通报批评.</summary>
    CircularCriticism = 4,

    /// <summary>取消督学资格: proposed by a person only, decided by another.</summary>
    Revocation = 5,
}
