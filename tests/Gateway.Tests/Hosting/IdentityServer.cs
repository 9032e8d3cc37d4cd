using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>A province's identity server: OpenIddict with one client, at which whoever is asked for has signed in already.</summary>
internal sealed class IdentityServer : IAsyncDisposable
{
    public const string Client = "supervision";
    public const string Secret = "known-to-both-sides";

    private readonly WebApplication _app;

    private IdentityServer(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Who is at the browser, as the server knows them.</summary>
    public (string Type, string Value)[] Person { get; set; } = [];

    public bool SawPkce { get; private set; }

    public static async Task<IdentityServer> Start()
    {
        IdentityServer server = null!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .Services.AddOpenIddict()
            .AddServer(options =>
            {
                options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                options.RegisterScopes(OpenIddictConstants.Scopes.Profile);
                options.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                options.UseAspNetCore().DisableTransportSecurityRequirement();
                options.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != Client || context.RedirectUri?.EndsWith("/signin-sso", StringComparison.Ordinal) != true)
                            context.Reject("invalid_client");
                        server.SawPkce = context.Request.CodeChallengeMethod == "S256";
                        return default;
                    })
                );
                options.AddEventHandler<ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != Client || context.ClientSecret != Secret)
                            context.Reject("invalid_client");
                        return default;
                    })
                );
                options.AddEventHandler<HandleAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        var identity = new ClaimsIdentity("test", "name", "role");
                        foreach (var (type, value) in server.Person)
                            identity.AddClaim(new Claim(type, value).SetDestinations(OpenIddictConstants.Destinations.IdentityToken));
                        context.Principal = new ClaimsPrincipal(identity).SetScopes(context.Request.GetScopes());
                        return default;
                    })
                );
            });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        server = new(app);
        await app.StartAsync();
        server.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
