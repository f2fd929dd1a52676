using System.Text;
using Dapper;

namespace Switchhook.Storage.Diagnostics;

/// <summary>Takes callers out of a text: their names, and the short numbers that look like any other figure.</summary>
/// <remarks>Names stand in sentences of entries that belong to no call, and long after the call: so all that the box knows count.</remarks>
internal sealed class CallerMask
{
    /// <summary>What stands in the place of a name.</summary>
    public const string Somebody = "somebody";

    private const int ShortestName = 3;

    // Numbers of the house's own phones are shorter; longer ones are known by their looks.
    private const int ShortestNumber = 5;
    private const int LongestNumber = 6;

    private readonly Dictionary<string, string> _instead = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _lengths = [];
    private readonly SecretMask _secrets;

    private CallerMask(SecretMask secrets) => _secrets = secrets;

    /// <summary>Those of all calls and messages that the box still has.</summary>
    /// <param name="database">The box's database.</param>
    /// <param name="secrets">Goes first, for a name may be a piece of a secret, which is no more found then.</param>
    public static CallerMask Read(Database database, SecretMask secrets)
    {
        var mask = new CallerMask(secrets);
        using var connection = database.OpenReader();
        foreach (var name in connection.Query<string>(
            "select caller_name from calls where caller_name is not null union select caller_name from voicemail "
                + "where caller_name is not null",
            commandTimeout: 0))
        {
            mask.AddName(name);
        }

        foreach (var number in connection.Query<string>(
            """
            select caller_number from calls where length(caller_number) between @ShortestNumber and @LongestNumber
            union select dialled from calls where length(dialled) between @ShortestNumber and @LongestNumber
            union select caller from voicemail where length(caller) between @ShortestNumber and @LongestNumber
            """,
            new { ShortestNumber, LongestNumber },
            commandTimeout: 0))
        {
            mask.Add(number, NumberMask.Masked(number));
        }

        return mask;
    }

    /// <summary>Knows one more name; one that is too short to be told from other words is left out.</summary>
    public void AddName(string name)
    {
        if (name.Length >= ShortestName)
        {
            Add(name, Somebody);
        }
    }

    /// <summary>The text without them, without secrets and without telephone numbers.</summary>
    public string Clean(string text) => NumberMask.Clean(WithoutKnown(_secrets.Clean(text)));

    private void Add(string word, string instead)
    {
        _instead[word] = instead;
        _lengths.Add(word.Length);
    }

    // At each begin of a word, the longest that is known: ten thousands of names would take too long one after the other.
    private string WithoutKnown(string text)
    {
        var known = _instead.GetAlternateLookup<ReadOnlySpan<char>>();
        var lengths = _lengths.Reverse().ToArray();
        var made = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            string? instead = null;
            for (var place = 0; IsBorder(text, at) && place < lengths.Length && instead is null; place++)
            {
                var end = at + lengths[place];
                if (end <= text.Length && IsBorder(text, end) && known.TryGetValue(text.AsSpan(at, lengths[place]), out instead))
                {
                    made.Append(instead);
                    at = end - 1;
                }
            }

            if (instead is null)
            {
                made.Append(text[at]);
            }
        }

        return made.ToString();
    }

    private static bool IsBorder(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);
}
