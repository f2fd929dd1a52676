using System.Globalization;
using System.Text;
using Switchhook.Sip.Grammar.Lexing;
using Switchhook.Sip.Grammar.Table;

namespace Switchhook.Sip.Grammar.Headers;

/// <summary>How long a session holds without a refresh (RFC 4028 §4).</summary>
/// <param name="Interval">Seconds.</param>
/// <param name="Refresher">Who refreshes; <see cref="Refresher.Unsaid"/> leaves it open.</param>
internal readonly record struct SessionExpires(uint Interval, Refresher Refresher) : IHeaderValue<SessionExpires>
{
    /// <inheritdoc/>
    public static bool TryParse(SipText text, out SessionExpires value)
    {
        var scanner = new Scanner(text.Span);
        value = default;
        var isNumber = scanner.TakeRun(Characters.Token, out var digits) & Numbers.TryReadClamped(digits.In(text.Span), out var interval);
        var start = scanner.Position;
        if (!isNumber || !HeaderParams.AreWellFormed(ref scanner))
        {
            return false;
        }

        var refresher = new HeaderParams(new SipText(text.Bytes[start..]))["refresher"u8].Span;
        value = new SessionExpires(
            interval,
            Ascii.EqualsIgnoreCase(refresher, "uac"u8) ? Refresher.Uac
            : Ascii.EqualsIgnoreCase(refresher, "uas"u8) ? Refresher.Uas
            : Refresher.Unsaid);
        return true;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Interval}") + Refresher switch
    {
        Refresher.Unsaid => "",
        Refresher.Uac => ";refresher=uac",
        Refresher.Uas => ";refresher=uas",
    };
}
