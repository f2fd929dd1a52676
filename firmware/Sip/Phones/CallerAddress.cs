using Switchhook.Calls;
using Switchhook.Sip.Grammar.Headers;
using Switchhook.Sip.Grammar.Uris;

namespace Switchhook.Sip.Phones;

/// <summary>Who calls, as phones are shown it. Pure.</summary>
internal static class CallerAddress
{
    private const string Nobody = "anonymous";

    /// <summary>A caller.</summary>
    public static NameAddress Of(CallerIdentity caller, string domain) =>
        caller.Withheld || caller.Number is null
            ? Of(Nobody, caller.Withheld ? "Anonymous" : caller.Name ?? "Unknown", domain)
            : Of(caller.Number, caller.Name ?? caller.Number, domain);

    /// <summary>A number with a name.</summary>
    public static NameAddress Of(string number, string name, string domain) => NameAddress.Create(name, SipUri.Create(number, domain));
}
