using System.Text.RegularExpressions;
using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Site.Voicemail;

namespace Switchhook.Storage.Secrets;

/// <summary>The names of secrets: what they belong to, and which one.</summary>
public static partial class SecretNames
{
    /// <summary>The certificate authority of the pages, with its key. The box alone makes it.</summary>
    public const string WebAuthority = "web/authority";

    /// <summary>The certificate that the pages show, with its key. The box alone makes it.</summary>
    public const string WebServer = "web/server";

    private const string PhoneKind = "phone/";
    private const string TrunkKind = "trunk/";
    private const string FactorKind = "factor/";
    private const string AddressKind = "provision/";
    private const string WebhookKind = "webhook/";

    /// <summary>The secret with which a SIP phone registers.</summary>
    public static string Phone(string number) => PhoneKind + number;

    /// <summary>The password of a trunk.</summary>
    public static string Trunk(string name) => TrunkKind + name;

    /// <summary>The secret in the address at which a SIP phone fetches its configuration. The box alone makes it.</summary>
    public static string Address(string number) => AddressKind + number;

    /// <summary>The key of a second factor, by its number. The box alone makes it.</summary>
    public static string Factor(string id) => FactorKind + id;

    /// <summary>The secret with which what is sent to a webhook is signed, by its id. The box alone makes it.</summary>
    public static string Webhook(string id) => WebhookKind + id;

    /// <summary>True for names of phones, trunks, alerts, PINs and mailboxes, whose secrets people may enter.</summary>
    public static bool IsName(string name) => GoodName().IsMatch(name);

    /// <summary>True for the secret of a phone, which the box makes itself.</summary>
    public static bool IsPhone(string name) => name.StartsWith(PhoneKind, StringComparison.Ordinal);

    /// <summary>True for the secret in a phone's address.</summary>
    public static bool IsAddress(string name) => GoodAddress().IsMatch(name);

    /// <summary>True for what the box alone makes and uses, so that no site file names it.</summary>
    public static bool IsOfTheBox(string name) =>
        name is WebAuthority or WebServer
        || name.StartsWith(FactorKind, StringComparison.Ordinal) || name.StartsWith(WebhookKind, StringComparison.Ordinal);

    /// <summary>The number of the phone that a name is of.</summary>
    public static string NumberOf(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The secrets of the SIP phones of a site.</summary>
    public static IEnumerable<string> OfPhones(SiteModel site) =>
        site.Phones.Values.Where(phone => phone.Sip is not null).Select(phone => Phone(phone.Number));

    /// <summary>The passwords that a site needs; a trunk without an account needs none.</summary>
    public static IEnumerable<string> OfTrunks(SiteModel site) =>
        site.Trunks.Values.Where(trunk => trunk.User is not null).Select(trunk => Trunk(trunk.Name));

    /// <summary>The passwords with which alerts are sent as mail.</summary>
    public static IEnumerable<string> OfAlerts(SiteModel site) =>
        site.Alerts.Values.Where(alert => alert.Way is AlertWay.Mail { User: not null }).Select(alert => alert.Secret);

    /// <summary>The PINs of outbound rules.</summary>
    public static IEnumerable<string> OfPins(SiteModel site) => site.Outbound.Select(rule => rule.PinSecret).OfType<string>().Distinct();

    /// <summary>The PINs of mailboxes.</summary>
    public static IEnumerable<string> OfVoicemail(SiteModel site) =>
        site.Voicemail.Values.Where(box => box.Pin == VoicemailPin.Secret).Select(box => box.Secret);

    [GeneratedRegex(
        @"^(phone/[0-9]{2,6}|(trunk|alert|pin|voicemail)/[a-z0-9-]{1,40})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoodName();

    [GeneratedRegex(@"^provision/[0-9]{2,6}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoodAddress();
}
