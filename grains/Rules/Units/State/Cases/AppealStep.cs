using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

/// <summary>Steps against an accountability decision (2.3): one review and one appeal at most.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppealStep>))]
public enum AppealStep
{
    None = 0,

    /// <summary>申请复核.</summary>
    ReviewRequested = 1,

    /// <summary>复核维持.</summary>
    ReviewUpheld = 2,

    /// <summary>复核认定有误.</summary>
    ReviewFoundWrong = 3,

    /// <summary>提出申诉.</summary>
    Appealed = 4,

    /// <summary>申诉维持.</summary>
    AppealUpheld = 5,

    /// <summary>申诉认定有误.</summary>
    AppealFoundWrong = 6,

    /// <summary>原机关更正: the measure is revoked.</summary>
    Corrected = 7,
}
