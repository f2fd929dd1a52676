using System.Net;
using System.Net.NetworkInformation;

namespace Switchhook.Web.Certificates;

/// <summary>Names and addresses by which the box is called now, as the kernel tells them.</summary>
public static class BoxNames
{
    /// <summary>Most addresses; a machine with more is no phone appliance.</summary>
    public const int MostAddresses = 32;

    /// <summary>
    /// The name of the machine, the same with <c>.local</c> (RFC 6762) and with its domain, <c>localhost</c>, and all addresses that
    /// another machine can write into its browser; <c>localhost</c> and the loopback addresses at least.
    /// </summary>
    public static IReadOnlyList<string> Read()
    {
        var own = Dns.GetHostName();
        string[] names = [own, own.Contains('.', StringComparison.Ordinal) ? own : $"{own}.local", Domain(own), "localhost"];
        IEnumerable<string> addresses = ["127.0.0.1", "::1", .. Addresses().Select(address => $"{address}")];
        return
        [
            .. names.Where(IsName).Select(name => name.ToLowerInvariant()).Distinct(StringComparer.Ordinal),
            .. addresses.Distinct(StringComparer.Ordinal).Take(MostAddresses),
        ];
    }

    /// <summary>True for a name that may stand in a certificate (RFC 1123, section 2.1).</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 253 && !IPAddress.TryParse(name, out _)
        && name.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
            && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));

    private static string Domain(string own) =>
        IPGlobalProperties.GetIPGlobalProperties().DomainName is { Length: > 0 } domain && domain != "(none)" ? $"{own}.{domain}" : own;

    private static IEnumerable<IPAddress> Addresses()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .Where(card => card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                    .SelectMany(card => card.GetIPProperties().UnicastAddresses)
                    .Select(one => one.Address)
                    .Where(address => !address.IsIPv6LinkLocal),
            ];
        }
        catch (NetworkInformationException)
        {
            // An interface went while it was looked at; the next look sees the rest.
            return [];
        }
    }
}
