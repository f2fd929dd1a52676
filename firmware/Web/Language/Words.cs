using System.Globalization;
using System.Resources;

namespace Switchhook.Web.Language;

/// <summary>
/// The words of the pages in the language of who reads them. They are asked for by their English ones, which are also what is shown where a
/// language lacks them; the other languages stand beside this file, a resource file each.
/// </summary>
public sealed class Words
{
    private static readonly ResourceManager Resources = new(typeof(Words));

    /// <summary>The words in the language of this request.</summary>
    /// <param name="english">The English words, with places for values as of <see cref="string.Format(string, object?[])"/>.</param>
    /// <param name="values">The values.</param>
    public string this[string english, params object?[] values]
    {
        get
        {
            var words = Resources.GetString(english, CultureInfo.CurrentUICulture) ?? english;
            return values.Length == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, values);
        }
    }
}
