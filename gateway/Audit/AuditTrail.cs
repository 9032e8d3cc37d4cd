using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Supervision.Gateway.Audit;

internal sealed class AuditTrail(IAuditStore store, Presentation presentation, ClusterSecret secret) : IAuditTrail
{
    /// <summary>The claim of a signed-in principal that names its session.</summary>
    public const string SessionClaim = "sid";

    /// <summary>Stands for an account when nobody is signed in.</summary>
    public static readonly Actor Nobody = new("?", ActorRole.None, "none", null);

    private const int LongestText = 120;

    private readonly byte[] _agents = secret.Derive("audit agents");

    public Task Record(
        HttpContext? context,
        Actor who,
        string action,
        string? target,
        AuditResult result,
        int status,
        string? code = null,
        string? county = null
    ) => Write(context, who, action, target, null, null, result, status, code, county, null);

    /// <summary>The request as it was answered.</summary>
    public Task Record(HttpContext context, AuditedRequest request, int status, string? code)
    {
        var note = AuditNote.Of(context);
        var who = note.Who ?? (context.User.Identity?.IsAuthenticated == true ? Caller.Of(context.User).Actor : Nobody);
        var result = status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => AuditResult.Denied,
            < StatusCodes.Status400BadRequest => AuditResult.Accepted,
            < StatusCodes.Status500InternalServerError => AuditResult.Refused,
            _ => AuditResult.Fault,
        };
        return Write(
            context,
            who,
            request.Action,
            note.Target ?? request.Target,
            request.OpId,
            note.Fingerprint,
            result,
            status,
            code,
            note.County ?? request.County,
            note
        );
    }

    private Task Write(
        HttpContext? context,
        Actor who,
        string action,
        string? target,
        Guid? opId,
        byte[]? fingerprint,
        AuditResult result,
        int status,
        string? code,
        string? county,
        AuditNote? note
    )
    {
        var chain =
            county is { Length: 6 } ? county
            : who.Area.Length == 6 ? who.Area
            : NewAuditEntry.SystemChain;
        var entry = new NewAuditEntry(
            chain,
            presentation.Now,
            Short(who.Name)!,
            who.Role.ToString(),
            who.Area,
            Short(context?.User.FindFirstValue(SessionClaim)),
            context?.Connection.RemoteIpAddress?.ToString(),
            Agent(context?.Request.Headers.UserAgent.ToString()),
            action,
            Short(target),
            opId,
            fingerprint is null ? null : Convert.ToHexStringLower(fingerprint),
            result,
            status,
            code,
            note?.Kept,
            note?.File
        );
        // Not the request's own cancellation: what was done is on record also when its sender went away.
        return store.Write(entry, CancellationToken.None);
    }

    /// <summary>Tells devices of one account apart; the text itself may identify a person and is not kept.</summary>
    private string? Agent(string? agent) =>
        string.IsNullOrEmpty(agent)
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(_agents, Encoding.UTF8.GetBytes(agent)).AsSpan(0, 8));

    private static string? Short(string? text) => text is null ? null : Characters.Cut(text, LongestText);
}
