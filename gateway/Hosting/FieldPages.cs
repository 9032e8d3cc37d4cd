namespace Supervision.Gateway.Hosting;

/// <summary>The inspector's phone: a page and a service worker of its own under <c>/m/</c>, kept apart from the desk's.</summary>
public static class FieldPages
{
    /// <summary>Hashed files never change: a phone on a poor connection shall not even ask.</summary>
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>
    /// Every path below <c>/m/</c> is the phone's page; unknown files are not. Without the slash the page would lie outside its
    /// service worker's scope and be gone without signal.
    /// </summary>
    public static void MapFieldPages(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.Value == "/m")
                {
                    context.Response.Redirect("/m/");
                    return Task.CompletedTask;
                }

                if (context.Request.Path.StartsWithSegments("/assets"))
                    context.Response.OnStarting(KeepForever, context.Response);
                return next();
            }
        );
        app.MapFallbackToFile(
            "/m/{*path:nonfile}",
            "m/index.html",
            new StaticFileOptions { OnPrepareResponse = page => page.Context.Response.Headers.CacheControl = "no-cache" }
        );
    }

    private static Task KeepForever(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            response.Headers.CacheControl = Forever;
        return Task.CompletedTask;
    }
}
