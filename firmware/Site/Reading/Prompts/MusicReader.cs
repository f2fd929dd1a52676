using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Reading.Prompts;

/// <summary>Reads the music.</summary>
internal static partial class MusicReader
{
    private const string Every = "between-every";

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("files"), YamlKey.Optional("line-in"), YamlKey.Optional("order"), YamlKey.Optional("between"),
        YamlKey.Optional(Every), YamlKey.Optional("gain"),
    ];

    /// <summary>Reads <c>music</c>.</summary>
    public static IReadOnlyList<MusicDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "music", "calm: {files: [music/one.flac, music/two.mp3]}", log).Select(entry => Music(entry, log))];

    private static MusicDraft Music(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "music", log);
        var nothing = new MusicConfig(entry.Key.Value);
        if (YamlFields.Open(entry.Value, $"music {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new MusicDraft(entry.Key, null, [], nothing);
        }

        CheckSource(fields, log);
        var pieces = fields.Texts("files");
        if (pieces is { Count: 0 } && fields.Node("files") is YamlList { Items.Count: 0 } empty)
        {
            log.Error(
                empty.At, $"\"files\" of {fields.What} is empty.", "Write at least one sound file or prompt: \"files: [music/one.flac]\".");
        }

        var settings = nothing with
        {
            Order = fields.Choice<MusicOrder>("order")?.Value ?? MusicOrder.Listed,
            Gain = fields.Decimal("gain", MusicConfig.LeastGain, MusicConfig.MostGain)?.Value ?? 0,
            Every = EveryOf(fields) ?? MusicEvery.Piece,
            LineIn = LineIn(fields, log),
        };
        return new MusicDraft(entry.Key, Bounded(pieces, "files", log), Bounded(fields.Texts("between"), "between", log) ?? [], settings)
        {
            EveryAt = fields.Node(Every)?.At,
        };
    }

    private static void CheckSource(YamlFields fields, MistakeLog log)
    {
        if (fields.Has("files") == fields.Has("line-in"))
        {
            if (!fields.HasUnknown)
            {
                log.Error(
                    fields.At,
                    $"{char.ToUpperInvariant(fields.What[0])}{fields.What[1..]} has {(fields.Has("files") ? "both" : "neither")} files "
                    + $"{(fields.Has("files") ? "and" : "nor")} a line-in.",
                    "Write either \"files: [music/one.flac]\" or \"line-in: hw:1,0\".");
            }

            return;
        }

        if (fields.Has("line-in"))
        {
            foreach (var key in new[] { "order", "between", Every }.Where(fields.Has))
            {
                log.Error(
                    fields.PlaceOf(key),
                    $"\"{key}\" has no meaning for music of a line-in, which has no pieces.",
                    "Remove it, or play files; the messages of a queue interrupt music of any kind.");
            }
        }
    }

    private static IReadOnlyList<Located<string>>? Bounded(IReadOnlyList<Located<string>>? names, string key, MistakeLog log)
    {
        if (names is not { Count: > MusicConfig.MostPieces })
        {
            return names;
        }

        log.Error(
            names[MusicConfig.MostPieces].At,
            $"\"{key}\" has more than {MusicConfig.MostPieces} entries.",
            "Remove those that are not needed.");
        return [.. names.Take(MusicConfig.MostPieces)];
    }

    // A plain number counts pieces; with a unit it is a time.
    private static MusicEvery? EveryOf(YamlFields fields)
    {
        if (fields.Node(Every) is YamlText { Text: var text } && text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return fields.Number(Every, 1, MusicConfig.MostEvery) is { } pieces ? new MusicEvery(pieces.Value, null) : null;
        }

        return fields.Duration(Every, MusicConfig.ShortestEvery, MusicConfig.LongestEvery) is { } time
            ? new MusicEvery(null, time.Value)
            : null;
    }

    private static string? LineIn(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("line-in") is not { } device)
        {
            return null;
        }

        if (!DeviceName().IsMatch(device.Value))
        {
            log.Error(
                device.At,
                $"\"{string.Concat(device.Value.Take(60))}\" cannot be the name of a sound device.",
                "Write it as ALSA names it: \"hw:1,0\", or \"hw:Device,0\" by the id that \"./appliance hardware\" shows.");
        }

        return device.Value;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_:,=.-]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeviceName();
}
