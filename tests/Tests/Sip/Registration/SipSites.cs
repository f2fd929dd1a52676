using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Registration;

/// <summary>Sites with SIP phones.</summary>
internal static class SipSites
{
    private static readonly SipPhoneConfig Usual = new([SipCodec.Pcmu, SipCodec.Pcma], MediaEncryption.No, 5, DtmfMode.Auto);

    /// <summary>The clinic of the kit, and SIP phones 105 and 106 in its hunt group.</summary>
    public static SiteModel Clinic()
    {
        var site = Sites.Clinic(HuntStrategy.RingAll);
        var office = site.Groups["office"];
        return site with
        {
            Phones = site.Phones.Add("105", Phone("105")).Add("106", Phone("106")),
            Groups = site.Groups.SetItem("office", office with { Phones = [.. office.Phones, "105", "106"] }),
        };
    }

    private static PhoneConfig Phone(string number) => new(number, null, $"Phone {number}", "Room 5", CallWaiting: true) { Sip = Usual };
}
