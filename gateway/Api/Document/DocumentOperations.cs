using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Document;

/// <summary>Completes each operation: its name, who may ask, how it refuses, the words of its parameters, and its example.</summary>
internal static class DocumentOperations
{
    private const string Root = "/api/v1";

    private static readonly Dictionary<int, string> Statuses = new()
    {
        [200] = "答复 / the answer",
        [201] = "已建立 / made",
        [204] = "已办理，无内容 / done, nothing to say",
        [302] = "转到另一页 / led to another page",
        [304] = "没有变化 / nothing changed",
        [400] = "请求不完整、读不出，或带有此处不接受的参数 / the request is incomplete, unreadable, or says what is not taken here",
        [401] = "未登录，或登录已失效 / not signed in, or no longer",
        [403] = "不在管辖范围内，或该角色不可为 / outside the scope, or not for this role",
        [404] = "没有这一对象 / there is no such thing",
        [409] = "与现状冲突 / it is at odds with how things stand",
        [413] = "过大 / too large",
        [415] = "类型不接受 / of a type that is not taken",
        [422] = "读得出而不可接受 / readable, but against a rule",
        [429] = "请求过多，Retry-After 之后再来 / too many requests; come again after Retry-After",
        [503] =
            "存储暂时没有响应，结果未知；以同一编号重发 / the store did not answer and the outcome is unknown; send it again with the same key",
    };

    public static void Complete(JsonObject document, IReadOnlyDictionary<string, EndpointMetadataCollection> endpoints)
    {
        document["components"]!["securitySchemes"] = new JsonObject
        {
            ["bearer"] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["description"] = "POST /api/v1/session/token 给出的访问令牌 / the access token of POST /api/v1/session/token",
            },
            ["cookie"] = new JsonObject
            {
                ["type"] = "apiKey",
                ["in"] = "cookie",
                ["name"] = AccessSetup.SessionCookie,
                ["description"] = "POST /api/v1/session 留下的 cookie / the cookie of POST /api/v1/session",
            },
            ["antiforgery"] = new JsonObject
            {
                ["type"] = "apiKey",
                ["in"] = "header",
                ["name"] = AccessSetup.AntiforgeryHeader,
                ["description"] = "cookie 登录时，每个更改请求还须带防伪令牌 / under the cookie, every change needs it as well",
            },
        };
        foreach (var (path, operations) in document["paths"]!.AsObject())
        foreach (var (verb, operation) in operations!.AsObject())
            Complete(
                operation!.AsObject(),
                $"{verb.ToUpperInvariant()} {path[Root.Length..]}",
                endpoints[$"{verb.ToUpperInvariant()} {path}"]
            );
        foreach (var replaced in new[] { nameof(IFormFileCollection), nameof(IFormFile) })
            document["components"]!["schemas"]!.AsObject().Remove(replaced); // Uploads say what they take by Files().
    }

    private static void Complete(JsonObject operation, string name, EndpointMetadataCollection endpoint)
    {
        var policy = endpoint.GetMetadata<AccessPolicy>()!;
        if (DocumentWords.IdOf(name) is { } id)
            operation["operationId"] = id;
        operation["description"] = (operation["description"] is { } said ? $"{said}\n\n" : "") + WhoMay(policy);
        operation["security"] = Security(name, policy);
        foreach (var header in endpoint.OfType<TakesHeader>())
        {
            if (operation["parameters"] is null)
                operation["parameters"] = new JsonArray();
            operation["parameters"]!
                .AsArray()
                .Add(
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = header.Name,
                            ["in"] = "header",
                            ["schema"] = new JsonObject { ["type"] = "string" },
                        }
                );
        }

        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            Describe(parameter!.AsObject(), name);
        if (operation["requestBody"]?["content"]?["multipart/form-data"] is JsonObject form)
            form["schema"] = Files();
        Answers(operation, Refusals(operation, name, endpoint, policy));
        DocumentExamples.Add(operation);
    }

    /// <summary>Any number of files under one name.</summary>
    private static JsonObject Files() =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("files"),
            ["properties"] = new JsonObject
            {
                ["files"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
                    ["description"] = "文件，可多个 / one file or more",
                },
            },
        };

    private static string WhoMay(AccessPolicy policy)
    {
        var roles = Enum.GetValues<ActorRole>()
            .Where(role => role != ActorRole.System && policy.Roles.Has(role))
            .Select(RoleWords.Of)
            .ToList();
        return policy.IsPublic ? "无需登录。 / Open to everybody."
            : policy.Roles == May.Anybody ? "登录即可。 / For everybody who is signed in."
            : $"可用角色：{string.Join('、', roles.Select(role => role.Zh))}。 / For: {string.Join(", ", roles.Select(role => role.En))}.";
    }

    private static JsonArray Security(string name, AccessPolicy policy)
    {
        if (policy.IsPublic)
            return [];
        var cookie = new JsonObject { ["cookie"] = new JsonArray() };
        if (!name.StartsWith("GET ", StringComparison.Ordinal))
            cookie["antiforgery"] = new JsonArray();
        return [new JsonObject { ["bearer"] = new JsonArray() }, cookie];
    }

    private static void Describe(JsonObject parameter, string operation)
    {
        var name = (string)parameter["name"]!;
        if (parameter["description"] is null && DocumentWords.OfParameter(name) is { } words)
            parameter["description"] = words;
        if (parameter["schema"] is not JsonObject schema)
            return;
        if (name is "asOf" or "known")
            schema["format"] = "date-time";
        if (name is "kind" && (string?)parameter["in"] == "path" && operation.Contains("/units/", StringComparison.Ordinal))
            schema["enum"] = new JsonArray("school", "institution");
    }

    /// <summary>Every status the operation can refuse with, from what it declares.</summary>
    private static SortedSet<int> Refusals(JsonObject operation, string name, EndpointMetadataCollection endpoint, AccessPolicy policy)
    {
        SortedSet<int> refusals = [400, 429, 503];
        if (!policy.IsPublic || name.Contains("/session", StringComparison.Ordinal))
            refusals.Add(401);
        if (
            !policy.IsPublic
            && (policy.Roles != May.Anybody || policy.Within != Within.Nothing || endpoint.GetMetadata<OpenUnderDuty>() is null)
        )
            refusals.Add(403);
        if (policy.Within != Within.Nothing || name.Contains('{', StringComparison.Ordinal))
            refusals.Add(404);
        if (endpoint.GetMetadata<CommandMark>() is not null)
            refusals.Add(409);
        if (
            operation["requestBody"] is not null
            || endpoint.GetMetadata<TakenQuery>() is { Query.IsEmpty: false }
            || name.Contains('{', StringComparison.Ordinal)
        )
            refusals.Add(422);
        foreach (var declared in endpoint.OfType<RefusesWith>())
            refusals.UnionWith(declared.Statuses);
        return refusals;
    }

    private static void Answers(JsonObject operation, SortedSet<int> refusals)
    {
        var before = operation["responses"]!.AsObject();
        refusals.UnionWith(
            before
                .Select(response => int.Parse(response.Key, System.Globalization.CultureInfo.InvariantCulture))
                .Where(status => status >= 400 && status != 422)
        );
        var responses = new JsonObject();
        foreach (var (status, response) in before.Where(response => response.Key[0] is '2' or '3').ToList())
        {
            before.Remove(status);
            response!["description"] = Statuses[int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)];
            responses[status] = response;
        }

        foreach (var status in refusals)
            responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["description"] = Statuses[status],
                ["content"] = new JsonObject
                {
                    [Problem.ContentType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
                },
            };
        operation["responses"] = responses;
    }
}
