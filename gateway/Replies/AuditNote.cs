namespace Supervision.Gateway.Replies;

/// <summary>What an endpoint knows for the audit record of its request, and the request itself does not say.</summary>
public sealed class AuditNote
{
    /// <summary>Who it was, when nobody is signed in yet or any more.</summary>
    public Actor? Who { get; set; }

    /// <summary>Key of what it was about, in place of what the path says.</summary>
    public string? Target { get; set; }

    /// <summary>County whose record it belongs to, in place of the path's or the account's.</summary>
    public string? County { get; set; }

    /// <summary>Of the command, as its receipt holds it.</summary>
    public byte[]? Fingerprint { get; set; }

    /// <summary>Stream in which the answer left its receipt or its file; null when it left neither.</summary>
    public string? Kept { get; set; }

    /// <summary>SHA-256 of the file it left there, lower-case hex; null for a receipt.</summary>
    public string? File { get; set; }

    /// <summary>Of the refusal.
    public RefusalCode Code { get; set; }

    public static AuditNote Of(HttpContext context)
    {
        if (context.Features.Get<AuditNote>() is { } note)
            return note;
        note = new();
        context.Features.Set(note);
        return note;
    }
}
