using System.Text;

namespace Switchhook.Sip.Grammar.Names;

/// <summary>How headers are called: the long name that the box writes, and the short one that it takes too (RFC 3261 §7.3.3).</summary>
internal static class HeaderNames
{
    private const int Buckets = 512;

    private static readonly (HeaderId Id, string Name, string? Short)[] Known =
    [
        (HeaderId.Accept, "Accept", null),
        (HeaderId.AcceptContact, "Accept-Contact", "a"),
        (HeaderId.AcceptEncoding, "Accept-Encoding", null),
        (HeaderId.AcceptLanguage, "Accept-Language", null),
        (HeaderId.AlertInfo, "Alert-Info", null),
        (HeaderId.Allow, "Allow", null),
        (HeaderId.AllowEvents, "Allow-Events", "u"),
        (HeaderId.AuthenticationInfo, "Authentication-Info", null),
        (HeaderId.Authorization, "Authorization", null),
        (HeaderId.CallId, "Call-ID", "i"),
        (HeaderId.CallInfo, "Call-Info", null),
        (HeaderId.Contact, "Contact", "m"),
        (HeaderId.ContentDisposition, "Content-Disposition", null),
        (HeaderId.ContentEncoding, "Content-Encoding", "e"),
        (HeaderId.ContentLength, "Content-Length", "l"),
        (HeaderId.ContentType, "Content-Type", "c"),
        (HeaderId.CSeq, "CSeq", null),
        (HeaderId.Date, "Date", null),
        (HeaderId.Diversion, "Diversion", null),
        (HeaderId.Event, "Event", "o"),
        (HeaderId.Expires, "Expires", null),
        (HeaderId.From, "From", "f"),
        (HeaderId.HistoryInfo, "History-Info", null),
        (HeaderId.Identity, "Identity", "y"),
        (HeaderId.MaxForwards, "Max-Forwards", null),
        (HeaderId.MimeVersion, "MIME-Version", null),
        (HeaderId.MinExpires, "Min-Expires", null),
        (HeaderId.MinSE, "Min-SE", null),
        (HeaderId.PAssertedIdentity, "P-Asserted-Identity", null),
        (HeaderId.Path, "Path", null),
        (HeaderId.PPreferredIdentity, "P-Preferred-Identity", null),
        (HeaderId.Privacy, "Privacy", null),
        (HeaderId.ProxyAuthenticate, "Proxy-Authenticate", null),
        (HeaderId.ProxyAuthorization, "Proxy-Authorization", null),
        (HeaderId.ProxyRequire, "Proxy-Require", null),
        (HeaderId.RAck, "RAck", null),
        (HeaderId.Reason, "Reason", null),
        (HeaderId.RecordRoute, "Record-Route", null),
        (HeaderId.ReferredBy, "Referred-By", "b"),
        (HeaderId.ReferSub, "Refer-Sub", null),
        (HeaderId.ReferTo, "Refer-To", "r"),
        (HeaderId.RejectContact, "Reject-Contact", "j"),
        (HeaderId.RemotePartyId, "Remote-Party-ID", null),
        (HeaderId.Replaces, "Replaces", null),
        (HeaderId.RequestDisposition, "Request-Disposition", "d"),
        (HeaderId.Require, "Require", null),
        (HeaderId.RetryAfter, "Retry-After", null),
        (HeaderId.Route, "Route", null),
        (HeaderId.RSeq, "RSeq", null),
        (HeaderId.Server, "Server", null),
        (HeaderId.ServiceRoute, "Service-Route", null),
        (HeaderId.SessionExpires, "Session-Expires", "x"),
        (HeaderId.Subject, "Subject", "s"),
        (HeaderId.SubscriptionState, "Subscription-State", null),
        (HeaderId.Supported, "Supported", "k"),
        (HeaderId.Timestamp, "Timestamp", null),
        (HeaderId.To, "To", "t"),
        (HeaderId.Unsupported, "Unsupported", null),
        (HeaderId.UserAgent, "User-Agent", null),
        (HeaderId.Via, "Via", "v"),
        (HeaderId.Warning, "Warning", null),
        (HeaderId.WwwAuthenticate, "WWW-Authenticate", null),
    ];

    private static readonly byte[][] Written = new byte[Known.Length + 1][];

    // By hash of length and two letters; the few that fall together are tried in turn.
    private static readonly (byte[] Name, HeaderId Id)[][] ByHash = new (byte[], HeaderId)[Buckets][];

    static HeaderNames()
    {
        Array.Fill(Written, []);
        Array.Fill(ByHash, []);
        foreach (var (id, name, shortName) in Known)
        {
            Written[(int)id] = Encoding.ASCII.GetBytes(name);
            Add(name, id);
            if (shortName is not null)
            {
                Add(shortName, id);
            }
        }
    }

    /// <summary>The name to write; empty for <see cref="HeaderId.Other"/>.</summary>
    public static ReadOnlySpan<byte> Of(HeaderId id) => Written[(int)id];

    /// <summary>The name for people.</summary>
    public static string Text(HeaderId id) => Encoding.ASCII.GetString(Of(id));

    /// <summary>The header of a name, long or short, in upper or lower case.</summary>
    public static HeaderId Find(ReadOnlySpan<byte> name)
    {
        if (!name.IsEmpty)
        {
            foreach (var (known, id) in ByHash[Hash(name)])
            {
                if (Ascii.EqualsIgnoreCase(known, name))
                {
                    return id;
                }
            }
        }

        return HeaderId.Other;
    }

    private static void Add(string name, HeaderId id)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        ref var bucket = ref ByHash[Hash(bytes)];
        bucket = [.. bucket, (bytes, id)];
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        const int LowerCase = 0x20;
        return ((name.Length * 67) + ((name[0] | LowerCase) * 31) + ((name[^1] | LowerCase) * 7) + (name[name.Length / 2] | LowerCase))
            & (Buckets - 1);
    }
}
