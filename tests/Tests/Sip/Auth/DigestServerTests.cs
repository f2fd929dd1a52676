using System.Globalization;
using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar.Headers.Digest;
using Switchhook.Testing;
using Switchhook.Tests.Sip.Grammar;

namespace Switchhook.Tests.Sip.Auth;

/// <summary>A server that asks for passwords, and phones that answer in right and wrong ways.</summary>
public sealed class DigestServerTests
{
    private const string Realm = "switchhook";
    private const string Uri = "sip:box@192.0.2.10";

    private readonly ManualTimeProvider _time = new();
    private readonly DigestServer _server;

    public DigestServerTests() => _server = new DigestServer(
        Realm,
        new NonceSource(new byte[32], _time, new Random(1)),
        name => name == "200" ? AccountSecret.Of("200", Realm, "secret") : null);

    [Fact]
    public void Who_brings_nothing_is_asked_md5_first()
    {
        Assert.Equal(AuthOutcome.Challenge, Check("").Outcome);
        var challenges = Ask(isStale: false);
        Assert.Equal(["MD5", "SHA-256"], challenges.Select(challenge => challenge.Algorithm.ToString()));
        Assert.All(challenges, challenge =>
            Assert.Equal((Realm, "auth", false), (challenge.Realm.ToString(), challenge.Qop.ToString(), challenge.IsStale)));
        Assert.All(Ask(isStale: true), challenge => Assert.True(challenge.IsStale));
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5)]
    [InlineData(DigestAlgorithm.Md5Sess)]
    [InlineData(DigestAlgorithm.Sha256)]
    [InlineData(DigestAlgorithm.Sha256Sess)]
    internal void The_right_password_is_accepted(DigestAlgorithm algorithm)
    {
        var verdict = Check(Credentials(Nonce(), algorithm: algorithm));
        Assert.Equal((AuthOutcome.Accepted, "200"), (verdict.Outcome, verdict.UserName));
    }

    [Fact]
    public void The_old_way_is_taken_with_md5_alone()
    {
        Assert.Equal(AuthOutcome.Accepted, Check(Credentials(Nonce(), isOldWay: true)).Outcome);
        Assert.Equal(AuthOutcome.Refused, Check(Credentials(Nonce(), isOldWay: true, algorithm: DigestAlgorithm.Sha256)).Outcome);
    }

    [Fact]
    public void A_wrong_password_and_an_unknown_account_get_the_same_words()
    {
        var wrong = Check(Credentials(Nonce(), password: "guess"));
        var unknown = Check(Credentials(Nonce(), user: "999"));
        Assert.Equal(AuthOutcome.Refused, wrong.Outcome);
        Assert.Equal((wrong.Outcome, wrong.Why), (unknown.Outcome, unknown.Why));
        Assert.Equal(("200", "999"), (wrong.UserName, unknown.UserName));

        // Not even who knows what an unknown account is compared with comes in.
        var nobody = AccountSecret.Of("", "", "").Md5;
        Assert.Equal(AuthOutcome.Refused, Check(Credentials(Nonce(), user: "999", ha1: nobody)).Outcome);
    }

    [Fact]
    public void A_nonce_that_is_old_or_of_before_the_start_is_stale_only_with_the_right_password()
    {
        var nonce = Nonce();
        _time.Advance(NonceSource.Life + TimeSpan.FromSeconds(1));
        Assert.Equal(AuthOutcome.Stale, Check(Credentials(nonce)).Outcome);
        Assert.Equal(AuthOutcome.Stale, Check(Credentials("before-the-start")).Outcome);
        Assert.Equal(AuthOutcome.Refused, Check(Credentials(nonce, password: "guess")).Outcome);
    }

    [Fact]
    public void A_request_cannot_be_played_back_nor_made_into_another()
    {
        var nonce = Nonce();
        Assert.Equal(AuthOutcome.Accepted, Check(Credentials(nonce)).Outcome);
        Assert.Equal(AuthOutcome.Stale, Check(Credentials(nonce)).Outcome);
        Assert.Equal(AuthOutcome.Accepted, Check(Credentials(nonce, count: 2)).Outcome);
        Assert.Equal(AuthOutcome.Refused, Check(Credentials(nonce, count: 3, method: "INVITE")).Outcome);
        Assert.Equal(AuthOutcome.Refused, Check(Credentials(nonce, count: 3, uri: "sip:other@192.0.2.10")).Outcome);
        Assert.Equal(AuthOutcome.Accepted, Check(Credentials(nonce, count: 3, uri: "sip:box@pbx.example.org:5060;transport=udp")).Outcome);
    }

    [Theory]
    [InlineData("Basic MjAwOnNlY3JldA==", AuthOutcome.Challenge)]
    [InlineData("NoOneKnowsThisScheme opaque-data=here", AuthOutcome.Challenge)]
    [InlineData("Digest realm=\"elsewhere\", username=\"200\"", AuthOutcome.Challenge)]
    [InlineData("Digest realm=\"switchhook\", username=\"200\"", AuthOutcome.Refused)]
    [InlineData("Digest realm=\"switchhook\", username=\"200\", algorithm=MD4, response=\"x\"", AuthOutcome.Refused)]
    [InlineData("Digest realm=\"switchhook\", username=\"200\", qop=auth, cnonce=\"x\", nc=1, response=\"x\"", AuthOutcome.Refused)]
    [InlineData("Digest realm=\"switchhook\", username=\"200\", qop=auth, cnonce=\"x\", nc=00000000, response=\"x\"", AuthOutcome.Refused)]
    [InlineData("Digest realm=\"switchhook\", username=\"2\", qop=auth-int, cnonce=\"x\", nc=00000001, response=\"\"", AuthOutcome.Refused)]
    [InlineData("Digest realm=\"switchhook\", username=\"200", AuthOutcome.Refused)]
    [InlineData("Digest", AuthOutcome.Refused)]
    internal void Odd_credentials_let_nobody_in(string value, AuthOutcome outcome) => Assert.Equal(outcome, Check(value).Outcome);

    [Fact]
    public void Of_several_credentials_those_for_this_box_count()
    {
        const string Others = "NoOneKnowsThisScheme a=b\r\nAuthorization: Digest realm=\"elsewhere\", username=\"x\"\r\nAuthorization: ";
        Assert.Equal(AuthOutcome.Accepted, Check(Others + Credentials(Nonce())).Outcome);
    }

    private AuthVerdict Check(string credentials) =>
        _server.Check(Reading.Message(Reading.Options(credentials.Length == 0 ? "" : $"Authorization: {credentials}")));

    private string Nonce() => Ask(isStale: false)[0].Nonce.ToString();

    private List<Challenge> Ask(bool isStale)
    {
        var challenges = _server.Challenges(isStale, isMd5Only: false);
        return [.. challenges.Select(Reading.Header<Challenge>)];
    }

    private static string Credentials(
        string nonce,
        string user = "200",
        string password = "secret",
        uint count = 1,
        string method = "OPTIONS",
        string uri = Uri,
        DigestAlgorithm algorithm = DigestAlgorithm.Md5,
        bool isOldWay = false,
        string? ha1 = null)
    {
        var nc = count.ToString("x8", CultureInfo.InvariantCulture);
        var question = isOldWay
            ? new DigestQuestion(algorithm, nonce, "", "", "", method, uri)
            : new DigestQuestion(algorithm, nonce, "abc", nc, "auth", method, uri);
        var answer = question.Answer(ha1 ?? AccountSecret.Of(user, Realm, password).For(algorithm));
        return $"Digest username=\"{user}\", realm=\"{Realm}\", nonce=\"{nonce}\", uri=\"{uri}\", response=\"{answer}\""
            + $", algorithm={algorithm.Name()}" + (isOldWay ? "" : $", qop=auth, cnonce=\"abc\", nc={nc}");
    }
}
