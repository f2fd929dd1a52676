using Switchhook.Sip.Auth;
using Switchhook.Sip.Grammar;

namespace Switchhook.Tests.Sip.Auth;

/// <summary>Digests against the examples of the RFCs.</summary>
public sealed class DigestQuestionTests
{
    [Fact]
    public void Rfc_2617_section_3_5()
    {
        var question = new DigestQuestion(
            DigestAlgorithm.Md5, "dcd98b7102dd2f0e8b11d0f600bfb0c093", "0a4f113b", "00000001", "auth", "GET", "/dir/index.html");
        var secret = AccountSecret.Of("Mufasa", "testrealm@host.com", "Circle Of Life");
        Assert.Equal("939e7578ed9e3c518a452acee763bce9", secret.Md5);
        Assert.Equal("6629fae49393a05397450978507c4ef1", question.Answer(secret.Md5));
    }

    [Theory]
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Rfc_7616_section_3_9(string name, string answer)
    {
        var algorithm = DigestAlgorithms.Find(SipText.Of(name))!.Value;
        var question = new DigestQuestion(
            algorithm,
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            "00000001",
            "auth",
            "GET",
            "/dir/index.html");
        var secret = AccountSecret.Of("Mufasa", "http-auth@example.org", "Circle of Life");
        Assert.Equal(answer, question.Answer(secret.For(algorithm)));
    }

    [Fact]
    public void The_old_way_has_neither_count_nor_client_nonce()
    {
        // RFC 2617 §3.2.2.1 in one line: H(HA1:nonce:HA2).
        var question = new DigestQuestion(DigestAlgorithm.Md5, "n", "", "", "", "REGISTER", "sip:h");
        var second = DigestQuestion.Hash(DigestAlgorithm.Md5, "REGISTER:sip:h");
        Assert.Equal(DigestQuestion.Hash(DigestAlgorithm.Md5, $"abc:n:{second}"), question.Answer("abc"));
    }

    [Fact]
    public void Sessions_hash_both_nonces_first()
    {
        var plain = new DigestQuestion(DigestAlgorithm.Sha256, "n", "c", "00000001", "auth", "INVITE", "sip:h");
        var first = DigestQuestion.Hash(DigestAlgorithm.Sha256, "abc:n:c");
        Assert.Equal(plain.Answer(first), (plain with { Algorithm = DigestAlgorithm.Sha256Sess }).Answer("abc"));
    }

    [Theory]
    [InlineData("", "MD5")]
    [InlineData("md5-SESS", "MD5-sess")]
    [InlineData("sha-256", "SHA-256")]
    [InlineData("SHA-256-sess", "SHA-256-sess")]
    public void Algorithms_have_names(string text, string name) => Assert.Equal(name, DigestAlgorithms.Find(SipText.Of(text))?.Name());

    [Fact]
    public void An_unknown_algorithm_is_none() => Assert.Null(DigestAlgorithms.Find(SipText.Of("SHA-512-256")));

    [Fact]
    public void Secrets_do_not_come_into_logs()
    {
        Assert.DoesNotContain(AccountSecret.Of("u", "r", "p").Md5, $"{AccountSecret.Of("u", "r", "p")}");
        Assert.Equal("u", $"{new DigestAccount("u", "p")}");
    }
}
