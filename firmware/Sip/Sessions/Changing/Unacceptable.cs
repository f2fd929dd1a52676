using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;

namespace Switchhook.Sip.Sessions.Changing;

/// <summary>The refusal of an offer.</summary>
internal static class Unacceptable
{
    /// <summary>488, with the reason as Warning 399 (RFC 3261 §20.43).</summary>
    public static OutgoingResponse Of(string words) => new OutgoingResponse(488).With(
        new HeaderField(HeaderId.Warning, $"399 switchhook \"{words.Replace('"', '\'').Replace('\\', '/')}\""));
}
