using Switchhook.Site.Diff;
using Switchhook.Storage;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Editing.Models;

/// <summary>What a look at a site file found.</summary>
/// <param name="Ok">True when it could be applied now.</param>
/// <param name="Mistakes">Mistakes and hints in the order of the file.</param>
/// <param name="Omitted">How many more there are.</param>
/// <param name="Changes">What it would change, a sentence each.</param>
/// <param name="Diff">The lines that it would change.</param>
/// <param name="Restart">Why it takes a restart; null when it does not.</param>
internal sealed record SiteCheckModel(
    bool Ok,
    IReadOnlyList<ApiMistake> Mistakes,
    int Omitted,
    IReadOnlyList<string> Changes,
    IReadOnlyList<DiffLine> Diff,
    string? Restart);

/// <summary>What differs between two versions.</summary>
/// <param name="From">The one.</param>
/// <param name="To">The other.</param>
/// <param name="Changes">What differs, a sentence each; null where one of them cannot be read by this firmware.</param>
/// <param name="Diff">The lines that differ.</param>
internal sealed record VersionDiffModel(
    SiteVersion From, SiteVersion To, IReadOnlyList<string>? Changes, IReadOnlyList<DiffLine> Diff);

/// <summary>Says why a version is put in force again.</summary>
/// <param name="Note">In your own words, up to 500 characters; kept with the version.</param>
internal sealed record RollBackModel(string? Note = null);

/// <summary>Changes of the site file that leave its comments and order as they are.</summary>
/// <param name="Edits">The changes, each on top of those before it.</param>
/// <param name="Apply">Puts the result in force; without it the change is only told.</param>
/// <param name="Note">Why, up to 500 characters.</param>
internal sealed record SiteEditsModel(IReadOnlyList<SiteEditModel> Edits, bool Apply = false, string? Note = null);

/// <summary>One change. One of text, items, rules, name and remove.</summary>
/// <param name="Path">The keys that lead to the place, such as ["phones", "101", "name"].</param>
/// <param name="Text">The single value from now on.</param>
/// <param name="Items">The list from now on.</param>
/// <param name="Name">The name of the key from now on.</param>
/// <param name="Remove">Takes the key out.</param>
/// <param name="Rules">The list of sets of keys from now on, such as [{"after": "5 min", "to": "sorry"}].</param>
internal sealed record SiteEditModel(
    IReadOnlyList<string> Path,
    string? Text = null,
    IReadOnlyList<string>? Items = null,
    string? Name = null,
    bool Remove = false,
    IReadOnlyList<IReadOnlyDictionary<string, string>>? Rules = null);

/// <summary>The site file with changes.</summary>
/// <param name="Base">The version that was changed.</param>
/// <param name="Text">The new file.</param>
/// <param name="Diff">The lines that change.</param>
/// <param name="Warnings">What works but is probably not meant.</param>
/// <param name="Version">The version that is in force now; null when it was not applied.</param>
internal sealed record EditedSiteModel(
    SiteVersion Base, string Text, IReadOnlyList<DiffLine> Diff, IReadOnlyList<ApiMistake> Warnings, SiteVersion? Version);
