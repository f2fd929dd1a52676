using Switchhook.Calls.Journal;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows;

/// <summary>Another site while people talk: their calls go on, what is free changes at once.</summary>
public sealed class RunningSiteTests : IDisposable
{
    private readonly TestBox _box = new(Sites.Clinic());

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_call_outlives_the_removal_of_its_line_and_its_phone()
    {
        Connect();
        var site = Sites.Clinic();
        Apply(site with
        {
            Lines = site.Lines.Remove("main-1"),
            Phones = site.Phones.Remove("101"),
            Groups = site.Groups.SetItem("office", site.Groups["office"] with { Phones = ["102"] }),
        });
        _box.Advance(30);

        Assert.Empty(_box.Entries<CallEnded>());
        Assert.Equal(ExchangeLineState.Talking, _box.Line(1).State);
        Assert.Contains("101", _box.Core.Live.Current.Phones.Keys);

        _box.Phone(1).HangUp();
        _box.Until(() => !_box.Core.Live.Current.Lines.ContainsKey("main-1"), 15, "The line is gone");
        Assert.DoesNotContain("101", _box.Core.Live.Current.Phones.Keys);
        Assert.Equal(["101"], _box.Entries<PhoneRemoved>().Select(gone => gone.Phone));
    }

    [Fact]
    public void A_box_that_stops_by_itself_says_why_in_the_journal()
    {
        _box.Driver.Do(() => _box.Driver.Loop.Watch(_box.Core.StopAsync("A button starts it anew.")));

        Assert.Equal("The box stopped in good order. A button starts it anew.", _box.Entries<BoxStopped>().Single().Words);
    }

    [Fact]
    public void The_next_call_goes_by_the_new_site()
    {
        Connect();
        var site = Sites.Clinic();
        Apply(site with { Groups = site.Groups.SetItem("office", site.Groups["office"] with { Phones = ["104"] }) });

        _box.Line(2).Ring(new SimulatedCaller { Number = "3125550143" });
        _box.Until(() => _box.Phone(4).IsRinging, 15, "Phone 104 rings");

        Assert.False(_box.Phone(2).IsRinging);
    }

    [Fact]
    public void A_line_and_a_phone_get_new_names_and_work()
    {
        var site = Sites.Clinic();
        Apply(site with
        {
            Lines = site.Lines.Remove("main-1").Add("support", site.Lines["main-1"] with { Name = "support" }),
            Phones = site.Phones.Remove("101").Add("201", site.Phones["101"] with { Number = "201" }),
            Groups = site.Groups.SetItem("office", site.Groups["office"] with { Phones = ["201"] }),
        });

        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550143" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 201 rings");

        Assert.Equal("support", Assert.Single(_box.Entries<CallStarted>()).From.Name);
        Assert.Equal(["102", "103", "104", "201"], _box.Core.Live.Current.Phones.Keys);
    }

    private void Apply(SiteModel site) => _box.Driver.Do(
        () => _box.Core.Apply(new SiteInForce(site, Sites.UnitedStates, PromptLibrary.Empty), "the test", "Another site."));

    private void Connect()
    {
        _box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        _box.Until(() => _box.Phone(1).IsRinging, 15, "Phone 101 rings");
        _box.Phone(1).Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
    }
}
