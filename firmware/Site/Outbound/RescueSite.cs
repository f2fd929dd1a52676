using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Site.Flows;

namespace Switchhook.Site.Outbound;

/// <summary>
/// The site of a box whose site file cannot be used: each telephone that is plugged in reaches the emergency numbers on any line, and all
/// of them ring for a caller. Nothing else may be called.
/// </summary>
public static partial class RescueSite
{
    /// <summary>The country when no text names one that is known.</summary>
    public const string LastCountry = "US";

    private const string Flow = "rescue";
    private const string Group = "everyone";
    private const int FirstPhone = 101;

    // A telephone of the whole world knows these; the country adds its own.
    private static readonly ValueList<string> Everywhere = ["112", "911"];

    /// <summary>Makes the site.</summary>
    /// <param name="texts">Site files that cannot be used, the one that counts most first: they may name country and board.</param>
    /// <param name="boards">The boards that there are.</param>
    public static (SiteModel Site, Board Board) Of(IReadOnlyList<string> texts, IReadOnlyDictionary<string, Board> boards)
    {
        var country = texts.SelectMany(text => Words(CountryWord(), text)).FirstOrDefault(code => CountryTable.TryGet(code, out _));
        var name = texts.SelectMany(text => Words(BoardWord(), text)).FirstOrDefault(boards.ContainsKey) ?? Board.Simulated;
        return (Of(country ?? LastCountry, boards[name]), boards[name]);
    }

    private static SiteModel Of(string country, Board board)
    {
        var phones = Enumerable.Range(1, board.FxsPorts).ToImmutableSortedDictionary(
            port => $"{FirstPhone + port - 1}",
            port => new PhoneConfig($"{FirstPhone + port - 1}", $"fxs{port}", $"Phone at port fxs{port}", null, CallWaiting: true),
            StringComparer.Ordinal);
        var lines = Enumerable.Range(1, board.FxoPorts).ToImmutableSortedDictionary(
            port => $"{port}", port => new LineConfig($"{port}", $"fxo{port}", null, Flow, PulseDialling: false), StringComparer.Ordinal);
        var group = new HuntGroupConfig(
            Group, [.. phones.Keys], HuntStrategy.RingAll, SiteDefaults.Ring, SiteDefaults.MostRounds, SiteDefaults.Pause);
        return new SiteModel(
            "Rescue: the site file cannot be used",
            country,
            TimeZoneInfo.Utc,
            SiteDefaults.Language,
            board.Name,
            lines,
            phones,
            phones.IsEmpty ? None<HuntGroupConfig>() : None<HuntGroupConfig>().Add(Group, group),
            None<FlowConfig>().Add(Flow, new FlowConfig(Flow, phones.IsEmpty ? [new FlowStep.HangUp()] : [new FlowStep.Ring(Group)])),
            None<PromptConfig>(),
            None<LineGroupConfig>(),
            [],
            RecordPolicy.None,
            None<LampConfig>())
        {
            Emergency = EmergencyConfig.Default with { Also = Everywhere },
        };
    }

    private static ImmutableSortedDictionary<string, T> None<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    // A file that is no YAML any more may hold them all the same.
    private static IEnumerable<string> Words(Regex word, string text) => word.Matches(text).Select(match => match.Groups["word"].Value);

    [GeneratedRegex("""\bcountry:\s*"?(?<word>[A-Z]{2})\b""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CountryWord();

    [GeneratedRegex(
        """^board:\s*"?(?<word>[a-z0-9-]+)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoardWord();
}
