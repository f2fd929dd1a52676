namespace Switchhook.Sip.Grammar.Uris;

/// <summary>
/// The parameters of a URI: <c>;name=value;name</c>. Names and values may hold escapes, and are the same with and without them.
/// </summary>
/// <param name="Text">From the first semicolon on; may be empty.</param>
internal readonly record struct UriParams(SipText Text)
{
    /// <summary>Whether one is there.</summary>
    public bool Has(ReadOnlySpan<byte> name) => TryGet(name, out _);

    /// <summary>The value of one as it is written, empty when it has none; false when it is not there.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out SipText value)
    {
        var at = 0;
        while (TryNext(ref at, out var candidate, out value))
        {
            if (Percent.AreSame(candidate.Span, name, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of one without its escapes; null when it is not there.</summary>
    public string? Value(ReadOnlySpan<byte> name) => TryGet(name, out var value) ? Percent.Decode(value.Span) : null;

    /// <summary>Goes from parameter to parameter; starts at 0.</summary>
    public bool TryNext(ref int at, out SipText name, out SipText value)
    {
        (name, value) = (default, default);
        if (at >= Text.Length)
        {
            return false;
        }

        var rest = Text.Bytes[(at + 1)..];
        var length = rest.Span.IndexOf((byte)';');
        var one = length < 0 ? rest : rest[..length];
        at += 1 + one.Length;
        var equals = one.Span.IndexOf((byte)'=');
        name = new SipText(equals < 0 ? one : one[..equals]);
        value = equals < 0 ? default : new SipText(one[(equals + 1)..]);
        return true;
    }
}
