using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Certificates;

/// <summary>The certificate authority of the box: for everybody to import, with its fingerprint for those who set the box up.</summary>
internal static class CertificateRoutes
{
    /// <summary>Where the authority lies. It is no secret, and who needs it may not have a login yet.</summary>
    public const string Path = "/ca.crt";

    public static void MapAuthority(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, (BoxCertificates certificates) => Results.File(
            Encoding.ASCII.GetBytes(certificates.Authority.Pem), "application/x-x509-ca-cert", "switchhook-ca.crt"))
        .AllowAnonymous()
        .ExcludeFromDescription();

    public static void MapCertificateApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/certificate", Read).For(Ability.Network).WithTags("Certificate").Produces<CertificateModel>();

    /// <summary>
    /// The certificate authority of the box with its fingerprint, and the names in the certificate that it shows. The authority itself lies
    /// at <c>/ca.crt</c>.
    /// </summary>
    /// <param name="certificates">The certificates.</param>
    internal static IResult Read(BoxCertificates certificates) => Results.Ok(CertificateModel.Of(certificates));
}
