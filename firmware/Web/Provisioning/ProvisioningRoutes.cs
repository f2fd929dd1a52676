using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Switchhook.Web.Provisioning;

/// <summary>Where phones fetch their configuration: each at an address of its own, which is the only thing that they show.</summary>
internal static class ProvisioningRoutes
{
    private const string Root = "/provision";

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapProvisioning(this IEndpointRouteBuilder routes) => routes
        .MapMethods(
            $"{Root}/{{secret}}/{{**file}}",
            Methods,
            (string secret, string? file, HttpContext context, Provisioner provisioner) =>
                provisioner.Answer(context, secret, file ?? ""))
        .AllowAnonymous()
        .ExcludeFromDescription();

    /// <summary>The address of a phone as a browser reaches the box; ends with a slash, behind which phones write names of files.</summary>
    public static string Address(HttpRequest request, string secret) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{Root}/{secret}/";

    /// <summary>A path for the log: the secrets in addresses are left out.</summary>
    public static string ForLog(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase) ? $"{Root}/…" : path.ToString();
}
