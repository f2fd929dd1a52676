using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Site;

/// <summary>Site files for tests, read without a disk.</summary>
internal static class SiteTexts
{
    /// <summary>A small right site; tests replace parts of it.</summary>
    public const string Clinic = """
        site: {name: Clinic, country: US, time-zone: America/Chicago}
        lines:
          main-1: {port: fxo1, number: "+1 (312) 555-0100", route: day}
          main-2: {port: fxo2, route: night, dialling: pulse}
        phones:
          101: {port: fxs1, name: Front desk, place: Reception}
          102: {port: fxs2, name: Nurse, place: Room 3, call-waiting: no}
        groups:
          desk: {phones: [102, 101], strategy: longest-idle, ring: 15 s, rounds: 3, pause: 2 s}
        flows:
          day:
            - play: welcome
            - ring: desk
            - go: night
          night: [play: closed, hang-up]
        prompts:
          welcome: {file: prompts/welcome.wav}
          closed: {say: We are closed.}
        line-groups:
          outside: {lines: [main-2, main-1], order: round-robin}
        outbound:
          - {prefix: 9, starts: [1, 312], digits: 7-11, over: outside}
        record: outside

        """;

    /// <summary>
    /// Boards "simulated" (4 lines, 4 phones, a lamp, a free relay and one that is not),
    /// "small" (1 line, no phone); the only sound file is prompts/welcome.wav.
    /// </summary>
    public static SiteContext Context { get; } = new(
        new Dictionary<string, Board>
        {
            ["simulated"] = OneCard("simulated", 4, 4, Panel),
            ["small"] = OneCard("small", 1, 0),
        },
        file => file == "prompts/welcome.wav")
    {
        Time = new ManualTimeProvider(),
    };

    private const string Panel = """
        lamps: {desk-lamp: {pin: LAMP1}}
        relays: {bell: {pin: RELAY1}, bypass: {pin: RELAY2, power-fail: {line: fxo1, phone: fxs1}}}
        """;

    /// <summary>Reads a text as site.yaml.</summary>
    public static SiteResult Read(string text) => SiteReader.Read(text, "site.yaml", Context);

    private static Board OneCard(string name, int fxo, int fxs, string more = "") => BoardReader
        .Read($"name: {name}\ncards: [{{name: card-1, driver: simulated, fxo: {fxo}, fxs: {fxs}}}]\n{more}", $"{name}.yaml").Board!;
}
