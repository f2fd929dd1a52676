using System.Diagnostics.CodeAnalysis;
using System.Text;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>
/// A person or device: a name for the eye, a URI, parameters (RFC 3261 §20.10). From, To, Contact, Route, Record-Route, Path, Refer-To,
/// Referred-By, P-Asserted-Identity, Remote-Party-ID and Diversion are of this kind.
/// </summary>
internal sealed class NameAddress : IHeaderValue<NameAddress>
{
    private readonly Part _name;
    private readonly Part _params;
    private readonly Part _tag;

    private NameAddress(SipText text, Part name, AnyUri uri, Part parameters, Part tag) =>
        (Text, _name, Uri, _params, _tag) = (text, name, uri, parameters, tag);

    /// <summary>All of it as it stood there.</summary>
    public SipText Text { get; }

    /// <summary>The address.</summary>
    public AnyUri Uri { get; }

    /// <summary>The address when it is a SIP or SIPS URI.</summary>
    public SipUri? SipUri => Uri as SipUri;

    /// <summary>The name for the eye, without quotes; empty without one.</summary>
    public string DisplayName => Text.Slice(_name).Unquoted().ToString();

    /// <summary>The party's tag in a dialog; empty without one.</summary>
    public SipText Tag => Text.Slice(_tag);

    /// <summary>The parameters behind the address.</summary>
    public HeaderParams Params => new(Text.Slice(_params));

    /// <summary>How long a contact shall hold, in seconds; null when it does not say, or what it says is no number.</summary>
    public uint? Expires => Numbers.TryReadClamped(Params["expires"u8].Span, out var seconds) ? seconds : null;

    /// <summary>How much a contact is preferred, 0 to 1; 1 when it does not say.</summary>
    public double Quality => Params.Quality;

    /// <summary>Makes one.</summary>
    /// <param name="name">The name for the eye in plain text; null or empty for none.</param>
    /// <param name="uri">The address.</param>
    /// <param name="parameters">Parameters in plain text; a value that is no token is quoted, a null one left out.</param>
    public static NameAddress Create(string? name, AnyUri uri, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder();
        if (!string.IsNullOrEmpty(name))
        {
            Writing.AppendQuoted(text, name);
            text.Append(' ');
        }

        text.Append('<').Append(uri).Append('>');
        foreach (var (parameter, value) in parameters)
        {
            Writing.AppendParameter(text, parameter, value);
        }

        return TryParse(SipText.Of(text.ToString()), out var address)
            ? address
            : throw new ArgumentException($"No address can be made of {uri}.", nameof(uri));
    }

    /// <summary>The same name and address with a tag and no other parameter.</summary>
    public NameAddress WithTag(string tag) => Create(DisplayName, Uri, ("tag", tag));

    /// <inheritdoc/>
    public static bool TryParse(SipText text, [MaybeNullWhen(false)] out NameAddress value)
    {
        value = null;
        var span = text.Span;
        if (span.Length > Part.LongestText || !TryReadAddress(span, out var name, out var address, out var end))
        {
            return false;
        }

        var scanner = new Scanner(span);
        scanner.MoveTo(end);
        if (!TryReadParams(span, ref scanner, out var tag) || AnyUri.Parse(text.Slice(address).Bytes) is not { } uri)
        {
            return false;
        }

        value = new NameAddress(text, name, uri, Part.Between(end, span.Length), tag);
        return true;
    }

    /// <summary>As it stood there.</summary>
    public override string ToString() => Text.ToString();

    private static bool TryReadAddress(ReadOnlySpan<byte> text, out Part name, out Part address, out int end)
    {
        var scanner = new Scanner(text);
        scanner.SkipSpace();
        (name, address, end) = (default, default, 0);
        if (scanner.Next == '"')
        {
            if (!scanner.TakeQuoted(out name) || !scanner.Take('<'))
            {
                return false;
            }
        }
        else if (text.IndexOfAny((byte)'<', (byte)'>') is var open and >= 0)
        {
            name = Characters.Trim(text, 0, open);
            if (text[open] == '>' || name.In(text).ContainsAny(Characters.NotInPlainName))
            {
                return false;
            }

            scanner.MoveTo(open + 1);
        }
        else
        {
            // Without < and >, a semicolon belongs to the header, and a question mark or comma would be in doubt (RFC 3261 §20).
            var length = text.IndexOfAny(Characters.EndOfBareUri);
            end = length < 0 ? text.Length : length;
            address = Part.Between(0, end);
            return length < 0 || text[length] is not ((byte)'?' or (byte)',');
        }

        var isClosed = scanner.TakeUntil('>', out address);
        end = scanner.Position;
        return isClosed;
    }

    private static bool TryReadParams(ReadOnlySpan<byte> text, ref Scanner scanner, out Part tag)
    {
        tag = default;
        ParameterRead read;
        while ((read = scanner.TakeParameter(out var parameter)) == ParameterRead.Read)
        {
            if (Ascii.EqualsIgnoreCase(parameter.Name.In(text), "tag"u8))
            {
                tag = parameter.Value;
            }
        }

        return read == ParameterRead.End;
    }
}
