using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Switchhook.Web.Api;

/// <summary>What the OpenAPI document says of the API as a whole.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo
        {
            Title = "Switchhook",
            Version = "v1",
            Description = "Calls, live state, queues, agents, lines, phones, recordings, reports, events and the site file of the box. "
                + "Times are ISO 8601 in UTC, lengths are seconds. Errors are problem details (RFC 9457) with the cure in 'detail'.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made on the account page or with './appliance token'.",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    });
}
