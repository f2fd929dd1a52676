using System.Net;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;
using Switchhook.Testing;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Targets;

public sealed class TargetListTests : IDisposable
{
    private static readonly Hop One = Udp("192.0.2.1");
    private static readonly Hop Two = Udp("192.0.2.2");
    private static readonly Hop Three = Udp("192.0.2.3");

    private readonly LoopDriver _driver = new();
    private readonly MemoryDns _dns;
    private readonly TargetList _list;
    private int _changes;

    public TargetListTests()
    {
        _dns = new MemoryDns(_driver.Time)
            .Service("_sip._udp.example.com", 1, 1, 5060, "one.example.com").Host("one.example.com", "192.0.2.1")
            .Service("_sip._udp.example.com", 2, 1, 5060, "two.example.com").Host("two.example.com", "192.0.2.2")
            .Service("_sip._udp.example.com", 3, 1, 5060, "three.example.com").Host("three.example.com", "192.0.2.3");
        _list = new TargetList(new TargetAddress("example.com", null, null), _dns, _driver.Loop, new Random(1));
        _list.Changed += () => _changes++;
    }

    public void Dispose() => _driver.Dispose();

    [Fact]
    public void An_address_is_there_at_once()
    {
        var list = new TargetList(new TargetAddress("192.0.2.1", null, null), _dns, _driver.Loop, new Random(1));
        _driver.Do(list.Start);
        Assert.Equal([One], list.Hops);
    }

    [Fact]
    public void All_servers_and_their_addresses_are_known_soon()
    {
        Start();
        Assert.Equal([One, Two, Three], _list.Hops);
        Assert.Equal(new HashSet<IPAddress>([One.Remote.Address, Two.Remote.Address, Three.Remote.Address]), _list.Addresses);
        Assert.Null(_list.Trouble);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void One_that_failed_goes_to_the_end_for_a_while()
    {
        Start();
        Fail(One);
        Assert.Equal([Two, Three, One], _list.Hops);
        After(TargetList.Rest.TotalSeconds + 1);
        Assert.Equal([One, Two, Three], _list.Hops);
    }

    [Fact]
    public void Of_those_that_failed_the_first_one_is_tried_first()
    {
        Start();
        Fail(Two);
        After(1);
        Fail(One);
        After(1);
        Fail(Three);
        Assert.Equal([Two, One, Three], _list.Hops);
        Assert.Null(_list.Best);
    }

    [Fact]
    public void The_first_that_works_is_kept_when_a_better_one_has_only_rested()
    {
        Start();
        Fail(One);
        Works(Two);
        After(TargetList.Rest.TotalSeconds + 1);
        Assert.Equal([Two, One, Three], _list.Hops);
        Assert.Equal([One], _list.ToTryAgain);
    }

    [Fact]
    public void A_better_one_that_is_seen_to_work_takes_the_front_back()
    {
        Start();
        Fail(One);
        Works(Two);
        After(TargetList.Rest.TotalSeconds + 1);
        Works(One);
        Assert.Equal([One, Two, Three], _list.Hops);
        Assert.Empty(_list.ToTryAgain);
    }

    [Fact]
    public void A_worse_one_that_works_too_does_not()
    {
        Start();
        Works(One);
        Works(Three);
        Assert.Equal([One, Two, Three], _list.Hops);
        Assert.Equal(2, _changes);
    }

    [Fact]
    public void An_answer_ends_the_rest_of_one_that_was_silent_and_not_of_one_that_is_unable()
    {
        Start();
        Fail(One);
        _driver.Do(() => _list.OnUnable(Two));
        Works(Two);
        Works(One);
        Assert.Equal([One, Three, Two], _list.Hops);

        _driver.Do(() => _list.OnServed(Two));
        Assert.Equal([One, Two, Three], _list.Hops);
    }

    [Fact]
    public void Silence_of_one_that_is_unable_too_does_not_shorten_its_rest()
    {
        Start();
        _driver.Do(() => _list.OnUnable(One));
        Fail(One);
        Works(One);
        Assert.Equal([Two, Three, One], _list.Hops);
        After(TargetList.Rest.TotalSeconds + 1);
        Works(One);
        Assert.Equal([One, Two, Three], _list.Hops);
    }

    [Fact]
    public void Servers_hold_when_the_dns_fails_or_forgets_them()
    {
        Start();
        _dns.Failure = "The DNS is broken.";
        After(3600);
        Assert.Equal(3, _list.Hops.Count);

        _dns.Failure = null;
        _dns.Clear();
        After(3600);
        Assert.Equal(3, _list.Hops.Count);
        Assert.Null(_list.Trouble);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void New_servers_are_found_in_the_background()
    {
        Start();
        _dns.Clear();
        _dns.Service("_sip._udp.example.com", 1, 1, 5060, "four.example.com").Host("four.example.com", "192.0.2.4");
        Works(Two);
        After(301);
        Assert.Equal([Udp("192.0.2.4")], _list.Hops);
        Assert.Contains(IPAddress.Parse("192.0.2.4"), _list.Addresses);
        Assert.DoesNotContain(IPAddress.Parse("192.0.2.1"), _list.Addresses);
    }

    [Fact]
    public void Another_draw_among_the_same_servers_changes_nothing()
    {
        _dns.Clear();
        for (var i = 1; i <= 8; i++)
        {
            _dns.Service("_sip._udp.example.com", 1, 1, 5060, $"host{i}.example.com").Host($"host{i}.example.com", $"192.0.2.{i}");
        }

        Start();
        var order = _list.Hops;
        After(3600);
        Assert.Equal(order, _list.Hops);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void Trouble_is_told_until_the_dns_answers()
    {
        _dns.Failure = "The DNS is broken.";
        Start();
        Assert.Equal("The DNS is broken.", _list.Trouble);
        Assert.Empty(_list.Hops);

        After(60);
        Assert.InRange(_dns.Asked.Count, 1, 6 * 8);
        _dns.Failure = null;
        After(31);
        Assert.Null(_list.Trouble);
        Assert.Equal(3, _list.Hops.Count);
    }

    [Fact]
    public void Records_that_hold_for_a_moment_do_not_make_it_ask_all_the_time()
    {
        _dns.Life = TimeSpan.FromSeconds(1);
        Start();
        After(60);
        Assert.InRange(_dns.Asked.Count, 10, 3 * 12);
    }

    private static Hop Udp(string address) => new(TransportKind.Udp, new IPEndPoint(IPAddress.Parse(address), 5060));

    private void Start()
    {
        _driver.Do(_list.Start);
        After(1);
    }

    private void Fail(Hop hop) => _driver.Do(() => _list.OnSilent(hop));

    private void Works(Hop hop) => _driver.Do(() => _list.OnAnswered(hop));

    private void After(double seconds) => _driver.Advance(TimeSpan.FromSeconds(seconds));
}
