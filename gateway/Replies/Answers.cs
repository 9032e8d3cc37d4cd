using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Replies;

public static class Answers
{
    /// <summary>200 with the reply, or the refusal as a problem. A repeat of the command gives the same status and body.</summary>
    public static IResult Of(Outcome outcome) => outcome.Refusal is { } refusal ? Refuse(refusal) : TypedResults.Ok(outcome.Reply);

    public static IResult Refuse(Refusal refusal) => Problem.Of(refusal).ToResult();
}
