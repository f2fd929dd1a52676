using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Switchhook.Testing.Sip.Load;

/// <summary>
/// A site in which each SIP phone has a number of its own at a provider: a call of it rings that phone and no other. The providers are
/// known by their addresses, for a trunk has two hundred channels at most.
/// </summary>
public static class LoadSite
{
    /// <summary>Phones whose numbers come in over one trunk.</summary>
    public const int PhonesPerTrunk = 200;

    // Below the ports that LoopbackPorts gives to others.
    private const string RtpPorts = "10000-15999";
    // No emergency number begins like one of them.
    private const int FirstPhone = 2001;
    private const int TrunkOctet = 2;

    /// <summary>Most phones: a section of the site file holds no more.</summary>
    public const int MostPhones = 1000;

    /// <summary>The first UDP port for sound, and the last.</summary>
    public static (int First, int Last) SoundPorts { get; } = (10_000, 15_999);

    /// <summary>The number of a phone, counted from 0.</summary>
    public static string Phone(int index) => Text($"{FirstPhone + index}");

    /// <summary>What a provider calls to reach a phone.</summary>
    public static string Called(int index) => Text($"442079461{index:000}");

    /// <summary>The address of the provider that brings the calls of a phone.</summary>
    public static string Provider(int index) => Text($"127.0.0.{TrunkOctet + (index / PhonesPerTrunk)}");

    /// <summary>The site file.</summary>
    /// <param name="phones">How many phones.</param>
    /// <param name="isRecording">True: every call is recorded.</param>
    public static string Yaml(int phones, bool isRecording)
    {
        var all = Enumerable.Range(0, phones).ToList();
        var yaml = new StringBuilder(
            """
            site: {name: Load, country: GB, time-zone: UTC, language: en}
            board: simulated
            lines:
              unused: {port: fxo1, route: to-2001}
            phones:

            """);
        Each(all, phone => $"  {Phone(phone)}: {{sip: yes, name: Phone {Phone(phone)}, place: Hall}}");
        yaml.Append("trunks:\n");
        foreach (var trunk in all.Chunk(PhonesPerTrunk))
        {
            var (at, first) = (Provider(trunk[0]), Phone(trunk[0]));
            yaml.Append(Text($"  from-{first}: {{server: \"{at}\", transport: udp, route: to-{first}, "));
            yaml.Append(Text($"channels: {PhonesPerTrunk}, check: off, numbers: {{\n"));
            Each(trunk, phone => $"    \"+{Called(phone)}\": {{route: to-{Phone(phone)}}},");
            yaml.Append("  }}\n");
        }

        yaml.Append("groups:\n");
        Each(all, phone => $"  of-{Phone(phone)}: {{phones: [{Phone(phone)}], strategy: in-order, ring: 20 s}}");
        yaml.Append("flows:\n");
        Each(all, phone => $"  to-{Phone(phone)}: [{{ring: of-{Phone(phone)}}}, hang-up]");
        return yaml.Append(Text($"sip: {{rtp-ports: {RtpPorts}}}\nrecord: {(isRecording ? "all" : "none")}\n")).ToString();

        void Each(IEnumerable<int> some, Func<int, string> line) => yaml.AppendJoin('\n', some.Select(line)).Append('\n');
    }

    private static string Text(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}
