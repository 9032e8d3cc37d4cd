using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>What a gate code says of a visit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateProof>))]
public enum GateProof
{
    None = 0,

    /// <summary>The code was one of the gate's at the time of the visit: the inspector was there, wherever the device thinks it was.</summary>
    Right = 1,

    /// <summary>The code was none of them: the county looks at the visit.</summary>
    Wrong = 2,
}
