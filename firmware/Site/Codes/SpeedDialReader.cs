using Switchhook.Hardware.Yaml;
using Switchhook.Site.Reading;

namespace Switchhook.Site.Codes;

/// <summary>Reads the short numbers.</summary>
internal static class SpeedDialReader
{
    private const string Example = "\"01\": {number: \"95550142\", name: Pharmacy}";
    private const int LongestName = 60;
    private const int LongestNumber = 24;

    private static readonly YamlKey[] Keys = [YamlKey.Required("number", "\"95550142\""), YamlKey.Required("name", "Pharmacy")];

    /// <summary>Reads <c>speed-dial</c>.</summary>
    public static IReadOnlyList<SpeedDialDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "speed-dial", Example, log).Select(entry => Entry(entry, log))];

    private static SpeedDialDraft Entry(YamlEntry entry, MistakeLog log)
    {
        var digits = entry.Key.Value;
        if (digits.Length != 2 || !digits.All(char.IsAsciiDigit) || digits == "00")
        {
            log.Error(
                entry.Key.At, $"\"{Quote.Short(digits)}\" cannot be a short number.", $"Write two digits from 01 to 99, as in {Example}.");
        }

        var fields = YamlFields.Open(entry.Value, $"short number {digits}", Keys, log);
        return new SpeedDialDraft(entry.Key, fields?.Text("number", LongestNumber), fields?.Text("name", LongestName));
    }
}
