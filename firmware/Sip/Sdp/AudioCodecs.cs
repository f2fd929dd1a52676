using System.Text;
using Switchhook.Sip.Media;

namespace Switchhook.Sip.Sdp;

/// <summary>How the codecs of the box and telephone-event are named in SDP.</summary>
internal static class AudioCodecs
{
    /// <summary>The digits 0–9, *, # and A–D, which the box sends and takes.</summary>
    public const string TelephoneEvents = "0-15";

    private const int LastNeededEvent = 11;

    /// <summary>The encoding's name.</summary>
    public static string Name(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu => "PCMU",
        AudioCodec.Pcma => "PCMA",
        AudioCodec.G722 => "G722",
    };

    /// <summary>The static payload type (RFC 3551 §6).</summary>
    public static int StaticPayloadType(AudioCodec codec) => codec switch
    {
        AudioCodec.Pcmu => 0,
        AudioCodec.Pcma => 8,
        AudioCodec.G722 => 9,
    };

    /// <summary>The codec of a format; null when the box has it not.</summary>
    public static AudioCodec? Find(in MediaFormat format)
    {
        if (format.Name.IsEmpty)
        {
            return format.PayloadType switch
            {
                0 => AudioCodec.Pcmu,
                8 => AudioCodec.Pcma,
                9 => AudioCodec.G722,
                _ => null,
            };
        }

        var name = format.Name.Span;
        AudioCodec? codec = Ascii.EqualsIgnoreCase(name, "PCMU"u8) ? AudioCodec.Pcmu
            : Ascii.EqualsIgnoreCase(name, "PCMA"u8) ? AudioCodec.Pcma
            : Ascii.EqualsIgnoreCase(name, "G722"u8) ? AudioCodec.G722
            : null;

        // The clock of G.722 is 8000 by an old mistake that became the rule; some write what it should be.
        var clock = format.ClockRate == 8000 || (codec == AudioCodec.G722 && format.ClockRate == 16000);
        return clock && format.Channels == 1 ? codec : null;
    }

    /// <summary>True for telephone-event (RFC 4733) at the clock of the codecs, if it takes the keys of a phone.</summary>
    public static bool IsTelephoneEvent(in MediaFormat format) =>
        format.ClockRate == 8000 && Ascii.EqualsIgnoreCase(format.Name.Span, "telephone-event"u8)
        && TakesKeys(Encoding.ASCII.GetString(format.Parameters.Span));

    /// <summary>The formats in words, for a refusal.</summary>
    public static string Words(IEnumerable<MediaFormat> formats)
    {
        var words = string.Join(", ", formats.Where(format => !IsTelephoneEvent(format)).Take(8).Select(Word));
        return words.Length > 0 ? words : "nothing";
    }

    // Events that are not listed must not be sent (RFC 4733 §2.4.1). What cannot be read is taken as no list, which means all keys.
    private static bool TakesKeys(string events)
    {
        var taken = new bool[LastNeededEvent + 1];
        foreach (var part in events.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !byte.TryParse(ends[0], out var first) || !byte.TryParse(ends[^1], out var last))
            {
                return true;
            }

            for (int i = first; i <= last && i < taken.Length; i++)
            {
                taken[i] = true;
            }
        }

        return !taken.Contains(false);
    }

    private static string Word(MediaFormat format)
    {
        if (format.Name.IsEmpty)
        {
            return $"type {format.PayloadType}";
        }

        var name = format.Name.Span[..Math.Min(format.Name.Length, 32)];
        return string.Concat(Encoding.ASCII.GetString(name).Select(letter => letter is > ' ' and <= '~' ? letter : '?'))
            + $"/{format.ClockRate}";
    }
}
