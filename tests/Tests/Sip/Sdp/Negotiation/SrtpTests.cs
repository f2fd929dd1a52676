using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Negotiation;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Tests.Sip.Sdp.Negotiation;

/// <summary>Keys by SDES (RFC 4568) under each policy.</summary>
public sealed class SrtpTests
{
    private const string Theirs = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk";
    private const string Crypto80 = $"a=crypto:3 AES_CM_128_HMAC_SHA1_80 inline:{Theirs}|2^48";
    private const string Crypto32 = $"a=crypto:4 AES_CM_128_HMAC_SHA1_32 inline:{Theirs}";
    private const string CryptoMki = $"a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:{Theirs}|2^20|1:4";
    private const string Crypto256 = $"a=crypto:2 AES_256_CM_HMAC_SHA1_80 inline:{Theirs}{Theirs}";

    [Theory]
    [InlineData(nameof(SrtpPolicy.None), "RTP/AVP", "", "RTP/AVP", null)]
    [InlineData(nameof(SrtpPolicy.None), "RTP/AVP", Crypto80, "RTP/AVP", null)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/AVP", "", "RTP/AVP", null)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/AVP", Crypto80, "RTP/AVP", 3)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/SAVP", Crypto80, "RTP/SAVP", 3)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/AVP", CryptoMki, "RTP/AVP", null)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/AVP", Crypto80, "RTP/AVP", 3)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", Crypto80, "RTP/SAVP", 3)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVPF", Crypto80, "RTP/SAVPF", 3)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", CryptoMki + "\n" + Crypto256 + "\n" + Crypto32 + "\n" + Crypto80, "RTP/SAVP", 4)]
    public void Answers(string policy, string offered, string attributes, string answered, int? tag)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = Enum.Parse<SrtpPolicy>(policy) });
        var agreement = negotiation.Answer(Body.Audio("8", attributes, offered));

        Assert.Equal($"audio 10000 {answered} 8", Assert.Single(Box.Lines(agreement.Answer, "m=")));
        Assert.Equal(tag is { } number ? [$"{number}"] : [], Box.Lines(agreement.Answer, "a=crypto:").Select(line => line.Split(' ')[0]));
        Assert.Equal(tag is null, agreement.Audio.Keys is null);
    }

    [Fact]
    public void Agrees_on_a_key_for_each_direction()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        var agreement = negotiation.Answer(Body.Audio("8", Crypto80, "RTP/SAVP"));
        var keys = agreement.Audio.Keys!;

        Assert.Equal(SrtpSuite.AesCm128Sha1With80, keys.Suite);
        Assert.Equal(Enumerable.Repeat((byte)1, 30), keys.Local);
        Assert.Equal(Convert.FromBase64String(Theirs), keys.Remote);
        Assert.Equal(
            $"3 AES_CM_128_HMAC_SHA1_80 inline:{Convert.ToBase64String(keys.Local.AsSpan())}",
            Assert.Single(Box.Lines(agreement.Answer, "a=crypto:")));
    }

    [Theory]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/AVP", "", "SRTP is demanded here, and not offered")]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", "", "SRTP is demanded, with no key that the box can use")]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/SAVP", CryptoMki, "SRTP is demanded, with no key that the box can use")]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/SAVPF", Crypto256, "SRTP is demanded, with no key that the box can use")]
    [InlineData(nameof(SrtpPolicy.None), "RTP/SAVP", Crypto80, "SRTP is demanded, and switched off here")]
    public void Refuses(string policy, string offered, string attributes, string words)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = Enum.Parse<SrtpPolicy>(policy) });
        var refusal = negotiation.Refuse(Body.Audio("8", attributes, offered));

        Assert.Equal((488, 302, words), (refusal.Status, refusal.Warning, refusal.Words));
    }

    [Fact]
    public void Of_a_plain_and_a_secure_stream_the_policy_takes_its_own()
    {
        var offer = Body.Of($"v=0\nc=IN IP4 192.0.2.7\nm=audio 4000 RTP/SAVP 8\n{Crypto80}\nm=audio 4002 RTP/AVP 8");

        Assert.Equal(
            ["0 RTP/SAVP 8", "10000 RTP/AVP 8"], Box.Lines(Box.Negotiation().Answer(offer).Answer, "m=audio "));
        Assert.Equal(
            ["10000 RTP/SAVP 8", "0 RTP/AVP 8"],
            Box.Lines(Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded }).Answer(offer).Answer, "m=audio "));
    }

    [Theory]
    [InlineData(nameof(SrtpPolicy.None), "RTP/AVP", 0)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/AVP", 2)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", 2)]
    public void Offers(string policy, string transport, int keys)
    {
        var offer = Box.Negotiation(Box.Audio with { Srtp = Enum.Parse<SrtpPolicy>(policy) }).Offer();

        Assert.Equal($"audio 10000 {transport} 8 0 9 101", Assert.Single(Box.Lines(offer, "m=")));
        Assert.Equal(
            Enumerable.Range(1, keys).Select(tag => tag == 1 ? "1 AES_CM_128_HMAC_SHA1_80" : "2 AES_CM_128_HMAC_SHA1_32"),
            Box.Lines(offer, "a=crypto:").Select(line => line.Split(" inline:")[0]));
        Assert.Equal(keys, Box.Lines(offer, "a=crypto:").Select(line => line.Split(" inline:")[1]).Distinct().Count());
    }

    [Theory]
    [InlineData("a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:" + Theirs)]
    [InlineData("a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:" + Theirs)]
    public void Takes_the_key_of_the_suite_that_was_chosen(string answered)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        negotiation.Offer();
        var keys = negotiation.Take(Body.Audio("8", answered, "RTP/SAVP")).Audio.Keys!;

        Assert.Equal(SrtpSuite.AesCm128Sha1With32, keys.Suite);
        Assert.Equal(Enumerable.Repeat((byte)2, 30), keys.Local);
        Assert.Equal(Convert.FromBase64String(Theirs), keys.Remote);
    }

    [Theory]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/AVP", "", true)]
    [InlineData(nameof(SrtpPolicy.Offered), "RTP/SAVP", "", false)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", "", false)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/AVP", "", false)]
    [InlineData(nameof(SrtpPolicy.Demanded), "RTP/SAVP", Crypto256, false)]
    public void Without_a_key_in_the_answer_the_call_is_plain_only_where_that_is_allowed(
        string policy, string transport, string attributes, bool taken)
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = Enum.Parse<SrtpPolicy>(policy) });
        negotiation.Offer();

        Assert.Equal(taken, negotiation.TryTake(Body.Audio("8", attributes, transport), out var agreement, out var refusal));
        Assert.Null(agreement?.Audio.Keys);
        Assert.Equal(taken ? null : MediaRefusalReason.NoSrtp, refusal?.Reason);
    }

    [Fact]
    public void An_unchanged_offer_gets_the_same_keys_and_is_no_change()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        var first = negotiation.Answer(Body.Audio("8", Crypto80, "RTP/SAVP"));
        var second = negotiation.Answer(Body.Audio("8", Crypto80, "RTP/SAVP"));

        Assert.Equal(Body.Text(first.Answer), Body.Text(second.Answer));
        Assert.False(second.Changed);
    }

    [Fact]
    public void A_new_key_of_the_other_side_is_a_change_that_leaves_the_boxs_key()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        var first = negotiation.Answer(Body.Audio("8", Crypto80, "RTP/SAVP"));
        var renewed = Crypto80.Replace("inline:MDEy", "inline:MDEz", StringComparison.Ordinal);
        var second = negotiation.Answer(Body.Audio("8", renewed, "RTP/SAVP"));

        Assert.True(second.Changed);
        Assert.Equal(first.Audio.Keys!.Local, second.Audio.Keys!.Local);
        Assert.NotEqual(first.Audio.Keys.Remote, second.Audio.Keys.Remote);
        Assert.Equal(Body.Text(first.Answer), Body.Text(second.Answer));
    }

    [Fact]
    public void Another_suite_gets_another_key()
    {
        const string Gcm = "a=crypto:1 AEAD_AES_128_GCM inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYg==";
        var negotiation = Box.Negotiation(
            Box.Audio with { Srtp = SrtpPolicy.Demanded, Suites = [SrtpSuite.AesCm128Sha1With80, SrtpSuite.Aes128Gcm] });
        var first = negotiation.Answer(Body.Audio("8", Crypto80, "RTP/SAVP")).Audio.Keys!;
        var second = negotiation.Answer(Body.Audio("8", Gcm, "RTP/SAVP")).Audio.Keys!;

        Assert.Equal((30, 28), (first.Local.Length, second.Local.Length));
        Assert.NotEqual(first.Local[0], second.Local[0]);
    }

    [Fact]
    public void Offers_in_a_dialog_keep_the_keys_and_the_transport_of_the_first()
    {
        var negotiation = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        var keys = Box.Lines(negotiation.Offer(), "a=crypto:");
        negotiation.Take(Body.Audio("8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + Theirs, "RTP/SAVP"));
        Assert.Equal(keys, Box.Lines(negotiation.Offer(), "a=crypto:"));

        var opportunistic = Box.Negotiation(Box.Audio with { Srtp = SrtpPolicy.Demanded });
        opportunistic.Answer(Body.Audio("8", Crypto80));
        Assert.StartsWith("audio 10000 RTP/AVP 8", Box.Lines(opportunistic.Offer(), "m=")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_changes_changes_the_transport_of_the_next_offer()
    {
        var negotiation = Box.Negotiation();
        negotiation.Answer(Body.Audio("8"));
        negotiation.Local = negotiation.Local with { Srtp = SrtpPolicy.Demanded };
        Assert.StartsWith("audio 10000 RTP/SAVP 8", Box.Lines(negotiation.Offer(), "m=")[0], StringComparison.Ordinal);

        negotiation.Take(Body.Audio("8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + Theirs, "RTP/SAVP"));
        negotiation.Local = negotiation.Local with { Srtp = SrtpPolicy.None };
        Assert.StartsWith("audio 10000 RTP/AVP 8", Box.Lines(negotiation.Offer(), "m=")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_the_system_differ_each_time()
    {
        var source = new SecureSrtpKeySource();
        var keys = Enumerable.Range(0, 4).Select(_ =>
        {
            var key = new byte[30];
            source.Fill(key);
            return Convert.ToHexString(key);
        });

        Assert.Equal(4, keys.Distinct().Count());
    }
}
