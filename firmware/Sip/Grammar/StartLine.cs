using System.Text;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Names;

namespace Switchhook.Sip.Grammar;

/// <summary>The first line of a message (RFC 3261 §7.1, §7.2).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Method">The method of a request.</param>
/// <param name="Uri">Where the Request-URI lies.</param>
/// <param name="Status">The code of a response.</param>
/// <param name="Reason">Where the reason phrase of a response lies.</param>
/// <param name="Wrong">What is wrong with it, in few words; null when nothing is.</param>
/// <param name="Refusal">The status code to refuse a wrong request with.</param>
internal readonly record struct StartLine(
    StartLineKind Kind, SipMethod Method, Part Uri, int Status, Part Reason, string? Wrong = null, int Refusal = 400)
{
    private const int CodeLength = 3;

    private static ReadOnlySpan<byte> Version => "SIP/2.0"u8;

    private static ReadOnlySpan<byte> AnyVersion => "SIP/"u8;

    /// <summary>Reads it.</summary>
    /// <param name="text">The message.</param>
    /// <param name="start">The first byte of the line.</param>
    /// <param name="end">The byte behind it.</param>
    public static StartLine Read(ReadOnlySpan<byte> text, int start, int end)
    {
        var line = text[start..end];
        return IsVersion(line) ? ReadStatus(line, start) : ReadRequest(line, start);
    }

    /// <summary>Reads the status line alone, as NOTIFY of REFER carries it (RFC 3515 §2.4.5); 0 when it is none.</summary>
    public static int ReadStatusCode(ReadOnlySpan<byte> fragment)
    {
        var end = fragment.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? fragment : fragment[..end];
        return IsVersion(line) && ReadStatus(line, 0) is { Wrong: null } read ? read.Status : 0;
    }

    private static StartLine ReadStatus(ReadOnlySpan<byte> line, int start)
    {
        // SIP/2.0 SP 3DIGIT SP reason; some leave out the last space with an empty reason.
        var code = Version.Length + 1;
        var behind = code + CodeLength;
        if (line.Length < behind || !Ascii.EqualsIgnoreCase(line[..Version.Length], Version) || line[Version.Length] != ' '
            || !Numbers.TryRead(line[code..behind], out var status) || status is < 100 or > 699
            || (line.Length > behind && line[behind] != ' '))
        {
            return new StartLine(StartLineKind.Response, default, default, 0, default, "A malformed status line");
        }

        var reason = Math.Min(behind + 1, line.Length);
        return new StartLine(
            StartLineKind.Response, default, default, (int)status, Part.Between(start + reason, start + line.Length));
    }

    private static StartLine ReadRequest(ReadOnlySpan<byte> line, int start)
    {
        var space = line.IndexOf((byte)' ');
        var trimmed = line.TrimEnd(" \t"u8);
        var lastSpace = trimmed.LastIndexOf((byte)' ');
        if (space is <= 0 or > ParseLimits.LongestName || lastSpace < space || !IsVersion(trimmed[(lastSpace + 1)..])
            || !Characters.AreAll(line[..space], Characters.Token))
        {
            return new StartLine(StartLineKind.NotSip, default, default, 0, default, "No SIP message");
        }

        var method = SipMethod.Of(line[..space]);
        var uri = Part.Between(start + space + 1, start + Math.Max(lastSpace, space + 1));
        var version = trimmed[(lastSpace + 1)..];
        var isKnownVersion = Ascii.EqualsIgnoreCase(version, Version);
        var isOneLine = trimmed.Length == line.Length && lastSpace > space
            && line[(space + 1)..lastSpace].IndexOfAny(Characters.Space) < 0;
        return new StartLine(StartLineKind.Request, method, uri, 0, default)
        {
            Wrong = !isKnownVersion ? "SIP version not supported" : isOneLine ? null : "A malformed request line",
            Refusal = isKnownVersion ? 400 : 505,
        };
    }

    private static bool IsVersion(ReadOnlySpan<byte> word) =>
        word.Length > AnyVersion.Length && Ascii.EqualsIgnoreCase(word[..AnyVersion.Length], AnyVersion);
}
