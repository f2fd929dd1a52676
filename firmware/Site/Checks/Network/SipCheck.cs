using System.Net;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Network;

/// <summary>Checks what holds for all of SIP.</summary>
internal static class SipCheck
{
    private const int Sip = 5060;
    private const int Sips = 5061;

    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
    ];

    private static readonly IPNetwork[] NoHosts =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/127"),
        IPNetwork.Parse("ff00::/8"),
    ];

    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        CheckPhones(draft.Phones, log);
        if (draft.Sip is not { } sip)
        {
            return;
        }

        if (sip.RtpPorts is { } ports)
        {
            CheckPorts(ports, draft, log);
        }

        if (sip.PublicAddress is { } address)
        {
            CheckAddress(address, log);
        }

        CheckTrusted(sip.Trusted, log);
        foreach (var file in sip.TlsFiles.Where(file => !context.FileExists(file.Value)))
        {
            log.Error(
                file.At,
                $"The file \"{file.Value}\" is not there.",
                "Correct its path (from the site file on, or from the root), or leave \"tls\" out: the box makes a certificate itself.");
        }
    }

    private static void CheckPhones(IReadOnlyList<PhoneDraft> phones, MistakeLog log)
    {
        foreach (var phone in phones)
        {
            if (phone.Sip is { Address: { } address, Media.Encryption: { Value: MediaEncryption.Demanded } })
            {
                log.Error(
                    address.At,
                    "A phone at a fixed address is rung without TLS, so its sound cannot be encrypted.",
                    "Remove \"address\" and let the phone register, or write \"encryption: no\".");
            }
            else if (phone.Sip?.Address is { } other && !IPAddress.IsLoopback(other.Value.Address) && IsNoHost(other.Value.Address))
            {
                log.Error(
                    other.At,
                    $"{other.Value.Address} is not the address of a host.",
                    "Write the address that the phone has on the network.");
            }
        }
    }

    private static void CheckPorts(Located<PortRange> ports, SiteDraft draft, MistakeLog log)
    {
        var range = ports.Value;
        if (range is { First: <= Sips, Last: >= Sip })
        {
            log.Error(
                ports.At,
                $"Ports {Sip} and {Sips} are for calling, not for sound.",
                $"Write another range, such as {SiteDefaults.RtpPorts}.");
            return;
        }

        // Each phone may have a call on hold beside the one it talks in.
        var streams = draft.Trunks.Sum(trunk => trunk.Channels) + (draft.Phones.Count(phone => phone.Sip is not null) * 2);
        if (range.Pairs < streams)
        {
            log.Warn(
                ports.At,
                $"{Words.Count(range.Last - range.First + 1, "port")} suffice for {Words.Count(range.Pairs, "stream")} of sound; "
                    + $"the SIP phones and trunks may need {streams}, with 2 ports each.",
                $"Write a wider range, such as {range.First}-{range.First + (streams * 2) - 1}.");
        }
    }

    private static void CheckAddress(Located<IPAddress> address, MistakeLog log)
    {
        if (IsNoHost(address.Value))
        {
            log.Error(
                address.At,
                $"{address.Value} is not the address of a host that others can reach.",
                "Write the address that the Internet router has towards the provider.");
        }
        else if (PrivateNetworks.Any(network => network.Contains(address.Value)))
        {
            log.Warn(
                address.At,
                $"{address.Value} is an address inside a house; nobody outside can send to it.",
                "Write the address that the Internet router has towards the provider.");
        }
    }

    private static bool IsNoHost(IPAddress address) => NoHosts.Any(network => network.Contains(address));

    private static void CheckTrusted(IReadOnlyList<Located<IPNetwork>> trusted, MistakeLog log)
    {
        for (var i = 0; i < trusted.Count; i++)
        {
            var network = trusted[i];
            if (trusted.Take(i).Any(other => other.Value == network.Value))
            {
                log.Error(network.At, $"{network.Value} is trusted twice.", "Remove one of the two.");
            }
        }
    }
}
