using System.Text;
using System.Text.Json.Nodes;

namespace Supervision.TestKit.Malformed;

/// <summary>An endless supply of requests that are almost right, the same ones for the same seed and document.</summary>
public sealed class MalformedRequests(ApiDescription api, int seed)
{
    /// <summary>Somebody of every kind, and nobody.</summary>
    public static readonly string?[] Accounts =
    [
        null,
        "inspector-330502-01",
        "county-330502",
        "director-330502",
        "committee-330502",
        "committee-office-330502",
        "unit-2133901746",
        "city",
        "province",
        "admin",
        "security",
        "audit",
        "county-330502",
        "county-330502",
        "director-330502",
        "committee-330502",
        "inspector-330502-01", // who may do most is asked most
    ];

    /// <summary>Who may not touch the sandbox's clock: were it running, events of its own would hide those of requests.</summary>
    private static readonly string?[] Timeless = [null, "inspector-330502-01", "unit-2133901746", "security", "audit"];

    private static readonly string[] Methods =
    [
        "GET",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
        "get",
        "X",
    ];
    private static readonly string[] Types =
    [
        "text/plain",
        "application/xml",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "image/png",
        "garbage",
        "",
        "application/json;;;",
        "application/octet-stream",
    ];

    private static readonly string[] Segments =
    [
        "%00",
        "..%2f..%2fetc",
        "a%2Fb",
        "%ff%fe",
        "%F0%9F%98%80",
        "%ED%A0%80",
        "'%20or%201=1--",
        "２１３３",
        "-1",
        "0",
        "2147483648",
        "99999999999999999999",
        "school%0d%0aX-Evil:1",
        "%252e%252e",
        "x;y=1",
        "%7B%7D",
        "CN",
        "*",
        "~",
        "%E2%80%AE",
    ];

    private static readonly string[] Queries =
    [
        "preview=perhaps",
        "preview=true&preview=false",
        "take=-2147483648",
        "take=99999999999",
        "before=x",
        "before=-9223372036854775808",
        "asOf=0001-01-01T00:00:00Z",
        "asOf=9999-12-31T23:59:59Z&known=2026-01-01T00:00:00Z",
        "known=2026-04-02",
        "state=None",
        "state=7",
        "state=,&severity=%00",
        "after=////",
        "after=MTIzIDQgNQ",
        "after=AAAA",
        "unit=school/%00",
        "category=%25",
        "open=7",
        "hash=x",
        "year=-1",
        "year=2147483648",
        "kind=x",
        "dryRun=perhaps",
        "overdueOn=0001-01-01",
        "%00=%00",
        "a[]=1",
        "a=1&a=2",
        "=",
        "&&&&",
        "%ff=%fe",
        "inspector=%ED%A0%80",
    ];

    private readonly Random _random = new(seed);
    private Shapes? _shapes;

    private Shapes Shapes => _shapes ??= new(api, _random);

    public MalformedRequest Next()
    {
        var operation = api.Operations[_random.Next(api.Operations.Count)];
        var from = operation.Path.Contains("/sandbox/", StringComparison.Ordinal) ? Timeless : Accounts;
        var draft = new Draft(operation, from[_random.Next(from.Length)])
        {
            Path = Shapes.Path(operation.Path),
            Shape = operation.Body is null ? null : Shapes.Body(operation.Body),
        };
        if (operation.Changes)
            draft.Headers.Add(("Idempotency-Key", Guid.NewGuid().ToString()));
        if (operation.Query.Contains("preview") && Chance(3))
            draft.Query.Add("preview=true");
        draft.Type = operation.BodyTypes.Count > 0 ? operation.BodyTypes[_random.Next(operation.BodyTypes.Count)] : null;
        draft.Bytes =
            operation.Body is not null ? BodyFaults.Bytes(draft.Shape)
            : operation.BodyTypes.Count > 0 ? Garbage(_random.Next(200))
            : null;
        for (var faults = Chance(3) ? _random.Next(2, 4) : 1; faults > 0; faults--)
            Spoil(draft);
        return draft.Done();
    }

    private void Spoil(Draft draft)
    {
        switch (_random.Next(20))
        {
            case 0:
                draft.Path = SpoiltPath(draft.Operation);
                break;
            case 1 or 2:
                draft.Query.Add(Queries[_random.Next(Queries.Length)]);
                break;
            case 3:
                draft.Type = Types[_random.Next(Types.Length)];
                break;
            case 4 when Chance(2):
                draft.Method = Methods[_random.Next(Methods.Length)];
                break;
            case 5:
                SpoilKey(draft);
                break;
            case 6:
                draft.Headers.Add(Header());
                break;
            case 7 when Chance(4):
                draft.Bytes = Garbage(_random.Next(1, 1_300_000));
                break;
            case 8:
                draft.Chunked = true;
                break;
            default:
                if (draft.Type?.StartsWith("multipart", StringComparison.Ordinal) == true)
                    Multipart(draft);
                else
                    draft.Bytes =
                        draft.Operation.Body is not null ? new BodyFaults(_random).Spoil(draft.Shape)
                        : draft.Bytes is null ? null
                        : Garbage(_random.Next(4000));
                break;
        }
    }

    private string SpoiltPath(ApiOperation operation)
    {
        var parts = Shapes.Path(operation.Path).Split('/');
        var at = _random.Next(Math.Min(3, parts.Length - 1), parts.Length);
        parts[at] = Chance(8) ? new string('9', _random.Next(1, 6000)) : Segments[_random.Next(Segments.Length)];
        return string.Join('/', parts) + (Chance(6) ? "//" : "");
    }

    private void SpoilKey(Draft draft)
    {
        draft.Headers.RemoveAll(header => header.Name == "Idempotency-Key");
        if (Chance(2))
            draft.Headers.Add(
                (
                    "Idempotency-Key",
                    new[] { "", "x", Guid.Empty.ToString(), "{" + Guid.NewGuid() + "}", new string('7', 500) }[_random.Next(5)]
                )
            );
    }

    private (string Name, string Value) Header() =>
        _random.Next(12) switch
        {
            0 => ("Accept", "application/x-ndjson"),
            1 => ("Accept", "text/html;q=x,,;"),
            2 => ("Accept-Language", new string('e', 300) + ";q=9"),
            3 => ("If-None-Match", "\"\"\"*,W/"),
            4 => ("Range", "bytes=9999999999-0,-,x"),
            5 => ("X-File-Name", "%00..%2f%ff%u0000"),
            6 => ("X-Forwarded-For", "1.2.3.4, ::1, garbage"),
            7 => ("X-HTTP-Method-Override", "DELETE"),
            8 => ("Cookie", "supervision=CfDJ8garbage; .AspNetCore.Antiforgery.x=7"),
            9 => ("X-CSRF-Token", "CfDJ8garbage"),
            10 => ("Content-Encoding", "gzip"),
            _ => ("X-Long", new string('x', _random.Next(1, 20_000))),
        };

    private void Multipart(Draft draft)
    {
        draft.Type = "multipart/form-data; boundary=b";
        var name = new[] { "schools.csv", "x.xlsx", "..\\..\\x.xls", "\0", "督学.csv", "" }[_random.Next(6)];
        draft.Bytes =
        [
            .. Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"),
            .. Chance(2) ? "school_code,name\n1,=cmd"u8.ToArray() : Garbage(_random.Next(3000)),
            .. Encoding.UTF8.GetBytes(Chance(3) ? "" : "\r\n--b--\r\n"),
        ];
    }

    private byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private sealed class Draft(ApiOperation operation, string? account)
    {
        public ApiOperation Operation => operation;

        public string Method { get; set; } = operation.Method;

        public required string Path { get; set; }

        public JsonNode? Shape { get; init; }

        public List<string> Query { get; } = [];

        public List<(string Name, string Value)> Headers { get; } = [];

        public string? Type { get; set; }

        public byte[]? Bytes { get; set; }

        public bool Chunked { get; set; }

        public MalformedRequest Done()
        {
            if (Type is not null && Bytes is not null)
                Headers.Add(("Content-Type", Type));
            return new(account, Method, Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}", Headers, Bytes, Chunked);
        }
    }
}
