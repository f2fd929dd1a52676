using System.Net;
using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security;

/// <summary>For whom attempts are counted.</summary>
internal static class AttemptKeys
{
    /// <summary>
    /// The sender's address. Of IPv6 only the first 64 bits count, since one host has them all behind it (RFC 4291, section 2.5.4).
    /// </summary>
    public static string Address(string what, HttpContext context) => $"{what} from {OfAddress(context.Connection.RemoteIpAddress)}";

    /// <summary>The same without a purpose.</summary>
    public static string OfAddress(IPAddress? address)
    {
        if (address is null)
        {
            return "nowhere";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }

    /// <summary>An account, whether or not it exists.</summary>
    public static string Account(string name) => $"account {name.Trim().ToUpperInvariant()}";
}
