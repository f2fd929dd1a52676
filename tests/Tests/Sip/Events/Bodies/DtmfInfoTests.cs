using System.Text;
using Switchhook.Sip.Events.Bodies;

namespace Switchhook.Tests.Sip.Events.Bodies;

/// <summary>Keys in INFO.</summary>
public sealed class DtmfInfoTests
{
    [Theory]
    [InlineData("Signal=5\r\nDuration=160\r\n", '5', 160)]
    [InlineData("Signal= 5\r\nDuration= 250", '5', 250)]
    [InlineData("signal=*\nduration=100\n", '*', 100)]
    [InlineData("Duration=100\r\nSignal=#\r\n", '#', 100)]
    [InlineData("Signal=d\r\n", 'D', 160)]
    [InlineData("Signal=10\r\nDuration=80\r\n", '*', 80)]
    [InlineData("Signal=11\r\nDuration=80\r\n", '#', 80)]
    [InlineData("Signal=1\r\nDuration=0\r\n", '1', 40)]
    [InlineData("Signal=1\r\nDuration=-5\r\n", '1', 40)]
    [InlineData("Signal=1\r\nDuration=600000\r\n", '1', 5000)]
    [InlineData("Signal=1\r\nDuration=long\r\nVolume=3\r\n\r\n", '1', 160)]
    public void Reads_signal_and_duration(string body, char key, int milliseconds) =>
        Assert.Equal(new DtmfInfo(key, milliseconds), DtmfInfo.ParseRelay(Encoding.ASCII.GetBytes(body)));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("Signal=\r\n")]
    [InlineData("Signal=E\r\n")]
    [InlineData("Signal=12\r\n")]
    [InlineData("Signal=55\r\n")]
    [InlineData("Duration=160\r\n")]
    public void Hears_no_key_where_there_is_none(string body) => Assert.Null(DtmfInfo.ParseRelay(Encoding.ASCII.GetBytes(body)));

    [Theory]
    [InlineData("5", '5')]
    [InlineData(" #\r\n", '#')]
    [InlineData("a", 'A')]
    [InlineData("10", '*')]
    public void Reads_a_key_alone(string body, char key) => Assert.Equal(key, DtmfInfo.ParsePlain(Encoding.ASCII.GetBytes(body))?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("5 5")]
    public void A_key_alone_is_one_key(string body) => Assert.Null(DtmfInfo.ParsePlain(Encoding.ASCII.GetBytes(body)));

    [Fact]
    public void Long_bodies_are_not_read() =>
        Assert.Null(DtmfInfo.ParseRelay(Encoding.ASCII.GetBytes("Signal=5\r\n" + new string('x', 300))));

    [Fact]
    public void Reads_what_it_writes() => Assert.All("0123456789*#ABCD", key =>
    {
        Assert.Equal(new DtmfInfo(key, 100), DtmfInfo.ParseRelay(new DtmfInfo(key, 100).WriteRelay()));
        Assert.Equal(key, DtmfInfo.ParsePlain(new DtmfInfo(key, 100).WritePlain())?.Key);
    });

    [Fact]
    public void Writes_as_it_was_first_seen() =>
        Assert.Equal("Signal=7\r\nDuration=160\r\n", Encoding.ASCII.GetString(new DtmfInfo('7', 160).WriteRelay()));
}
