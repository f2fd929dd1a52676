using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Grammar.Uris;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Grammar;

namespace Switchhook.Tests.Sip.Auth;

/// <summary>The box as a carrier's client.</summary>
public sealed class DigestClientTests
{
    private static readonly AnyUri To = SipUri.Create("box", "192.0.2.10");

    private readonly DigestClient _client = new(new DigestAccount("200", "secret"), new Random(1));

    [Fact]
    public void Client_and_server_agree_for_request_after_request()
    {
        const string Realm = "the \"realm\"";
        var nonces = new NonceSource(new byte[32], new ManualTimeProvider(), new Random(2));
        var server = new DigestServer(Realm, nonces, name => AccountSecret.Of(name, Realm, "secret"));
        var first = Reading.Message(Request());
        Assert.Equal(AuthOutcome.Challenge, server.Check(first).Outcome);
        var response = ResponseBuilder.Start(first, 401, "t");
        foreach (var challenge in server.Challenges(isStale: false, isMd5Only: false))
        {
            response.Header(HeaderId.WwwAuthenticate, challenge);
        }

        Assert.True(_client.Take(Reading.Message(response.Build()), new AuthTries()).ShallRetry);
        for (var i = 1; i <= 3; i++)
        {
            var next = Reading.Message(Request());
            Assert.Equal(AuthOutcome.Accepted, server.Check(next).Outcome);
            Assert.True(next.Headers.Read<Credentials>(HeaderId.Authorization).Is(out var credentials));
            Assert.Equal(("SHA-256", $"0000000{i}"), (credentials.Algorithm.ToString(), credentials.NonceCount.ToString()));
        }
    }

    [Fact]
    public void The_example_of_rfc_7616_comes_out_but_for_the_client_s_nonce()
    {
        var client = new DigestClient(new DigestAccount("Mufasa", "Circle of Life"), new Random(1));
        const string Challenge =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=MD5, nonce=\"7ypf/xlj\", opaque=\"FQhe/qaU\"";
        client.Take(Asked(401, Challenge), new AuthTries());
        var credentials = Written(client, HeaderId.Authorization).Single();
        Assert.Equal(("Mufasa", "http-auth@example.org"), (credentials.UserName.ToString(), credentials.Realm.ToString()));
        Assert.Equal(("7ypf/xlj", "FQhe/qaU"), (credentials.Nonce.ToString(), credentials.Opaque.ToString()));
        Assert.Equal("auth", credentials.Qop.ToString());
        var question = new DigestQuestion(
            DigestAlgorithm.Md5, "7ypf/xlj", credentials.ClientNonce.ToString(), "00000001", "auth", "OPTIONS", To.ToString());
        var secret = AccountSecret.Of("Mufasa", "http-auth@example.org", "Circle of Life");
        Assert.Equal(question.Answer(secret.Md5), credentials.Response.ToString());
    }

    [Fact]
    public void An_old_server_gets_the_old_way()
    {
        Assert.True(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"n\""), new AuthTries()).ShallRetry);
        var credentials = Written(_client, HeaderId.Authorization).Single();
        Assert.True(credentials.Qop.IsEmpty && credentials.NonceCount.IsEmpty);
        Assert.True(credentials.ClientNonce.IsEmpty && credentials.Algorithm.IsEmpty);
        var question = new DigestQuestion(DigestAlgorithm.Md5, "n", "", "", "", "OPTIONS", To.ToString());
        Assert.Equal(question.Answer(AccountSecret.Of("200", "r", "secret").Md5), credentials.Response.ToString());
    }

    [Fact]
    public void A_second_challenge_is_answered_only_if_the_nonce_was_stale_and_once()
    {
        var wrong = new AuthTries();
        Assert.True(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"1\""), wrong).ShallRetry);
        Assert.False(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"2\""), wrong).ShallRetry);
        Assert.Empty(Written(_client, HeaderId.Authorization));
        var stale = new AuthTries();
        Assert.True(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"1\""), stale).ShallRetry);
        Assert.True(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"2\", stale=true"), stale).ShallRetry);
        Assert.False(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"3\", stale=true"), stale).ShallRetry);
    }

    [Fact]
    public void A_server_that_does_not_say_stale_gets_one_more_try_with_the_next_request()
    {
        _client.Take(Asked(401, "Digest realm=\"r\", nonce=\"1\""), new AuthTries());
        Assert.True(_client.Take(Asked(401, "Digest realm=\"r\", nonce=\"2\""), new AuthTries()).ShallRetry);
        Assert.Equal("2", Written(_client, HeaderId.Authorization).Single().Nonce.ToString());
    }

    [Fact]
    public void Proxy_and_server_each_get_their_own()
    {
        var tries = new AuthTries();
        Assert.True(_client.Take(Asked(407, "Digest realm=\"p\", nonce=\"1\""), tries).ShallRetry);
        Assert.True(_client.Take(Asked(401, "Digest realm=\"s\", nonce=\"2\""), tries).ShallRetry);
        Assert.Equal("p", Written(_client, HeaderId.ProxyAuthorization).Single().Realm.ToString());
        Assert.Equal("s", Written(_client, HeaderId.Authorization).Single().Realm.ToString());
    }

    [Theory]
    [InlineData("Basic realm=\"r\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"")]
    [InlineData("Digest realm=\"r\"")]
    [InlineData("Digest realm=\"r")]
    public void What_the_box_does_not_know_is_not_answered(string challenge)
    {
        Assert.False(_client.Take(Asked(401, challenge), new AuthTries()).ShallRetry);
        Assert.Empty(Written(_client, HeaderId.Authorization));
    }

    [Fact]
    public void So_many_realms_that_no_server_has_them_are_forgotten()
    {
        for (var i = 0; i < 20; i++)
        {
            _client.Take(Asked(401, $"Digest realm=\"{i}\", nonce=\"n\""), new AuthTries());
            Assert.InRange(Written(_client, HeaderId.Authorization).Count, 1, 8);
        }
    }

    private ReadOnlyMemory<byte> Request() => Request(_client);

    private static ReadOnlyMemory<byte> Request(DigestClient client)
    {
        var sample = Reading.Message(Reading.Options());
        var request = RequestBuilder.Start(SipMethod.Options, To);
        foreach (var id in new[] { HeaderId.Via, HeaderId.From, HeaderId.To, HeaderId.CallId, HeaderId.CSeq })
        {
            request.Header(id, sample.Headers.First(id));
        }

        foreach (var header in client.Answers(SipMethod.Options, To))
        {
            header.WriteTo(request);
        }

        return request.Build();
    }

    private static List<Credentials> Written(DigestClient client, HeaderId id) =>
        [.. Reading.Message(Request(client)).Headers.All(id).Select(line => Reading.Header<Credentials>(line.ToString()))];

    private static SipMessage Asked(int status, string challenge)
    {
        var header = status == 407 ? HeaderId.ProxyAuthenticate : HeaderId.WwwAuthenticate;
        return Reading.Message(ResponseBuilder.Start(Reading.Message(Reading.Options()), status, "t").Header(header, challenge).Build());
    }
}
