using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchhook.Web.Advice;
using Switchhook.Web.Api;
using Switchhook.Web.Api.Care;
using Switchhook.Web.Api.Json;
using Switchhook.Web.Api.Lines;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Api.Prompts;
using Switchhook.Web.Api.Recordings;
using Switchhook.Web.Components;
using Switchhook.Web.Components.Rows;
using Switchhook.Web.Events;
using Switchhook.Web.FlowPictures;
using Switchhook.Web.Language;
using Switchhook.Web.Pages.SecondFactors;
using Switchhook.Web.Pages.Webhooks;
using Switchhook.Web.Pages.Welcome.Drafts;
using Switchhook.Web.Provisioning;
using Switchhook.Web.ReportMails;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Webhooks;

namespace Switchhook.Web.Hosting;

/// <summary>The services of the web.</summary>
internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, WebOptions options, WebBackend backend)
    {
        services.AddSingleton(backend.Logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(backend.Time);
        services.AddSingleton(backend);
        services.AddSingleton<Stores>();
        services.AddSingleton<Gatekeeper>();
        if (options.Certificates is { } certificates)
        {
            services.AddSingleton(certificates);
        }

        services.AddSingleton<PasswordQueue>();
        services.AddSingleton<CodeTicket>();
        services.AddSingleton<Assets>();
        services.AddSingleton<Words>();
        services.AddSingleton<StreamGate>();
        services.AddSingleton<Streams>();
        services.AddSingleton<JournalWatch>();
        services.AddSingleton<SharedParts>().AddSingleton<KeptRows>();
        services.AddSingleton<Advisor>();
        services.AddSingleton<LongCalculation>();
        services.AddSingleton<SiteSwitch>();
        services.AddSingleton<CallerTrials>();
        services.AddSingleton<Listeners>();
        services.AddSingleton<RecordingNotes>();
        services.AddSingleton<RecordingPictures>();
        services.AddSingleton<RecordingArchive>();
        services.AddSingleton<WebhookEvents>();
        services.AddSingleton<SecretHold>();
        services.AddHostedService<WebhookSender>();
        services.AddSingleton<ReportMailMaker>();
        services.AddHostedService<ReportMailClock>();
        services.AddSingleton<LineHealthBook>();
        services.AddSingleton<BundleDesk>();
        services.AddSingleton<BackupDesk>();
        services.AddSingleton(new WelcomeDraft(options.DraftFile));
        if (backend.Phones is { } phones)
        {
            services.AddSingleton(phones);
            services.AddSingleton<PhoneAddresses>();
            services.AddSingleton<FetchNotes>();
            services.AddSingleton<Provisioner>();
        }

        if (backend.Bans is { } bans)
        {
            services.AddSingleton(bans);
        }

        if (backend.Voicemail is { } voicemail)
        {
            services.AddSingleton(voicemail);
        }

        if (backend.Missed is { } missed)
        {
            services.AddSingleton(missed);
        }

        services.AddRouting();

        // Then the answer to a wrong body tells the place (BadRequestWords).
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddRazorComponents(components => components.DetailedErrors = false);
        services.ConfigureHttpJsonOptions(SetUpJson);
        services.AddOpenApi("v1", ApiDescription.Describe);
        AddAccess(services);
        AddForms(services, options);
        return services;
    }

    /// <summary>How the API writes JSON: camel case, enums by name, times ISO 8601 UTC with Z.</summary>
    public static void SetUpJson(JsonOptions json)
    {
        var options = json.SerializerOptions;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { EventModel.LeaveOutWords } };
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new CallIdJson());
        options.Converters.Add(new UtcTimeJson());
        options.Converters.Add(new SecondsJson());
        options.Converters.Add(new ClockTimeJson());
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddAuthentication(Access.Scheme).AddScheme<AccessOptions, AccessHandler>(Access.Scheme, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Access.Policy(policy => policy));
        services.AddScoped<Visitor>();
        services.AddSingleton<IAuthorizationHandler, RoleGate>();
    }

    private static void AddForms(IServiceCollection services, WebOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddAntiforgery(forms => forms.SuppressXFrameOptionsHeader = true);
        services.AddOptions<AntiforgeryOptions>()
            .Configure<IHttpContextAccessor>((forms, current) => forms.Cookie = new FormCookie(current));

        // Uploads stay in memory: the folder for temporary files may be on a card that wears out.
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 160;
            form.ValueLengthLimit = 8 * 1024;
            form.MultipartBodyLengthLimit = PromptsApi.MaxUpload;
            form.MemoryBufferThreshold = PromptsApi.MaxUpload;
        });
        var keys = services.AddDataProtection().SetApplicationName("Switchhook");
        if (options.KeysFolder is null)
        {
            keys.UseEphemeralDataProtectionProvider();
        }
        else
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(options.KeysFolder));
        }
    }
}
