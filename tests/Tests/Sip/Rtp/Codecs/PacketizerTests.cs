using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Codecs;
using Switchhook.Testing;

namespace Switchhook.Tests.Sip.Rtp.Codecs;

public sealed class PacketizerTests
{
    private const uint FirstTimestamp = uint.MaxValue - 500;

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(60)]
    public void Blocks_become_packets_of_the_agreed_length_without_a_gap(int milliseconds)
    {
        var said = SoundMaker.Sines(TimeSpan.FromMilliseconds(1200), (300, -10), (1100, -15));
        var packetizer = Create(milliseconds);
        var sent = new List<byte>();
        for (var at = 0; at < said.Length; at += LineAudio.BlockSamples)
        {
            packetizer.Add(said.AsSpan(at, LineAudio.BlockSamples));
            while (packetizer.TryTake(out var payload, out var timestamp))
            {
                Assert.Equal(milliseconds * 8, payload.Length);
                Assert.Equal(unchecked(FirstTimestamp + (uint)sent.Count), timestamp);
                sent.AddRange(payload);
            }
        }

        var whole = new byte[said.Length];
        G711.Encode(said, whole, CompandingLaw.MuLaw);
        Assert.Equal(whole, sent);
    }

    [Fact]
    public void A_block_that_is_passed_over_takes_its_time_and_drops_what_is_not_whole()
    {
        var packetizer = Create(30);
        packetizer.Add(new short[LineAudio.BlockSamples]);
        packetizer.Skip();
        Assert.Equal(unchecked(FirstTimestamp + 320), packetizer.Timestamp);

        packetizer.Add(new short[LineAudio.BlockSamples]);
        Assert.False(packetizer.TryTake(out _, out _));
        packetizer.Add(new short[LineAudio.BlockSamples]);
        Assert.True(packetizer.TryTake(out _, out var timestamp));
        Assert.Equal(unchecked(FirstTimestamp + 320), timestamp);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(70)]
    public void Other_lengths_are_refused(int milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(milliseconds));

    [Fact]
    public void Allocates_nothing()
    {
        var packetizer = Create(30);
        var block = new short[LineAudio.BlockSamples];
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 6; i++)
            {
                packetizer.Add(block);
                while (packetizer.TryTake(out _, out _))
                {
                    packetizer.Skip();
                }
            }
        }));
    }

    private static Packetizer Create(int milliseconds) => new(new G711Encoder(CompandingLaw.MuLaw), milliseconds, FirstTimestamp);
}
