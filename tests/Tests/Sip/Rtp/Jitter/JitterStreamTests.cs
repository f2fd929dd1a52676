using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Sip.Rtp.Jitter;
using Switchhook.Sip.Rtp.Packets;
using Switchhook.Testing;
using Switchhook.Testing.Network;

namespace Switchhook.Tests.Sip.Rtp.Jitter;

/// <summary>What the stream of packets may do to the buffer.</summary>
public sealed class JitterStreamTests
{
    private static readonly short[] Tone = SoundMaker.Sines(TimeSpan.FromSeconds(1), (400, -10));

    private readonly JitterBuffer _buffer = new(new G711Decoder(CompandingLaw.ALaw), new JitterOptions());
    private readonly short[] _block = new short[LineAudio.BlockSamples];
    private readonly byte[] _payload = new byte[LineAudio.BlockSamples];
    private uint _ssrc = 1;
    private ushort _sequence = 65_000;
    private uint _timestamp = uint.MaxValue - 1000;
    private int _tick;

    public JitterStreamTests() => G711.Encode(Tone.AsSpan(..160), _payload, CompandingLaw.ALaw);

    [Fact]
    public void An_empty_buffer_is_silent()
    {
        Array.Fill(_block, (short)1);
        Assert.Equal(Played.Silence, Tick());
        Assert.All(_block, sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Reordered_packets_are_played_in_order_and_repeated_ones_once()
    {
        var heard = new List<short>();
        for (var number = 0; number < 48; number += 2)
        {
            var (second, first) = (Header(number + 1), Header(number));
            Put(second, Block(number + 1));
            Put(first, Block(number));
            Put(first, Block(number));
            for (var i = 0; i < 2; i++)
            {
                Tick();
                heard.AddRange(_block);
            }
        }

        var start = heard.FindIndex(sample => sample != 0);
        var expected = new short[24 * 160];
        G711.Decode(Encoded().AsSpan(..expected.Length), expected, CompandingLaw.ALaw);
        var silent = Array.FindIndex(expected, sample => sample != 0);
        Assert.Equal(expected.Skip(silent), heard.Skip(start).Take(expected.Length - silent));
        Assert.Equal((48, 0, 24, 24), Counts());
    }

    [Fact]
    public void The_sound_of_a_capture_is_played_octet_for_octet()
    {
        var (sent, heard) = (new List<short>(), new List<short>());
        var packets = PcapFile.OfSipTester("g711a.pcap");
        var next = 0;
        for (var now = packets[0].At; next < packets.Count; now += LineAudio.BlockDuration)
        {
            for (; next < packets.Count && packets[next].At <= now; next++)
            {
                Assert.True(RtpHeader.TryRead(packets[next].Payload, out var header, out var payload));
                _buffer.Put(header, payload, packets[next].At);
                var samples = new short[payload.Length];
                G711.Decode(payload, samples, CompandingLaw.ALaw);
                sent.AddRange(samples);
            }

            _buffer.Get(now, _block);
            heard.AddRange(_block);
        }

        var comparison = SegmentComparison.Of(sent.ToArray().AsSpan(..32_000), heard.ToArray(), 2400);
        Assert.True(comparison.SegmentSignalToNoiseDb > 34, $"{comparison}");
        Assert.Equal((236, 0, 0, 0), Counts());
    }

    [Fact]
    public void A_sender_that_is_silent_loses_nothing_and_starts_nothing_anew()
    {
        Stream(50);
        _timestamp += 160 * 500;
        var silence = Enumerable.Range(0, 500).Select(_ => Tick()).ToList();
        Stream(50);

        Assert.Equal((100, 0, 0, 0), Counts());
        Assert.Equal(0, _buffer.Statistics.Restarts);
        Assert.True(silence.Count(block => block == Played.Silence) > 490);
        Assert.InRange(_buffer.Statistics.DelayMilliseconds, 20, 45);
        Assert.InRange(_buffer.Statistics.ConcealedMilliseconds, 20, 90);
    }

    [Fact]
    public void A_sender_that_tells_its_silence_is_not_concealed()
    {
        Stream(50);
        _buffer.PutComfortNoise(Header(0), [60], Now);
        (_sequence, _timestamp) = ((ushort)(_sequence + 1), _timestamp + (160 * 100));
        var blocks = Enumerable.Range(0, 100)
            .Select(_ => (Played: Tick(), Power: _block.Average(sample => (double)sample * sample)))
            .ToList();

        Assert.DoesNotContain(blocks, block => block.Played == Played.Concealed);
        var noise = blocks.Skip(10).Average(block => block.Power);
        Assert.Equal(-60, 10 * Math.Log10(noise / (32768.0 * 32768)), 1.0);
        Stream(50);
        Assert.Equal((101, 0, 0, 0), Counts());
        Assert.Equal(0, _buffer.Statistics.ConcealedMilliseconds);
    }

    [Fact]
    public void Comfort_noise_that_is_too_loud_is_made_low()
    {
        _buffer.PutComfortNoise(Header(0), [3], Now);
        Tick();
        Assert.InRange(_block.Max(sample => Math.Abs((int)sample)), 1, 600);
    }

    [Fact]
    public void Key_presses_between_sound_are_no_loss()
    {
        Stream(50);
        for (var packet = 0; packet < 7; packet++)
        {
            _buffer.PutOther(Header(0) with { PayloadType = 101 }, Now);
            _sequence++;
            Tick();
        }

        _timestamp += 7 * 160;
        Stream(50);
        Assert.Equal((107, 0, 0, 0), Counts());
        Assert.Equal(0, _buffer.Statistics.Restarts);
        Assert.InRange(_buffer.Statistics.ConcealedMilliseconds, 0, 20);
    }

    [Fact]
    public void Another_source_is_played_at_once()
    {
        Stream(50);
        (_ssrc, _sequence, _timestamp) = (99, 7, 12345);
        PlaysAnew();
    }

    [Fact]
    public void A_jump_of_the_numbers_begins_anew()
    {
        Stream(50);
        _sequence += 20_000;
        PlaysAnew();
    }

    [Fact]
    public void A_jump_of_the_clock_begins_anew()
    {
        Stream(50);
        _timestamp += 1_000_000_000;
        PlaysAnew();
        _timestamp -= 2_000_000_000;
        PlaysAnew();
    }

    [Fact]
    public void A_clock_that_stood_still_in_a_silence_begins_anew()
    {
        Stream(50);
        Pass(500);
        PlaysAnew();
    }

    [Fact]
    public void A_way_that_became_longer_than_the_delay_may_grow_is_followed()
    {
        Stream(100);
        Pass(18);
        Stream(100);
        Assert.True(Enumerable.Range(0, 50).All(_ => PutAndTick() == Played.Sound));
        Assert.Equal(1, _buffer.Statistics.Restarts);
    }

    [Fact]
    public void A_stray_packet_changes_nothing()
    {
        Stream(50);
        Put(new RtpHeader(8, false, (ushort)(_sequence + 30_000), 4711, _ssrc), _payload);
        Assert.True(Enumerable.Range(0, 50).All(_ => PutAndTick() == Played.Sound));
        Assert.Equal(0, _buffer.Statistics.Restarts);
    }

    [Fact]
    public void Nothing_that_comes_can_hurt_it_or_make_it_grow()
    {
        var random = new Random(20261125);
        var payload = new byte[2000];
        random.NextBytes(payload);
        var header = Header(0);
        for (var i = 0; i < 300_000; i++)
        {
            header = random.Next(8) switch
            {
                0 => header with { Sequence = (ushort)random.Next(65_536) },
                1 => header with { Timestamp = (uint)random.NextInt64(uint.MaxValue) },
                2 => header with { Timestamp = unchecked(header.Timestamp + (uint)random.Next(-5000, 5000)) },
                3 when random.Next(10) == 0 => header with { Ssrc = (uint)random.Next(3) },
                _ => header with { Sequence = (ushort)(header.Sequence + random.Next(-2, 4)), Timestamp = header.Timestamp + 160 },
            };
            _tick += random.Next(40) == 0 ? random.Next(200) : 0;
            Action<RtpHeader> put = random.Next(6) switch
            {
                0 => each => _buffer.PutOther(each, Now),
                1 => each => _buffer.PutComfortNoise(each, payload.AsSpan(..random.Next(3)), Now),
                _ => each => _buffer.Put(each, payload.AsSpan(..random.Next(random.Next(4) == 0 ? 2000 : 170)), Now),
            };
            put(header);
            if (random.Next(3) > 0)
            {
                Tick();
            }

            var statistics = _buffer.Statistics;
            Assert.InRange(statistics.TargetMilliseconds, 20, 200);
            Assert.True(statistics.Lost >= 0 && statistics.Received >= 0);
        }

        Pass(20);
        (_ssrc, _sequence, _timestamp) = (1000, 1, 1);
        PlaysAnew();
    }

    [Fact]
    public void Allocates_nothing()
    {
        Stream(10);
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                // Lost, late and early ones among them.
                if (i % 17 != 0)
                {
                    _buffer.Put(Header(i % 29 == 0 ? -1 : 0), _payload, Now + TimeSpan.FromMilliseconds(i % 13));
                }

                _sequence++;
                _timestamp += 160;
                _buffer.Get(Now, _block);
                _tick++;
            }
        }));
    }

    private TimeSpan Now => _tick * LineAudio.BlockDuration;

    private (long Received, long Lost, long Duplicated, long Reordered) Counts()
    {
        var statistics = _buffer.Statistics;
        return (statistics.Received, statistics.Lost, statistics.Duplicated, statistics.Reordered);
    }

    private void PlaysAnew()
    {
        var restarts = _buffer.Statistics.Restarts;
        Stream(12);
        var blocks = Enumerable.Range(0, 50).Select(_ => PutAndTick()).ToList();
        Assert.True(blocks.TrueForAll(block => block == Played.Sound), $"{string.Join(' ', blocks)} {_buffer.Statistics}");
        Assert.True(_buffer.Statistics.Restarts > restarts);
    }

    private void Stream(int packets)
    {
        for (var i = 0; i < packets; i++)
        {
            PutAndTick();
        }
    }

    private void Pass(int ticks)
    {
        for (var i = 0; i < ticks; i++)
        {
            Tick();
        }
    }

    private Played PutAndTick()
    {
        Put(Header(0), _payload);
        _sequence++;
        _timestamp += 160;
        return Tick();
    }

    private RtpHeader Header(int ahead) =>
        new(8, false, (ushort)(_sequence + ahead), unchecked(_timestamp + (uint)(160 * ahead)), _ssrc);

    private void Put(in RtpHeader header, ReadOnlySpan<byte> payload) => _buffer.Put(header, payload, Now);

    private Played Tick()
    {
        var played = _buffer.Get(Now, _block);
        _tick++;
        return played;
    }

    private static byte[] Encoded()
    {
        var octets = new byte[Tone.Length];
        G711.Encode(Tone, octets, CompandingLaw.ALaw);
        return octets;
    }

    private static ReadOnlySpan<byte> Block(int number) => Encoded().AsSpan(160 * number, 160);
}
