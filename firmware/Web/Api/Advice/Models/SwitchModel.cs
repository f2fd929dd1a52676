using Switchhook.Site.Diff;
using Switchhook.Storage;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Advice.Models;

/// <summary>A switch.</summary>
/// <param name="Base">The version of the site file that it changes; send its number as If-Match when you put the text.</param>
/// <param name="Text">The new file.</param>
/// <param name="Diff">The lines that change, with two around each.</param>
/// <param name="Warnings">What works but is probably not meant.</param>
/// <param name="Version">The version that is in force now; null when it was not applied.</param>
internal sealed record SwitchModel(
    SiteVersion Base, string Text, IReadOnlyList<DiffLine> Diff, IReadOnlyList<ApiMistake> Warnings, SiteVersion? Version);

/// <summary>What is to be switched: a hunt group, or a queue.</summary>
/// <param name="Group">The hunt group that becomes a queue.</param>
/// <param name="Queue">The queue that becomes a hunt group again.</param>
/// <param name="Apply">Puts the change in force; without it the change is only told.</param>
internal sealed record SwitchCommandModel(string? Group = null, string? Queue = null, bool Apply = false);
