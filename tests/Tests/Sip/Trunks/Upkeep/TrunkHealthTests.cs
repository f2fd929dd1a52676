using Switchhook.Sip.Transport;
using Switchhook.Sip.Trunks.Targets;
using Switchhook.Site;

namespace Switchhook.Tests.Sip.Trunks.Upkeep;

public sealed class TrunkHealthTests : IDisposable
{
    private readonly TrunkBox _box = new();

    public TrunkHealthTests() => _box.Config = _box.Config with { User = null, Registers = false };

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Asks_the_best_server_at_each_interval()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        _box.After(600);
        Assert.InRange(first.Asked.Count, 10, 11);
        Assert.Empty(second.Got);
        Assert.Equal(["Its servers are being looked up.", "It is not known yet whether the provider answers.", "Ready."], _box.Told);
        var options = first.Asked[0];
        Assert.Equal("sip:example.com", options.RequestUri);
        Assert.Equal("sip:example.com", options.UriOf("From"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(486)]
    [InlineData(500)]
    public void Whatever_it_answers_it_lives(int status)
    {
        var server = _box.OneServer();
        server.Options = TrunkServer.Always(status);
        Assert.Null(_box.Start().Upkeep.Trouble);
    }

    [Fact]
    public void Two_silences_in_a_row_and_it_goes_to_the_next()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        first.IsDead = true;
        _box.After(69);
        Assert.Equal([second.Hop, first.Hop], _box.Upkeep.Targets);
        Assert.Single(second.Asked);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void One_lost_answer_changes_nothing()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        first.IsDead = true;
        _box.After(63);
        first.IsDead = false;
        _box.After(10);
        Assert.Equal(first.Hop, _box.Upkeep.Targets[0]);
        Assert.Empty(second.Got);
    }

    [Fact]
    public void A_server_that_is_out_of_service_is_left()
    {
        var (first, second) = _box.TwoServers();
        first.Options = TrunkServer.Always(503);
        _box.Start();
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void When_all_are_dead_it_is_told_and_the_first_answer_ends_it()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        first.IsDead = second.IsDead = true;
        _box.After(80);
        Assert.Equal("udp 192.0.2.2:5060: OPTIONS was not answered within 4 s.", _box.Upkeep.Trouble);

        second.IsDead = false;
        _box.After(35);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        Assert.Equal("Ready.", _box.Told[^1]);
    }

    [Fact]
    public void The_better_server_gets_its_place_back_when_it_answers_again()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        first.IsDead = true;
        _box.After(80);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        first.IsDead = false;
        _box.After(TargetList.Rest.TotalSeconds + 61);
        Assert.Equal(first.Hop, _box.Upkeep.Targets[0]);
        Assert.Equal(["Its servers are being looked up.", "It is not known yet whether the provider answers.", "Ready."], _box.Told);
    }

    [Fact]
    public void A_refused_connection_is_no_wait()
    {
        _box.Config = _box.Config with { Transport = TrunkTransport.Tcp };
        _box.Dns.Service("_sip._tcp.example.com", 1, 1, 5060, "one.example.com").Host("one.example.com", "192.0.2.1")
            .Service("_sip._tcp.example.com", 2, 1, 5060, "two.example.com").Host("two.example.com", "192.0.2.2");
        var second = _box.Server("192.0.2.2", TransportKind.Tcp);
        _box.Start();
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void A_call_that_failed_makes_it_look_at_once()
    {
        var (first, second) = _box.TwoServers();
        _box.Start();
        _box.Driver.Do(() => _box.Upkeep.OnFailed(first.Hop));
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        _box.After(2);
        Assert.Single(second.Asked);
        _box.After(60);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void Many_calls_that_fail_make_no_rush_of_questions()
    {
        var server = _box.OneServer();
        _box.Start();
        for (var i = 0; i < 100; i++)
        {
            _box.Driver.Do(() => _box.Upkeep.OnFailed(server.Hop));
            _box.After(0.1);
        }

        Assert.InRange(server.Asked.Count, 5, 12);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void Without_checks_servers_that_are_known_do()
    {
        var (first, second) = _box.TwoServers();
        _box.Config = _box.Config with { Check = null };
        _box.Start();
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Equal("Ready.", _box.Upkeep.Words);
        _box.After(600);
        Assert.Empty(first.Got);

        _box.Driver.Do(() => _box.Upkeep.OnFailed(first.Hop));
        Assert.Equal([second.Hop, first.Hop], _box.Upkeep.Targets);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void A_provider_without_an_account_has_no_credentials()
    {
        _box.OneServer();
        _box.Start();
        Assert.Null(_box.Upkeep.Credentials);
        Assert.Empty(_box.Upkeep.Routes);
    }

    [Fact]
    public void Stopped_it_asks_no_more()
    {
        var server = _box.OneServer();
        _box.Start();
        server.Got.Clear();
        _box.Driver.Do(_box.Upkeep.Stop);
        _box.After(600);
        Assert.Empty(server.Got);
        Assert.True(_box.Upkeep.Stopped.IsCompleted);
    }
}
