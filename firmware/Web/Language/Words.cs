using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Resources;
using Switchhook.Web.Text;

namespace Switchhook.Web.Language;

/// <summary>
/// The words of the pages in the language of who reads them. They are asked for by their English ones, which are also what is shown where a
/// language lacks them; the other languages stand beside this file, a resource file each.
/// </summary>
public sealed class Words
{
    private static readonly ResourceManager Resources = new(typeof(Words));

    /// <summary>The words, for code that no page injects them into.</summary>
    public static Words Say { get; } = new();

    /// <summary>The words in the language of this request.</summary>
    /// <param name="english">The English words, with places for values as of <see cref="string.Format(string, object?[])"/>.</param>
    /// <param name="values">The values; numbers are written as the site's country does.</param>
    public string this[string english, params object?[] values]
    {
        get
        {
            var words = Find(english, CultureInfo.CurrentUICulture) ?? english;
            return values.Length == 0 ? words : string.Format(SiteFormat.Current.Numbers, words, values);
        }
    }

    /// <summary>
    /// What another room has said, in the language of this request: a finished English sentence, or several. What no translation fits
    /// stays English. Moments in it (<c>2026-11-23 14:05 UTC</c>) are shown by the clocks of the site in every language.
    /// </summary>
    /// <param name="english">The sentence; null for none.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Said by the words that a page has, as all others are.")]
    public string Told(string? english)
    {
        if (string.IsNullOrEmpty(english))
        {
            return "";
        }

        var culture = CultureInfo.CurrentUICulture;
        return SiteFormat.Current.Localised(PageLanguage.IsEnglish(culture) ? english : Sentences.In(culture).Tell(english));
    }

    /// <summary>A translation; null when the language has none.</summary>
    internal static string? Find(string english, CultureInfo culture) => Resources.GetString(english, culture);
}
