using System.Globalization;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>
/// A number alone or before parameters and a comment: Expires, Min-Expires, Retry-After, Min-SE, RSeq. One that does not fit 32 bits is
/// taken as the largest.
/// </summary>
/// <param name="Value">The number, in seconds where it is a time.</param>
internal readonly record struct Seconds(uint Value) : IHeaderValue<Seconds>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, out Seconds value)
    {
        var length = text.Span.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = length < 0 ? text.Span : text.Span[..length];
        var isNumber = Numbers.TryReadClamped(digits, out var number);
        value = new Seconds(number);
        return isNumber && (length < 0 || Characters.IsSpace(text.Span[length]) || text.Span[length] is (byte)';' or (byte)'(');
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
