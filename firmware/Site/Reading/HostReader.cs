using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Reading;

/// <summary>Reads names and addresses of hosts and networks.</summary>
internal static partial class HostReader
{
    private const int LongestHost = 253;
    private const int MostPort = 65_535;
    private const int UsualPort = 5060;

    /// <summary>A host with or without a port: <c>sip.example.com</c>, <c>192.0.2.1:5080</c>, <c>[2001:db8::1]:5060</c>.</summary>
    public static Located<HostPort>? HostPort(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        if (Parse(text.Value) is { } host)
        {
            return new Located<HostPort>(host, text.At);
        }

        log.Error(
            text.At,
            $"\"{text.Value}\" is no server.",
            $"Write its name or address, and a port only where the provider gives one: \"{key}: sip.example.com\" or \"192.0.2.1:5080\".");
        return null;
    }

    /// <summary>A host without a port.</summary>
    public static Located<string>? Host(YamlFields fields, string key, MistakeLog log)
    {
        var text = fields.Text(key);
        if (text is not { } host || IsHost(host.Value))
        {
            return text;
        }

        log.Error(
            host.At,
            $"\"{host.Value}\" cannot be \"{key}\".",
            "Write the name of a host such as example.com, without \"sip:\" and without a port.");
        return null;
    }

    /// <summary>The address of one host.</summary>
    public static Located<IPAddress>? Address(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        if (Address(text.Value) is { } address)
        {
            return new Located<IPAddress>(address, text.At);
        }

        log.Error(text.At, $"\"{text.Value}\" is no address.", "Write the address in numbers, such as 203.0.113.5.");
        return null;
    }

    /// <summary>Where one host takes SIP: its address in numbers, and a port unless it is the usual one.</summary>
    public static Located<IPEndPoint>? EndPoint(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        if (Parse(text.Value) is { } host && Address(host.Host) is { } address)
        {
            return new Located<IPEndPoint>(new IPEndPoint(address, host.Port ?? UsualPort), text.At);
        }

        log.Error(
            text.At,
            $"\"{text.Value}\" is no address.",
            $"Write the address in numbers, such as 192.168.1.50, with a port only when it is not {UsualPort}: 192.168.1.50:5080.");
        return null;
    }

    /// <summary>A network in CIDR form, or one address.</summary>
    public static Located<IPNetwork>? Network(Located<string> text, MistakeLog log)
    {
        var parts = text.Value.Split('/', 2);
        if (Address(parts[0]) is { } address && Length(parts, address) is { } length)
        {
            return new Located<IPNetwork>(new IPNetwork(Masked(address, length), length), text.At);
        }

        log.Error(
            text.At,
            $"\"{text.Value}\" is no network.",
            "Write it with the length of its mask, such as 192.0.2.0/24, or one address.");
        return null;
    }

    // Short forms such as "10.1" or "0x7f.1" are addresses to the system, and slips to people; brackets and zones say more than that.
    private static IPAddress? Address(string text) =>
        IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6
            ? !text.AsSpan().ContainsAny("[]%")
            : address.ToString() == text)
            ? address
            : null;

    private static HostPort? Parse(string text)
    {
        if (Address(text) is { AddressFamily: AddressFamily.InterNetworkV6 } bare)
        {
            return new HostPort(bare.ToString(), null);
        }

        var match = WithPort().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var host = match.Groups["host"].Value;
        var isBracketed = host[0] == '[';
        host = isBracketed ? host[1..^1] : host;
        int? port = match.Groups["port"] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
        return IsHost(host) && isBracketed == host.Contains(':', StringComparison.Ordinal) && port is null or (> 0 and <= MostPort)
            ? new HostPort(host, port)
            : null;
    }

    private static bool IsHost(string text) =>
        text.Length <= LongestHost
        && (Address(text) is not null || (HostName().IsMatch(text) && !text.Split('.')[^1].All(char.IsAsciiDigit)));

    private static int? Length(string[] parts, IPAddress address)
    {
        var most = address.GetAddressBytes().Length * 8;
        if (parts.Length == 1)
        {
            return most;
        }

        var isLength = int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return isLength && length >= 1 && length <= most ? length : null;
    }

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }

    [GeneratedRegex(@"^(?<host>\[[^\[\]]+\]|[^:\[\]]+)(:(?<port>[0-9]{1,5}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithPort();

    [GeneratedRegex(
        "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?([.][A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostName();
}
