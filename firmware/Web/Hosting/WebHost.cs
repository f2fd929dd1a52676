using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Switchhook.Web.Language;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Audit;

namespace Switchhook.Web.Hosting;

/// <summary>Puts the web together: services, the order of the gates that a request passes, and the routes.</summary>
internal static class WebHost
{
    /// <param name="options">Where to listen.</param>
    /// <param name="backend">The rest of the box.</param>
    /// <param name="server">Chooses the server: Kestrel, or one in memory.</param>
    public static WebApplication Build(WebOptions options, WebBackend backend, Action<IWebHostBuilder> server)
    {
        // The empty builder reads no environment variables and no files: the box is configured by its own command line alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddWeb(options, backend);
        server(builder.WebHost);
        var app = builder.Build();
        UseGates(app);
        app.MapWeb(options, backend);
        return app;
    }

    private static void UseGates(WebApplication app)
    {
        // :: 1 Headers that forbid the browser what no page needs; also on errors.
        app.UseMiddleware<SecurityHeaders>();

        // :: 2 In which language? The words of errors too.
        app.UseMiddleware<PageLanguage>();

        // :: 3 Faults and empty error answers become words.
        app.UseMiddleware<ErrorAnswers>();
        app.UseRouting();

        // :: 4 Who is it?
        app.UseAuthentication();

        // :: 5 What they do is kept in the audit log, and what they were refused.
        app.UseMiddleware<AuditTrail>();

        // :: 6 Did the browser send it from one of our own pages?
        app.UseMiddleware<SameOriginWrites>();

        // :: 7 May they? Every route that does not say otherwise needs a login.
        app.UseAuthorization();
        app.UseMiddleware<FormLimits>();
        app.UseAntiforgery();
    }
}
