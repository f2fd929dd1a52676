using System.Text;
using Switchhook.Sip.Media;
using Switchhook.Sip.Sdp.Srtp;

namespace Switchhook.Tests.Sip.Sdp.Srtp;

/// <summary>Which crypto attributes the box can use. The keys are those digits and letters in base64.</summary>
public sealed class CryptoAttributeTests
{
    private const string Key30 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk";
    private const string Key28 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYg==";

    [Theory]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30, 1, SrtpSuite.AesCm128Sha1With80, 30)]
    [InlineData("2 AES_CM_128_HMAC_SHA1_32 inline:" + Key30, 2, SrtpSuite.AesCm128Sha1With32, 30)]
    [InlineData("10 AEAD_AES_128_GCM inline:" + Key28, 10, SrtpSuite.Aes128Gcm, 28)]
    [InlineData("10 AEAD_AES_128_GCM inline:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYg", 10, SrtpSuite.Aes128Gcm, 28)]
    [InlineData("0 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "|2^20", 0, SrtpSuite.AesCm128Sha1With80, 30)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "|1048576", 1, SrtpSuite.AesCm128Sha1With80, 30)]
    [InlineData("1  AES_CM_128_HMAC_SHA1_80   inline:" + Key30 + " WSH=128", 1, SrtpSuite.AesCm128Sha1With80, 30)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + " -unknown=1", 1, SrtpSuite.AesCm128Sha1With80, 30)]
    public void Is_taken(string value, int tag, SrtpSuite suite, int length)
    {
        var crypto = CryptoAttribute.Parse(Encoding.ASCII.GetBytes(value));

        Assert.Equal((tag, suite), (crypto?.Tag, crypto?.Suite));
        Assert.Equal("0123456789abcdef0123456789abcd"[..length], Encoding.ASCII.GetString(crypto!.Key.AsSpan()));
    }

    [Theory]
    [InlineData("1 AES_256_CM_HMAC_SHA1_80 inline:" + Key30)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "|2^20|1:4")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "|1:4")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "|2^20|1:4;inline:" + Key30 + "|2^20|2:4")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + " UNENCRYPTED_SRTP")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + " WSH=128 KDR=1")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key28)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30 + "MDEy")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:?" + Key30)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 inline:")]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80 outline:" + Key30)]
    [InlineData("1 AES_CM_128_HMAC_SHA1_80")]
    [InlineData("x AES_CM_128_HMAC_SHA1_80 inline:" + Key30)]
    [InlineData("1")]
    [InlineData("")]
    public void Is_passed_over(string value) => Assert.Null(CryptoAttribute.Parse(Encoding.ASCII.GetBytes(value)));

    [Fact]
    public void Never_shows_its_key() => Assert.Equal(
        "1 AesCm128Sha1With80", CryptoAttribute.Parse(Encoding.ASCII.GetBytes("1 AES_CM_128_HMAC_SHA1_80 inline:" + Key30))?.ToString());
}
