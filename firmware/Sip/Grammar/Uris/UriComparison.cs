using System.Text;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>When two SIP URIs are the same (RFC 3261 §19.1.4).</summary>
internal static class UriComparison
{
    /// <summary>Whether they are.</summary>
    public static bool AreSame(SipUri one, SipUri other) =>
        one.IsSecure == other.IsSecure
        && one.Port == other.Port
        && Percent.AreSame(one.User.Span, other.User.Span, ignoreCase: false)
        && Percent.AreSame(one.Password.Span, other.Password.Span, ignoreCase: false)
        && IsSameHost(one, other)
        && AllowsParams(one.Params, other.Params)
        && AllowsParams(other.Params, one.Params)
        && HasHeadersOf(one, other)
        && HasHeadersOf(other, one);

    private static bool IsSameHost(SipUri one, SipUri other) =>
        Ascii.EqualsIgnoreCase(one.Host.Span, other.Host.Span)
        || (one.Host.Span[0] == '[' && one.TryGetAddress(out var a) && other.TryGetAddress(out var b) && a.Equals(b));

    // Parameters that both have must be the same; one that decides where a request goes may not be in one alone. Others may.
    private static bool AllowsParams(UriParams one, UriParams other)
    {
        var at = 0;
        while (one.TryNext(ref at, out var name, out var value))
        {
            var isSame = other.TryGet(name.Span, out var otherValue)
                ? Percent.AreSame(value.Span, otherValue.Span, ignoreCase: true)
                : !MustBeInBoth(name.Span);
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MustBeInBoth(ReadOnlySpan<byte> name) =>
        Percent.AreSame(name, "user"u8, ignoreCase: true)
        || Percent.AreSame(name, "ttl"u8, ignoreCase: true)
        || Percent.AreSame(name, "method"u8, ignoreCase: true)
        || Percent.AreSame(name, "maddr"u8, ignoreCase: true)
        || Percent.AreSame(name, "transport"u8, ignoreCase: true);

    // Headers are never left out of account, in whatever order they stand.
    private static bool HasHeadersOf(SipUri one, SipUri other)
    {
        foreach (var range in other.Headers.Span.Split((byte)'&'))
        {
            var wanted = other.Headers.Span[range];
            if (!wanted.IsEmpty && !HasHeader(one.Headers.Span, wanted))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasHeader(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> wanted)
    {
        foreach (var range in headers.Split((byte)'&'))
        {
            if (IsSameHeader(headers[range], wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSameHeader(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (a, b) = (one.IndexOf((byte)'='), other.IndexOf((byte)'='));
        return a >= 0 && b >= 0
            && Percent.AreSame(one[..a], other[..b], ignoreCase: true)
            && Percent.AreSame(one[(a + 1)..], other[(b + 1)..], ignoreCase: false);
    }
}
