using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Registration;

namespace Switchhook.Tests.Sip.Trunks;

/// <summary>What the journal, and with it the live page, says of a trunk that carries no calls.</summary>
public sealed class TrunkWordsTests
{
    [Fact]
    public void A_trunk_says_what_is_missing_though_it_was_out_of_reach_before()
    {
        using var box = new TestBox(WithTrunk(trunk => trunk with { User = "box", Registers = true, Check = null }));
        box.Advance(1);

        Assert.Equal((LineStatus.Unreachable, "Its password is missing: ./appliance secret set trunk/voip"), Last(box));
    }

    [Fact]
    public void A_trunk_whose_provider_is_silent_says_so_once_that_is_known()
    {
        using var box = new TestBox(WithTrunk(trunk => trunk with { Check = TimeSpan.FromSeconds(10) }));
        box.Advance(20);

        var (status, words) = Last(box);
        Assert.Equal(LineStatus.Unreachable, status);
        Assert.StartsWith("udp 192.0.2.90:5060: ", words, StringComparison.Ordinal);
        Assert.Single(box.Entries<LineChanged>(), one => one.Why == words);
    }

    private static (LineStatus Status, string Words) Last(TestBox box)
    {
        var last = box.Entries<LineChanged>().Last(one => one.Line == "voip");
        return (last.Status, last.Why);
    }

    private static SiteModel WithTrunk(Func<TrunkConfig, TrunkConfig> change)
    {
        var site = SipSites.Clinic();
        var trunk = new TrunkConfig("voip", new HostPort("192.0.2.90", 5060), site.Lines.Values.First().Flow, [SipCodec.Pcmu])
        {
            Transport = TrunkTransport.Udp,
        };
        return site with { Trunks = site.Trunks.Add("voip", change(trunk)) };
    }
}
