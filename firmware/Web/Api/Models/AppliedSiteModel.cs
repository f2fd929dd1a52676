using Switchhook.Storage;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Models;

/// <summary>A site file that is in force now.</summary>
/// <param name="Version">The version that was kept.</param>
/// <param name="Warnings">What works but is probably not meant.</param>
internal sealed record AppliedSiteModel(SiteVersion Version, IReadOnlyList<ApiMistake> Warnings);
