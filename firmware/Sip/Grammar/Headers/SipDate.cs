using System.Globalization;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>A moment of header Date (RFC 3261 §20.17).</summary>
/// <param name="Moment">The moment, UTC.</param>
internal readonly record struct SipDate(DateTimeOffset Moment) : IHeaderValue<SipDate>
{
    private static readonly string[] Forms = ["ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'"];

    /// <inheritdoc/>
    /// <remarks>
    /// A date in any other zone than GMT is malformed; who asks may leave it out of account, as the box does: no call depends on it.
    /// </remarks>
    public static bool TryParse(SipText text, out SipDate value)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;
        var isDate = DateTimeOffset.TryParseExact(text.ToString(), Forms, CultureInfo.InvariantCulture, Utc, out var moment);
        value = new SipDate(moment);
        return isDate;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
