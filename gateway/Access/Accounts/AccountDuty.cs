using System.Text.Json.Serialization;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>What somebody who is signed in must do before anything else.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountDuty>))]
public enum AccountDuty
{
    ChangePassword = 1,
    EnrolSecondFactor = 2,
}
