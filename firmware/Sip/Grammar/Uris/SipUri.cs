using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Uris;

/// <summary>A SIP or SIPS URI (RFC 3261 §19.1). Equal are those that RFC 3261 §19.1.4 calls so.</summary>
internal sealed class SipUri : AnyUri, IEquatable<SipUri>
{
    // Comparing takes the square of their number.
    private const int MostParts = 64;

    private readonly Part _user;
    private readonly Part _password;
    private readonly Part _host;
    private readonly Part _params;
    private readonly Part _headers;

    private SipUri(ReadOnlyMemory<byte> bytes, int schemeLength, in Layout layout)
        : base(bytes, schemeLength)
    {
        (_user, _password, _host) = (layout.User, layout.Password, layout.Host);
        (_params, _headers, Port) = (layout.Params, layout.Headers, layout.Port);
    }

    /// <summary>Whether it asks for TLS all the way.</summary>
    public bool IsSecure => Scheme.Length == 4;

    /// <summary>The user as written, with escapes and with parameters of its own; empty without one.</summary>
    public SipText User => Text.Slice(_user);

    /// <summary>The password as written; empty without one.</summary>
    public SipText Password => Text.Slice(_password);

    /// <summary>The host as written, an IPv6 address in brackets.</summary>
    public SipText Host => Text.Slice(_host);

    /// <summary>The port; null when none is written.</summary>
    public ushort? Port { get; }

    /// <summary>The parameters behind the host.</summary>
    public UriParams Params => new(Text.Slice(_params));

    /// <summary>What stands behind the question mark, without it; empty without any.</summary>
    public SipText Headers => Text.Slice(_headers);

    /// <summary>Whether a next hop of this URI routes loosely (RFC 3261 §16.12).</summary>
    public bool IsLooseRouter => Params.Has("lr"u8);

    /// <summary>The <c>transport</c> parameter; empty without one.</summary>
    public SipText Transport => Params.TryGet("transport"u8, out var value) ? value : default;

    /// <summary>The user without escapes and without what follows a semicolon in it: the name or number of an account.</summary>
    public string UserName
    {
        get
        {
            var user = User.Span;
            var semicolon = user.IndexOf((byte)';');
            return Percent.Decode(semicolon < 0 ? user : user[..semicolon]);
        }
    }

    /// <summary>The host, when it is an address.</summary>
    public bool TryGetAddress([NotNullWhen(true)] out IPAddress? address)
    {
        var host = Host.Span;
        return IPAddress.TryParse(host is [(byte)'[', .. var inner, (byte)']'] ? inner : host, out address);
    }

    /// <summary>Reads a SIP or SIPS URI; null when it is none.</summary>
    public static new SipUri? Parse(ReadOnlyMemory<byte> bytes) => AnyUri.Parse(bytes) as SipUri;

    /// <summary>Reads a SIP or SIPS URI; null when it is none.</summary>
    public static SipUri? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>Makes one.</summary>
    /// <param name="user">The user in plain text; null for none.</param>
    /// <param name="host">A name or an address; IPv6 with or without brackets.</param>
    /// <param name="port">The port; null for the usual one.</param>
    /// <param name="parameters">Parameters in plain text; a null value for one without.</param>
    /// <exception cref="ArgumentException">The host is neither a name nor an address.</exception>
    public static SipUri Create(string? user, string host, int? port = null, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder("sip:");
        if (!string.IsNullOrEmpty(user))
        {
            text.Append(Percent.EncodeUser(user)).Append('@');
        }

        text.Append(HostPort.Write(host, port));
        foreach (var (name, value) in parameters)
        {
            text.Append(';').Append(Percent.EncodeParameter(name));
            if (value is not null)
            {
                text.Append('=').Append(Percent.EncodeParameter(value));
            }
        }

        return Parse(text.ToString()) ?? throw new ArgumentException($"\"{host}\" is no host.", nameof(host));
    }

    /// <summary>Makes one of an address and port.</summary>
    public static SipUri Create(string? user, IPEndPoint at, params ReadOnlySpan<(string Name, string? Value)> parameters) =>
        Create(user, at.Address.ToString(), at.Port, parameters);

    /// <summary>The same URI by RFC 3261 §19.1.4.</summary>
    public bool Equals(SipUri? other) => other is not null && UriComparison.AreSame(this, other);

    /// <summary>The same URI by RFC 3261 §19.1.4.</summary>
    public override bool Equals(object? obj) => Equals(obj as SipUri);

    /// <summary>Of the user and the port: the rest compares by more than bytes.</summary>
    public override int GetHashCode() => HashCode.Combine(IsSecure, Percent.Hash(User.Span), Port);

    internal static SipUri? ParseRest(ReadOnlyMemory<byte> bytes, int colon)
    {
        var layout = default(Layout);
        return layout.Read(bytes.Span, colon + 1) ? new SipUri(bytes, colon, layout) : null;
    }

    private struct Layout
    {
        public Part User;
        public Part Password;
        public Part Host;
        public Part Params;
        public Part Headers;
        public ushort? Port;

        public bool Read(ReadOnlySpan<byte> text, int start)
        {
            // A user may hold a question mark or a semicolon, and @ stands nowhere else without an escape: so it is looked for first.
            var at = text[start..].IndexOf((byte)'@');
            return (at < 0 || ReadUser(text, start, start + at)) && ReadRest(text, at < 0 ? start : start + at + 1);
        }

        private bool ReadUser(ReadOnlySpan<byte> text, int start, int end)
        {
            var colon = text[start..end].IndexOf((byte)':');
            User = Part.Between(start, colon < 0 ? end : start + colon);
            Password = colon < 0 ? default : Part.Between(start + colon + 1, end);
            return User.Length > 0;
        }

        private bool ReadRest(ReadOnlySpan<byte> text, int start)
        {
            if (!HostPort.TryRead(text, ref start, out Host, out Port))
            {
                return false;
            }

            if (start < text.Length && text[start] is not ((byte)';' or (byte)'?'))
            {
                return false;
            }

            var question = text[start..].IndexOf((byte)'?');
            var end = question < 0 ? text.Length : start + question;
            Params = Part.Between(start, end);
            Headers = question < 0 ? default : Part.Between(end + 1, text.Length);
            return text[start..].Count((byte)';') <= MostParts && text[start..].Count((byte)'&') <= MostParts;
        }
    }
}
