using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Sip.Trunks.Upkeep;
using Switchhook.Testing.Sip;

namespace Switchhook.Tests.Sip.Trunks.Upkeep;

public sealed class TrunkRegistrationTests : IDisposable
{
    private const string Challenge = "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"abc\", algorithm=MD5, qop=\"auth\"";

    private readonly TrunkBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Registers_with_a_contact_that_nobody_can_guess()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { FromDomain = "example.com" };
        _box.Start();

        var register = Assert.Single(server.Registers);
        Assert.Equal("sip:192.0.2.1", register.RequestUri);
        Assert.Equal("<sip:1000@example.com>", register["To"]);
        Assert.Equal("sip:1000@example.com", register.UriOf("From"));
        Assert.Equal("600", register["Expires"]);
        Assert.Equal("600", register.Parameter("Contact", "expires"));
        Assert.Equal($"sip:{_box.Upkeep.ContactUser}@192.0.2.100:5060", register.UriOf("Contact"));
        Assert.True(_box.Upkeep.ContactUser.Length >= 20);
        Assert.True(_box.Upkeep.IsContact(SipUri.Parse(register.UriOf("Contact"))!));
        Assert.False(_box.Upkeep.IsContact(SipUri.Parse("sip:1000@192.0.2.100:5060")!));
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Equal("Registered.", _box.Upkeep.Words);
        Assert.Equal(["It registers with the provider.", "Registered."], _box.Told);
    }

    [Fact]
    public void Answers_a_challenge_rightly()
    {
        var server = _box.OneServer();
        server.Register = register => register["Authorization"].Length == 0 ? (401, Challenge) : TrunkServer.Accept(60)(register);
        _box.Start();

        Assert.Equal(2, server.Registers.Count);
        var (first, second) = (server.Registers[0], server.Registers[1]);
        Assert.Equal(first["Call-ID"], second["Call-ID"]);
        Assert.Equal(first.Sequence + 1, second.Sequence);
        Assert.Equal(AnswerTo("abc", "1000", "secret", second), Part(second["Authorization"], "response"));
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void The_password_may_go_with_another_name()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { AuthUser = "account-7" };
        server.Register = register => register["Authorization"].Length == 0 ? (401, Challenge) : TrunkServer.Accept(60)(register);
        _box.Start();
        Assert.Equal(AnswerTo("abc", "account-7", "secret", server.Registers[1]), Part(server.Registers[1]["Authorization"], "response"));
    }

    [Fact]
    public void Registrar_and_proxy_may_both_ask_for_the_password()
    {
        var server = _box.OneServer();
        var proxy = Challenge.Replace("WWW-Authenticate", "Proxy-Authenticate", StringComparison.Ordinal);
        server.Register = register => register["Proxy-Authorization"].Length == 0 ? (407, proxy)
            : register["Authorization"].Length == 0 ? (401, Challenge)
            : TrunkServer.Accept(60)(register);
        _box.Start();
        Assert.Equal(3, server.Registers.Count);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void Refreshes_between_half_and_four_fifths_of_what_was_granted()
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Accept(100);
        _box.Start();
        _box.After(1000);

        var times = server.Registers.Select(register => register.At.TotalSeconds).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 49.9, 80.1));
        Assert.True(times.Zip(times.Skip(1)).Select(pair => pair.Second - pair.First).Distinct().Count() > 5);
        Assert.Single(server.Registers.Select(register => register["Call-ID"]).Distinct());
        Assert.Equal(["It registers with the provider.", "Registered."], _box.Told);
    }

    [Fact]
    public void Its_own_contact_tells_the_time_among_others_of_the_account()
    {
        var server = _box.OneServer();
        server.Register = register => (200,
            $"Contact: <sip:1000@192.0.2.55>;expires=5000, <{register.UriOf("Contact")}>;expires=20\nExpires: 5000");
        _box.Start();
        _box.After(17);
        Assert.Equal(2, server.Registers.Count);
    }

    [Fact]
    public void Asks_for_longer_when_the_time_is_too_brief()
    {
        var server = _box.OneServer();
        server.Register = register =>
            int.Parse(register["Expires"], null) < 3600 ? (423, "Min-Expires: 3600") : TrunkServer.Accept(3600)(register);
        _box.Start();
        Assert.Equal(["600", "3600"], server.Registers.Select(register => register["Expires"]));
        Assert.Null(_box.Upkeep.Trouble);

        _box.After(3000);
        Assert.Equal("3600", server.Registers[2]["Expires"]);
    }

    [Theory]
    [InlineData("Min-Expires: 99999999")]
    [InlineData("Min-Expires: 10")]
    [InlineData("")]
    public void Is_not_talked_into_nonsense_by_423(string header)
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Always(423, header);
        _box.Start();
        Assert.Single(server.Registers);
        Assert.Contains("423", _box.Upkeep.Trouble!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void A_refused_account_is_told_in_words_and_tried_again_after_5_minutes(int status)
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Always(status, status == 401 ? Challenge : "");
        _box.Start();
        var tries = server.Registers.Count;
        Assert.Equal(status == 401 ? 2 : 1, tries);
        Assert.Equal(
            $"The provider refuses the account ({status} Words): look at its user and its password.", _box.Upkeep.Trouble);

        _box.After(298);
        Assert.Equal(tries, server.Registers.Count);
        server.Register = TrunkServer.Accept(60);
        _box.After(4);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void A_password_that_is_set_right_holds_for_the_next_try()
    {
        var server = _box.OneServer();
        server.Register = register => register["Authorization"] is { Length: > 0 } credentials
            && Part(credentials, "response") == AnswerTo("abc", "1000", "right", register)
                ? TrunkServer.Accept(60)(register)
                : (401, Challenge);
        _box.Password = "wrong";
        _box.Start();
        Assert.NotNull(_box.Upkeep.Trouble);
        _box.Password = "right";
        _box.After(301);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void Without_a_password_nothing_is_tried_until_there_is_one()
    {
        var server = _box.OneServer();
        _box.Password = null;
        _box.Start();
        _box.After(100);
        Assert.Empty(server.Got);
        Assert.Equal("Its password is missing: ./appliance secret set trunk/provider", _box.Upkeep.Trouble);

        _box.Password = "secret";
        _box.After(16);
        Assert.Single(server.Registers);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Fact]
    public void A_server_that_says_nothing_makes_room_for_the_next()
    {
        var (first, second) = _box.TwoServers();
        first.IsDead = true;
        _box.Start();
        _box.After(TrunkRegistration.Limit.TotalSeconds);
        Assert.Single(second.Registers);
        Assert.Equal([second.Hop, first.Hop], _box.Upkeep.Targets);
        Assert.Null(_box.Upkeep.Trouble);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(480)]
    public void A_server_that_cannot_makes_room_for_the_next(int status)
    {
        var (first, second) = _box.TwoServers();
        first.Register = TrunkServer.Always(status);
        _box.Start();
        Assert.Single(first.Registers);
        Assert.Single(second.Registers);
        Assert.Equal(second.Hop, _box.Upkeep.Targets[0]);
    }

    [Fact]
    public void When_all_fail_it_tries_again_later_and_later()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { Check = null };
        server.Register = TrunkServer.Always(500);
        _box.Start();
        Assert.Equal("udp 192.0.2.1:5060 does not register the box: 500 Words", _box.Upkeep.Trouble);
        _box.After(3600);

        var waits = Waits(server);
        var expected = new[] { 5.0, 10, 20, 40, 80, 160, 300, 300, 300 };
        Assert.All(waits.Zip(expected), wait => Assert.InRange(wait.First, wait.Second - 0.01, wait.Second * 1.25 + 0.01));
        Assert.True(waits.Count >= expected.Length);
    }

    [Fact]
    public void After_a_success_the_waits_start_anew()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { Check = null };
        server.Register = TrunkServer.Always(500);
        _box.Start();
        _box.After(200);
        server.Register = TrunkServer.Accept(60);
        _box.After(200);
        Assert.Null(_box.Upkeep.Trouble);
        server.Register = TrunkServer.Always(500);
        server.Got.Clear();
        _box.After(60);
        Assert.InRange(Waits(server)[0], 4.9, 6.4);
    }

    [Fact]
    public void A_server_that_says_when_is_not_asked_before()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { Check = null };
        server.Register = TrunkServer.Always(503, "Retry-After: 120");
        _box.Start();
        _box.After(118);
        Assert.Single(server.Registers);
        _box.After(3);
        Assert.Equal(2, server.Registers.Count);
    }

    [Fact]
    public void Goes_on_while_the_dns_is_down()
    {
        var (first, _) = _box.TwoServers();
        _box.Dns.Life = TimeSpan.FromSeconds(30);
        _box.Start();
        _box.Dns.IsSilent = true;
        _box.After(3600);
        Assert.True(first.Registers.Count > 50);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Equal(["It registers with the provider.", "Registered."], _box.Told);
    }

    [Fact]
    public void Begins_as_soon_as_the_dns_answers()
    {
        var (first, _) = _box.TwoServers();
        _box.Dns.Failure = "The DNS is broken.";
        _box.Start();
        _box.After(20);
        Assert.Equal("The DNS is broken.", _box.Upkeep.Trouble);
        _box.Dns.Failure = null;
        _box.After(31);
        Assert.Null(_box.Upkeep.Trouble);
        Assert.Single(first.Registers);
    }

    [Fact]
    public void Ends_the_registration_when_it_stops()
    {
        var server = _box.OneServer();
        server.Register = register => register["Authorization"].Length == 0 ? (401, Challenge) : TrunkServer.Accept(60)(register);
        _box.Start();
        server.Got.Clear();
        _box.Driver.Do(_box.Upkeep.Stop);
        _box.After(1);
        Assert.Equal(["0", "0"], server.Registers.Select(register => register["Expires"]));
        Assert.True(_box.Upkeep.Stopped.IsCompletedSuccessfully);

        server.Got.Clear();
        _box.After(600);
        Assert.Empty(server.Got);
    }

    [Fact]
    public void Stopping_waits_2_s_at_most()
    {
        var server = _box.OneServer();
        _box.Start();
        server.IsDead = true;
        _box.Driver.Do(_box.Upkeep.Stop);
        _box.After(1.9);
        Assert.False(_box.Upkeep.Stopped.IsCompleted);
        _box.After(0.2);
        Assert.True(_box.Upkeep.Stopped.IsCompletedSuccessfully);
    }

    [Fact]
    public void The_route_that_the_provider_wants_is_kept_and_path_does_no_harm()
    {
        var server = _box.OneServer();
        _box.Config = _box.Config with { OutboundProxy = _box.Config.Server with { Port = 5060 } };
        _box.Config = _box.Config with { Server = _box.Config.Server with { Host = "example.com" } };
        server.Register = TrunkServer.Accept(
            60, "Service-Route: <sip:edge.example.com;lr>, <sip:core.example.com;lr>\nPath: <sip:192.0.2.1;lr>");
        _box.Start();
        Assert.Equal("<sip:192.0.2.1:5060;lr>", server.Registers[0]["Route"]);
        Assert.Equal(
            ["<sip:edge.example.com;lr>", "<sip:core.example.com;lr>"], _box.Upkeep.Routes.Select(route => route.ToString()));

        server.Register = TrunkServer.Accept(60);
        _box.After(60);
        Assert.Equal(["<sip:192.0.2.1:5060;lr>"], _box.Upkeep.Routes.Select(route => route.ToString()));
    }

    [Fact]
    public void A_registration_that_was_taken_for_no_time_is_none()
    {
        var server = _box.OneServer();
        server.Register = TrunkServer.Accept(0);
        _box.Start();
        Assert.NotNull(_box.Upkeep.Trouble);
    }

    private static List<double> Waits(TrunkServer server)
    {
        var times = server.Registers.Select(register => register.At.TotalSeconds).ToList();
        return [.. times.Zip(times.Skip(1)).Select(pair => pair.Second - pair.First)];
    }

    private static string Part(string header, string name) =>
        header.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2))
            .First(part => part[0].Split(' ')[^1] == name)[1].Trim('"');

    private static string AnswerTo(string nonce, string user, string password, PeerMessage request)
    {
        var (cnonce, count) = (Part(request["Authorization"], "cnonce"), Part(request["Authorization"], "nc"));
        var question = new DigestQuestion(DigestAlgorithm.Md5, nonce, cnonce, count, "auth", request.Method, request.RequestUri);
        return question.Answer(AccountSecret.Of(user, "example.com", password).Md5);
    }
}
