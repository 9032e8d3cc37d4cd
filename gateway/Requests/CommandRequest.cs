using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Requests;

/// <summary>What holds for every command.</summary>
public static class CommandRequest
{
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>True only shows what a command would bring.</summary>
    public const string PreviewQuery = "preview";

    /// <summary>Bytes of a command's body.</summary>
    public const int MaxBody = 64 * 1024;
}

/// <summary>A command as it arrived: who, with which operation id, the body, and a hash of what was asked.</summary>
/// <remarks>Binding never throws: what is wrong becomes <see cref="Refusal"/>, naming the field.</remarks>
/// <param name="IsPreview">Nothing may be done; then the operation id is new and used up by nothing.</param>
public sealed record CommandRequest<TBody>(
    Guid OpId,
    byte[] Fingerprint,
    Caller Caller,
    TBody? Body,
    Refusal? Refusal,
    bool IsPreview = false
) : IEndpointParameterMetadataProvider
    where TBody : class
{
    private AuditNote? Note { get; init; }

    private JsonObject? Sent { get; init; }

    private JsonSerializerOptions? Options { get; init; }

    /// <summary>True when the body has the member, also as null: what is absent was not asked for.</summary>
    public bool Gives(string member) => Sent?.Has(member) == true;

    /// <summary>The body laid over the record that stands: what is absent stays.</summary>
    public TBody Over(TBody standing) => Sent is null ? Body! : JsonMerge.Over(standing, Sent, Options!);

    public Submission<TCommand> Submit<TCommand>(TCommand command) => new(OpId, Fingerprint, Caller.Actor, command);

    /// <summary>What an actor answered, and its stream keeps a receipt of.</summary>
    public IResult Answer(string stream, Outcome outcome)
    {
        Answered(stream);
        return Answers.Of(outcome);
    }

    /// <summary>Puts on record where the receipt of the answer is.</summary>
    public void Answered(string stream)
    {
        if (Note is not null)
            Note.Kept = stream;
    }

    public static async ValueTask<CommandRequest<TBody>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var caller = Caller.Of(context.User);
        var preview = bool.TryParse(context.Request.Query[CommandRequest.PreviewQuery], out var asked) && asked; // refused before where there is none, or what it says can't be read
        var opId = Guid.CreateVersion7(); // for a preview: what is drawn by the id stays unknown until it is done
        if (!preview && (!Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out opId) || opId == Guid.Empty))
            return Refused(caller, Refusals.KeyMissing());
        var body = await ReadBody(context.Request);
        if (body is null)
            return Refused(caller, BodyFault.TooLarge(CommandRequest.MaxBody));
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var (value, refusal) = Parse(body, options);
        var fingerprint = Hash(context.Request, caller, body);
        var note = AuditNote.Of(context);
        note.Fingerprint = fingerprint;
        return new(opId, fingerprint, caller, value, refusal, preview)
        {
            Note = note,
            Sent = value is null ? null : JsonNode.Parse(body) as JsonObject,
            Options = options,
        };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(TBody)));

    private static CommandRequest<TBody> Refused(Caller caller, Refusal refusal) => new(Guid.Empty, [], caller, null, refusal);

    private static (TBody?, Refusal?) Parse(byte[] body, JsonSerializerOptions options)
    {
        if (body.Length == 0)
            return (null, BodyFault.Empty());
        try
        {
            var value = JsonSerializer.Deserialize<TBody>(body, options);
            return value is null ? (null, BodyFault.Empty()) : (value, null);
        }
        catch (JsonException fault)
        {
            return (null, BodyFault.Of(fault, typeof(TBody), options));
        }
    }

    private static async Task<byte[]?> ReadBody(HttpRequest request)
    {
        if (request.ContentLength > CommandRequest.MaxBody)
            return null;
        var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > CommandRequest.MaxBody)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>Who, what and with which content: a key used again for anything else is refused.</summary>
    private static byte[] Hash(HttpRequest request, Caller caller, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.Actor.Name}\n{request.Method}\n{request.Path}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset()[..16];
    }
}
