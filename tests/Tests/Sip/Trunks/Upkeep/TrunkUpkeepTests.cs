using System.Net;
using Switchhook.Sip.Guard;
using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;
using Switchhook.Site;

namespace Switchhook.Tests.Sip.Trunks.Upkeep;

/// <summary>Registration and checks together, over the same servers.</summary>
public sealed class TrunkUpkeepTests : IDisposable
{
    private readonly TrunkBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void When_its_server_dies_the_box_registers_at_the_next_and_comes_back()
    {
        var (first, second) = _box.TwoServers();
        first.Register = second.Register = TrunkServer.Accept(3600);
        _box.Start();
        Assert.Single(first.Registers);

        first.IsDead = true;
        _box.After(80);
        Assert.Single(second.Registers);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);

        first.IsDead = false;
        _box.After(TargetList.Rest.TotalSeconds + 61);
        Assert.Equal(first.Hop, _box.Upkeep.Targets[0]);
        Assert.Equal(2, first.Registers.Count);
        Assert.Equal(["It registers with the provider.", "Registered."], _box.Told);
    }

    [Fact]
    public void Without_checks_the_refresh_finds_that_the_better_server_is_back()
    {
        var (first, second) = _box.TwoServers();
        _box.Config = _box.Config with { Check = null };
        first.IsDead = true;
        _box.Start();
        _box.After(TargetList.Rest.TotalSeconds - 5);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);

        first.IsDead = false;
        _box.After(60);
        Assert.Equal(first.Hop, _box.Upkeep.Targets[0]);
        Assert.NotEmpty(first.Registers);
        Assert.Equal(["It registers with the provider.", "Registered."], _box.Told);
    }

    [Fact]
    public void When_all_servers_die_it_is_told_and_the_first_that_lives_takes_the_registration_at_once()
    {
        var (first, second) = _box.TwoServers();
        first.Register = second.Register = TrunkServer.Accept(3600);
        _box.Start();
        first.IsDead = second.IsDead = true;
        _box.After(120);
        Assert.NotNull(_box.Upkeep.Trouble);

        second.IsDead = false;
        _box.After(40);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.NotEmpty(second.Registers);
    }

    [Fact]
    public void A_server_that_registers_and_never_answers_options_is_not_called_dead()
    {
        var server = _box.OneServer();
        server.Options = _ => null;
        _box.Start();
        _box.After(600);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.NotEmpty(server.Asked);
        Assert.Equal("Registered.", _box.Told[^1]);
        Assert.DoesNotContain(_box.Told, words => words.Contains("OPTIONS", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_no_longer_answers_options_is_asked_for_a_registration_before_it_is_given_up()
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Accept(3600);
        _box.Start();
        Assert.NotEmpty(server.Asked);
        server.Options = _ => null;
        _box.After(75);
        Assert.Equal(2, server.Registers.Count);
        Assert.Null(_box.Upkeep.Trouble);

        var told = _box.Told.Count;
        _box.After(600);
        Assert.Equal(told, _box.Told.Count);
        Assert.Equal(2, server.Registers.Count);
    }

    [Fact]
    public void A_server_that_answers_options_and_takes_no_registration_is_not_in_a_rush_asked()
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Always(500);
        _box.Start();
        _box.After(600);
        Assert.InRange(server.Registers.Count, 6, 24);
        Assert.NotNull(_box.Upkeep.Trouble);
    }

    [Fact]
    public void Servers_of_the_provider_are_known_by_their_addresses()
    {
        _box.TwoServers();
        _box.Start();
        Assert.Contains(IPAddress.Parse("192.0.2.2"), _box.Upkeep.Servers);
        Assert.DoesNotContain(IPAddress.Parse("192.0.2.3"), _box.Upkeep.Servers);
    }

    [Fact]
    public void Servers_of_the_provider_are_never_banned_as_long_as_the_trunk_is_there()
    {
        var (first, _) = _box.TwoServers();
        _box.Start();
        Assert.False(IsBannedAfterAnOffence(first.Hop));

        _box.Driver.Do(_box.Upkeep.Stop);
        Assert.True(IsBannedAfterAnOffence(first.Hop));
    }

    [Fact]
    public void The_certificate_of_a_tls_server_must_bear_the_name_of_the_site_file()
    {
        _box.Config = _box.Config with { Transport = TrunkTransport.Tls };
        _box.Dns.Service("_sips._tcp.example.com", 1, 1, 5061, "one.example.net").Host("one.example.net", "192.0.2.1");
        var server = _box.Server("192.0.2.1", TransportKind.Tls, 5061);
        _box.Start();
        Assert.Equal("192.0.2.1:5061 example.com", _box.Trusted[0]);
        Assert.Contains("transport=tls", Assert.Single(server.Registers).UriOf("Contact"), StringComparison.Ordinal);

        _box.Dns.Clear();
        _box.Dns.Service("_sips._tcp.example.com", 1, 1, 5061, "two.example.net").Host("two.example.net", "192.0.2.2");
        _box.Server("192.0.2.2", TransportKind.Tls, 5061);
        _box.After(310);
        Assert.Contains("192.0.2.1:5061 nobody", _box.Trusted);
        Assert.Contains("192.0.2.2:5061 example.com", _box.Trusted);
    }

    [Fact]
    public void An_account_that_does_not_register_still_needs_its_password()
    {
        _box.OneServer();
        _box.Config = _box.Config with { Registers = false };
        _box.Password = null;
        _box.Start();
        Assert.Equal("Its password is missing: ./appliance secret set trunk/provider", _box.Upkeep.Trouble);
        _box.Password = "secret";
        _box.After(16);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Equal("Ready.", _box.Upkeep.Words);
        Assert.NotNull(_box.Upkeep.Credentials);
    }

    private bool IsBannedAfterAnOffence(Hop hop)
    {
        var (address, now) = (AddressKey.Of(hop.Remote.Address), _box.Driver.Time.GetElapsedTime(0));
        _box.Guard.Report(address, Offence.Scanner, now);
        return _box.Guard.IsBanned(address, now);
    }
}
