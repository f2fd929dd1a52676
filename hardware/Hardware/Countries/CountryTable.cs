using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Countries;

/// <summary>The telephony facts of all countries, from the table that is part of this assembly: countries.yaml, with its sources.</summary>
/// <remarks>
/// The table is large, and a box needs one country: its block is found by its text, and only the block is parsed. Any thread.
/// </remarks>
public static class CountryTable
{
    private static readonly Lazy<string> Table = new(ReadTable);
    private static readonly Lazy<IReadOnlyList<string>> AllCodes = new(FindCodes);
    private static readonly ConcurrentDictionary<string, Country> Read = new(StringComparer.Ordinal);

    /// <summary>The ISO 3166-1 alpha-2 codes of all countries of the table, sorted.</summary>
    public static IReadOnlyList<string> Codes => AllCodes.Value;

    /// <summary>The facts of a country.</summary>
    /// <param name="code">ISO 3166-1 alpha-2 code, upper case.</param>
    /// <exception cref="KeyNotFoundException">The table does not have the country.</exception>
    public static Country Get(string code) =>
        TryGet(code, out var country)
            ? country
            : throw new KeyNotFoundException($"The country table has no \"{code}\"; it has two-letter codes such as US and GB.");

    /// <summary>The facts of a country; false when the table does not have it.</summary>
    /// <param name="code">ISO 3166-1 alpha-2 code, upper case.</param>
    /// <param name="country">The facts.</param>
    public static bool TryGet(string code, [NotNullWhen(true)] out Country? country)
    {
        if (Read.TryGetValue(code, out country))
        {
            return true;
        }

        if (BlockOf(code) is not { } block)
        {
            return false;
        }

        country = Read.GetOrAdd(code, CountryReader.Read(code, Parse(code, block)));
        return true;
    }

    private static YamlMap Parse(string code, string block)
    {
        var log = new MistakeLog("countries.yaml");
        var root = YamlDocument.Read(block, log) as YamlMap;
        return !log.HasErrors && root?.Find(code) is YamlMap facts
            ? facts
            : throw new InvalidDataException($"The country table is damaged at {code}: {string.Join(' ', log.Sorted())}");
    }

    // A country begins with its quoted code as a key of the second level, and ends where the next one begins.
    private static string? BlockOf(string code)
    {
        if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper))
        {
            return null;
        }

        var table = Table.Value;
        var begin = table.IndexOf($"\n  \"{code}\":\n", StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        var end = table.IndexOf("\n  \"", begin + 1, StringComparison.Ordinal);
        return end < 0 ? table[begin..] : table[begin..end];
    }

    private static List<string> FindCodes()
    {
        var codes = new List<string>();
        foreach (var line in Table.Value.AsSpan().EnumerateLines())
        {
            if (line is [' ', ' ', '"', var first, var second, '"', ':'])
            {
                codes.Add($"{first}{second}");
            }
        }

        codes.Sort(StringComparer.Ordinal);
        return codes;
    }

    private static string ReadTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("countries.yaml")
            ?? throw new InvalidDataException("The country table is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
