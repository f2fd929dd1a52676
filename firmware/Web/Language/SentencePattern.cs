using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Switchhook.Web.Language;

/// <summary>
/// An English sentence with places for values, such as <c>{0} answered.</c>, and the same in another language. There a place may say what
/// its value is: <c>{0:told}</c> is a sentence or a part of one that is translated itself, <c>{0:word}</c> one word without a space.
/// </summary>
internal sealed class SentencePattern
{
    private readonly ImmutableArray<string> _pieces;
    private readonly ImmutableArray<int> _places;
    private readonly ImmutableArray<(string Text, int Place, string As)> _output;

    /// <param name="english">The English sentence.</param>
    /// <param name="other">The same in the other language.</param>
    public SentencePattern(string english, string other)
    {
        var parts = Parts(english);
        _pieces = [.. parts.Select(part => part.Text)];
        _places = [.. parts.Where(part => part.Place >= 0).Select(part => part.Place)];
        _output = Parts(other);
        Letters = _pieces.Sum(piece => piece.Length);
    }

    /// <summary>How many characters are the sentence's own.</summary>
    public int Letters { get; }

    /// <summary>True when it has places for values.</summary>
    public bool HasPlaces => !_places.IsEmpty;

    /// <summary>The values of a sentence that was made by this pattern, by the numbers of their places; null when it was not.</summary>
    public IReadOnlyDictionary<int, string>? Values(string sentence)
    {
        var (first, last) = (_pieces[0], _pieces[^1]);
        if (sentence.Length < Letters + _places.Length
            || !sentence.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !sentence.EndsWith(last, StringComparison.Ordinal))
        {
            return null;
        }

        // The full stop of a whole sentence is no part of a value at its end.
        if (last.Length == 0 && sentence[^1] == '.' && KindOf(_places[^1]) != "told")
        {
            return null;
        }

        var values = new Dictionary<int, string>(_places.Length);
        var (at, end) = (first.Length, sentence.Length - last.Length);
        for (var i = 0; i < _places.Length; i++)
        {
            var next = i == _places.Length - 1 ? end : Next(sentence, _pieces[i + 1], at + 1, end);
            if (next <= at || !Fits(_places[i], sentence[at..next]))
            {
                return null;
            }

            values[_places[i]] = sentence[at..next];
            at = next + _pieces[i + 1].Length;
        }

        return values;
    }

    /// <summary>The sentence in the other language.</summary>
    /// <param name="values">The values by the numbers of their places.</param>
    /// <param name="tell">Translates a value that is a sentence itself.</param>
    public string Filled(IReadOnlyDictionary<int, string> values, Func<string, string> tell)
    {
        var text = new StringBuilder();
        foreach (var (piece, place, kind) in _output)
        {
            text.Append(piece);
            if (place >= 0 && values.TryGetValue(place, out var value))
            {
                text.Append(kind == "told" ? tell(value) : value);
            }
        }

        return text.ToString();
    }

    /// <summary>Where the first of several sentences ends: the space after it; -1 when there is only one.</summary>
    public static int Boundary(string text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == ' ' && text[i - 1] is '.' or '?' or '!' && !char.IsLower(text[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Fits(int place, string value) => KindOf(place) switch
    {
        "told" => true,
        "word" => !value.Contains(' ', StringComparison.Ordinal),
        _ => Boundary(value) < 0,
    };

    private string? KindOf(int place) => _output.FirstOrDefault(part => part.Place == place).As;

    private static int Next(string sentence, string piece, int from, int end) =>
        from < end && piece.Length > 0 ? sentence.IndexOf(piece, from, end - from, StringComparison.Ordinal) : -1;

    // The text before each place, and what comes after the last, whose place is -1.
    private static ImmutableArray<(string Text, int Place, string As)> Parts(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string Text, int Place, string As)>();
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            var place = text[(open + 1)..close].Split(':');
            parts.Add((text[from..open], int.Parse(place[0], CultureInfo.InvariantCulture), place.Length > 1 ? place[1] : ""));
            from = close + 1;
        }

        parts.Add((text[from..], -1, ""));
        return parts.ToImmutable();
    }
}
