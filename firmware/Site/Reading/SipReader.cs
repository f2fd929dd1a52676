using System.Globalization;
using System.Net;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads what holds for all of SIP.</summary>
internal static class SipReader
{
    private const int LeastPort = 1024;
    private const int MostPort = 65_535;

    private static readonly YamlKey[] Keys =
    [
        YamlKey.Optional("rtp-ports"),
        YamlKey.Optional("public-address"),
        YamlKey.Optional("domain"),
        YamlKey.Optional("trusted"),
        YamlKey.Optional("tls"),
        YamlKey.Optional("session-timer"),
    ];

    private static readonly YamlKey[] TlsKeys =
        [YamlKey.Required("certificate", "certs/box.pem"), YamlKey.Required("key", "certs/box.key")];

    /// <summary>Reads <c>sip</c>; null without the section.</summary>
    public static SipDraft? Read(YamlFields file, MistakeLog log)
    {
        if (file.Node("sip") is not { } node || YamlFields.Open(node, "the section sip", Keys, log) is not { } fields)
        {
            return null;
        }

        return new SipDraft(
            fields.At,
            Ports(fields, log),
            HostReader.Address(fields, "public-address", log),
            HostReader.Host(fields, "domain", log),
            Trusted(fields, log),
            fields.Duration("session-timer", SiteDefaults.ShortestSessionTimer, SiteDefaults.LongestSessionTimer))
        {
            TlsFiles = Tls(fields, log),
        };
    }

    private static Located<PortRange>? Ports(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("rtp-ports") is not { } text)
        {
            return null;
        }

        var parts = text.Value.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first is >= LeastPort and <= MostPort && last > first && last <= MostPort)
        {
            return Even(new Located<PortRange>(new PortRange(first, last), text.At), log);
        }

        log.Error(
            text.At,
            $"\"{text.Value}\" is no range of ports.",
            $"Write the first and the last port, such as {SiteDefaults.RtpPorts}; ports go from {LeastPort} to {MostPort}.");
        return null;
    }

    private static Located<PortRange>? Even(Located<PortRange> ports, MistakeLog log)
    {
        if (ports.Value.First % 2 == 0)
        {
            return ports;
        }

        var next = new PortRange(ports.Value.First + 1, Math.Max(ports.Value.Last, ports.Value.First + 2));
        log.Error(ports.At, $"The first port {ports.Value.First} is odd, and sound needs an even one.", $"Write \"{next}\" instead.");
        return null;
    }

    private static IReadOnlyList<Located<IPNetwork>> Trusted(YamlFields fields, MistakeLog log)
    {
        var texts = fields.Texts("trusted") ?? [];
        if (texts.Count > SiteDefaults.MostTrusted)
        {
            log.Error(
                texts[SiteDefaults.MostTrusted].At,
                $"\"trusted\" has more than {SiteDefaults.MostTrusted} networks.",
                "Write larger networks instead of single addresses.");
        }

        return [.. texts.Take(SiteDefaults.MostTrusted).Select(text => HostReader.Network(text, log)).OfType<Located<IPNetwork>>()];
    }

    private static IReadOnlyList<Located<string>> Tls(YamlFields sip, MistakeLog log)
    {
        var fields = sip.Node("tls") is { } node ? YamlFields.Open(node, "tls of the section sip", TlsKeys, log) : null;
        return [.. new[] { fields?.Text("certificate"), fields?.Text("key") }.OfType<Located<string>>()];
    }
}
