using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using Switchhook.Web.Text;

namespace Switchhook.Web.Language;

/// <summary>
/// Translates finished English sentences. The rooms below the web know no languages: they say English sentences, the journal keeps them for
/// years, and the API gives them as they are. A page finds here the pattern that a sentence was made by, takes its values out, and puts
/// them into the pattern of the other language. The patterns of each language are a resource file beside this one.
/// </summary>
internal sealed class Sentences
{
    // Longer texts are no sentences of ours, and what is in itself said again has an end.
    private const int Longest = 2000;
    private const int Deepest = 6;

    private static readonly ConcurrentDictionary<string, Sentences> Languages = new(StringComparer.Ordinal);

    private readonly CultureInfo _culture;
    private readonly Dictionary<string, string> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<SentencePattern> _patterns;

    private Sentences(CultureInfo culture)
    {
        _culture = culture;
        var patterns = new List<SentencePattern>();
        var resources = new ResourceManager(typeof(Sentences)).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        foreach (var (key, value) in resources?.Cast<DictionaryEntry>().Select(one => ((string)one.Key, (string)one.Value!)) ?? [])
        {
            var pattern = new SentencePattern(key, value);
            if (pattern.HasPlaces)
            {
                patterns.Add(pattern);
            }
            else
            {
                _whole[key] = value;
            }
        }

        // What says most of a sentence by itself knows it best.
        _patterns = [.. patterns.OrderByDescending(pattern => pattern.Letters)];
    }

    /// <summary>The sentences of a language.</summary>
    public static Sentences In(CultureInfo culture) => Languages.GetOrAdd(culture.Name, static (_, one) => new Sentences(one), culture);

    /// <summary>A sentence, or several, in this language; what is not known stays as it is.</summary>
    public string Tell(string english) => Tell(english, 0);

    private string Tell(string english, int depth)
    {
        if (english.Length > Longest || depth > Deepest)
        {
            return english;
        }

        if (Words.Find(english, _culture) is { } words)
        {
            return words;
        }

        if (_whole.TryGetValue(english, out var whole) || (whole = Dates.Told(english)) is not null)
        {
            return whole;
        }

        foreach (var pattern in _patterns)
        {
            if (pattern.Values(english) is { } values)
            {
                return pattern.Filled(values, value => Tell(value, depth + 1));
            }
        }

        return SentencePattern.Boundary(english) is >= 0 and var end
            ? Joined(Tell(english[..end], depth + 1), Tell(english[(end + 1)..], depth))
            : english;
    }

    // After a full stop of a wide script there is no space.
    private static string Joined(string first, string rest) =>
        first[^1] is '。' or '？' or '！' or '：' ? first + rest : $"{first} {rest}";
}
