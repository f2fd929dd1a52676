using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Switchhook.Testing.Sip.Torture;

/// <summary>
/// Whether an answer may be: it can be read, tells what its status demands, and echoes a request as RFC 3261 §8.2.6 says. Reads by plain
/// means, because the box's own reader is what is under test. Octets are told as characters of Latin-1.
/// </summary>
public static partial class AnswerJudge
{
    private static readonly string[] Echoed = ["Via", "From", "To", "Call-ID", "CSeq"];
    private static readonly Dictionary<string, string> Compact =
        new() { ["Via"] = "v", ["From"] = "f", ["To"] = "t", ["Call-ID"] = "i", ["CSeq"] = "CSeq" };

    // RFC 3261 §21 and the registered ones of extensions that the box has.
    private static readonly HashSet<int> Statuses =
    [
        100, 180, 181, 182, 183, 200, 202, 204, 300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405, 406, 407, 408, 410, 412, 413, 414,
        415, 416, 420, 421, 422, 423, 429, 469, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 491, 493, 494, 500, 501, 502, 503, 504,
        505, 513, 580, 600, 603, 604, 606,
    ];

    // What the sender needs to make it better (§8.2.1, §8.2.2.3, §8.2.3, §10.3, §22; RFC 4028 §5).
    private static readonly Dictionary<int, string[]> Needed = new()
    {
        [401] = ["WWW-Authenticate"],
        [405] = ["Allow"],
        [407] = ["Proxy-Authenticate"],
        [415] = ["Accept", "Accept-Encoding", "Accept-Language"],
        [420] = ["Unsupported"],
        [422] = ["Min-SE"],
        [423] = ["Min-Expires"],
    };

    /// <summary>Judges.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="sent">What it may be an answer to.</param>
    /// <returns>Null if it is right; otherwise what is wrong.</returns>
    public static string? FaultOf(string answer, IEnumerable<string> sent)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : answer[..end].Split("\r\n");
        if (lines.Length == 0 || !StatusLine().IsMatch(lines[0]))
        {
            return "it is no response";
        }

        var headers = lines[1..].Select(line => HeaderLine().Match(line)).ToList();
        if (headers.Find(header => !header.Success) is not null)
        {
            return "a line of it is no header";
        }

        var status = int.Parse(lines[0].AsSpan(8, 3), CultureInfo.InvariantCulture);
        var values = headers.ToLookup(
            header => header.Groups["name"].Value, header => header.Groups["value"].Value, StringComparer.OrdinalIgnoreCase);
        return FaultOfHead(status, values, answer.Length - end - 4)
            ?? (sent.Any(request => Answers(request, status, values)) ? null : "it echoes no request that was sent");
    }

    /// <summary>The status code of an answer.</summary>
    public static int StatusOf(string answer) =>
        StatusLine().IsMatch(answer) ? int.Parse(answer.AsSpan(8, 3), CultureInfo.InvariantCulture) : 0;

    private static string? FaultOfHead(int status, ILookup<string, string> values, int bodyLength)
    {
        if (!Statuses.Contains(status))
        {
            return $"{status} is no status";
        }

        if (Echoed[1..].Concat(["Content-Length"]).FirstOrDefault(name => values[name].Count() > 1) is { } twice)
        {
            return $"{twice} is there more than once";
        }

        if (values["Content-Length"].FirstOrDefault() is { } length && length != bodyLength.ToString(CultureInfo.InvariantCulture))
        {
            return $"its Content-Length is {length}, and {bodyLength} octets came";
        }

        return Needed.TryGetValue(status, out var needed) && !needed.Any(values.Contains)
            ? $"{status} without {string.Join(" or ", needed)}"
            : null;
    }

    // A request, no ACK (§17.1.1.3), from which all came that is to be echoed. What a broken one does not have cannot be.
    private static bool Answers(string request, int status, ILookup<string, string> values) =>
        Answers(status, values, Head().Match(request).Value) || Answers(status, values, HeadByAnyEnd().Match(request).Value);

    private static bool Answers(int status, ILookup<string, string> values, string head)
    {
        var first = FirstWord().Match(head).Groups["word"].Value;
        if (first is "ACK" || first.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = Plain(head);
        return Echoed.All(name => values.Contains(name)
            ? values[name].All(value => IsEchoed(name, value, status, text))
            : !Regex.IsMatch(head, $@"^({name}|{Compact[name]})[ \t]*:", RegexOptions.IgnoreCase | RegexOptions.Multiline, Limit));
    }

    private static bool IsEchoed(string name, string value, int status, string request)
    {
        if (name == "To" && !request.Contains(Plain(value), StringComparison.Ordinal))
        {
            // The box adds its tag (§8.2.6.2).
            var tag = AddedTag().Match(value);
            return tag.Success && status != 100 && request.Contains(Plain(value[..tag.Index]), StringComparison.Ordinal);
        }

        return request.Contains(Plain(value), StringComparison.Ordinal);
    }

    // Folding and runs of blanks stand for one blank; what is added to a Via (§18.2.1, RFC 3581 §4) goes on both sides.
    private static string Plain(string text) => Blanks().Replace(Added().Replace(text, ""), " ").Trim();

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The octets of a message as characters.</summary>
    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    [GeneratedRegex(@"^SIP/2\.0 [1-6]\d\d [^\r\n]*", RegexOptions.None, 1000)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9.!%*_+`'~-]+)\s*:\s*(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex HeaderLine();

    // Up to the first empty line; empty lines before the message count as nothing (§7.5).
    [GeneratedRegex(@"^[\r\n]*.*?(?=\r?\n\r?\n|\z)", RegexOptions.Singleline, 1000)]
    private static partial Regex Head();

    // A carriage return alone is a mistake, and what it ends may be the line or not.
    [GeneratedRegex(@"^[\r\n]*.*?(?=(?>\r\n|\r|\n)(?>\r\n|\r|\n)|\z)", RegexOptions.Singleline, 1000)]
    private static partial Regex HeadByAnyEnd();

    [GeneratedRegex(@"^\s*(?<word>[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@";tag=[A-Za-z0-9.!%*_+`'~-]+$", RegexOptions.None, 1000)]
    private static partial Regex AddedTag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*;\s*(rport\s*(=\s*\d*)?|received\s*=\s*[^;,\s]*)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Added();
}
