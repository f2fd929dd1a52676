using System.Text;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;

namespace Switchhook.Tests.Hardware.Simulated;

public sealed class CallerIdTests
{
    private static readonly SimulatedCaller Caller = new() { Number = "5550100", Name = "SMITH JOHN" };

    /// <summary>By hand: type 128, length 31, date (11/23 08:00), number, name, checksum so that all bytes sum to 0.</summary>
    private static readonly byte[] Message = WithChecksum(
        [0x80, 31, 1, 8, .. "11230800"u8, 2, 7, .. "5550100"u8, 7, 10, .. "SMITH JOHN"u8]);

    [Theory]
    [InlineData("US")]
    [InlineData("GB")]
    public void The_exchange_sends_what_a_phone_can_read(string land)
    {
        var rig = new SimulatorRig(Land(land), new SimulatedCardOptions { FxoPorts = 1, FxsPorts = 1 });
        rig.Line.Ring(Caller);
        rig.Run(6000);
        rig.SendToPhone([.. rig.FromLine]);
        rig.Run(6000);

        Assert.Equal(1, rig.Phone.CallerIdMessages);
        Assert.Equal(Message, rig.Phone.Display!.Bytes.ToArray());
        Assert.Equal(("5550100", "SMITH JOHN", "11230800", true), Shown(rig.Phone.Display));
    }

    [Theory]
    [InlineData("US", 2000)]
    [InlineData("GB", 1000)]
    public void It_comes_half_a_second_after_the_first_ring_and_leaves_time_before_the_next(string land, int firstRingEnds)
    {
        var rig = new SimulatorRig(Land(land));
        rig.Line.Ring(new SimulatedCaller { Number = new string('9', 20), Name = new string('W', 50) });
        rig.Run(8000);

        var sound = Sound.Runs(rig.FromLine).Single(r => r.Sound).Samples;
        var begins = rig.FromLine.FindIndex(s => s != 0);
        Assert.Equal((firstRingEnds + 500) * 8, begins, 2.0);
        // 300 + 180 bits, 87 bytes of ten bits, four bits of mark at the end.
        Assert.Equal((300 + 180 + 870 + 4) * 8000 / 1200.0, sound, 8.0);
        var nextRing = rig.FxoEvents.First(e => e.Kind == LineEventKind.RingBegan && e.At >= Lands.Ms(firstRingEnds + 1)).At;
        Assert.True(nextRing.TotalMilliseconds * 8 >= begins + sound + 1590, $"Next ring at {nextRing}.");
        Assert.Equal(-13.5, Sound.Dbm0(rig.FromLine.Skip(begins).Take(sound)), 0.1);
    }

    [Fact]
    public void A_withheld_number_says_so()
    {
        var rig = new SimulatorRig();
        rig.Line.Ring(new SimulatedCaller { Absence = CallerIdAbsence.Withheld });
        rig.Run(6000);
        rig.SendToPhone([.. rig.FromLine]);
        rig.Run(6000);

        Assert.Equal(WithChecksum([0x80, 16, 1, 8, .. "11230800"u8, 4, 1, (byte)'P', 8, 1, (byte)'P']), rig.Phone.Display!.Bytes.ToArray());
        Assert.Equal(CallerIdAbsence.Withheld, rig.Phone.Display.NumberAbsence);
        Assert.Null(rig.Phone.Display.Number);
    }

    [Fact]
    public void Nothing_is_sent_on_a_line_without_the_service()
    {
        var rig = new SimulatorRig(options: SimulatorRig.Clean with { CallerId = false });
        rig.Line.Ring(Caller);
        rig.Run(8000);
        Assert.All(rig.FromLine, s => Assert.Equal(0, s));
    }

    [Theory]
    [InlineData(1200, 2200, -13.5)]
    [InlineData(1300, 2100, -13.5)]
    [InlineData(1200, 2200, -32)]
    [InlineData(1188, 2222, -20)]
    public void A_phone_reads_modem_sound_made_by_formula(double mark, double space, double level)
    {
        var rig = new SimulatorRig(mark > 1250 ? Lands.Britain : Lands.UnitedStates, SimulatorRig.Clean with { NoiseDbm0 = -55 });
        rig.SendToPhone(Modem(Message, mark, space, level));
        rig.Run(2000);
        Assert.Equal(("5550100", "SMITH JOHN", "11230800", true), Shown(rig.Phone.Display!));
    }

    [Fact]
    public void A_phone_tells_a_message_with_a_wrong_checksum()
    {
        var spoiled = Message.ToArray();
        spoiled[15]++;
        var rig = new SimulatorRig();
        rig.SendToPhone(Modem(spoiled, 1200, 2200, -13.5));
        rig.Run(2000);
        Assert.False(rig.Phone.Display!.ChecksumRight);
        Assert.Contains(rig.Phone.RecentActivity(), a => a.Text.Contains("wrong checksum", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lifted_phone_and_speech_give_no_message()
    {
        var rig = new SimulatorRig();
        rig.SendToPhone(Sound.White(5000, -15, seed: 9));
        rig.Run(5000);
        rig.Phone.Lift();
        rig.SendToPhone(Modem(Message, 1200, 2200, -13.5));
        rig.Run(2000);
        Assert.Equal(0, rig.Phone.CallerIdMessages);
        Assert.Null(rig.Phone.Display);
    }

    [Fact]
    public void Answering_cuts_the_message_short()
    {
        var rig = new SimulatorRig();
        rig.Line.Ring(Caller);
        rig.Run(2700);
        rig.Fxo.SetOffHook(true);
        rig.FromLine.Clear();
        rig.Run(2000);
        Assert.All(rig.FromLine, s => Assert.Equal(0, s));
        Assert.Equal(ExchangeLineState.Talking, rig.Line.State);
    }

    private static Country Land(string code) => code == "GB" ? Lands.Britain : Lands.UnitedStates;

    private static (string?, string?, string?, bool) Shown(CallerIdDisplay display) =>
        (display.Number, display.Name, display.SentAt, display.ChecksumRight);

    private static byte[] WithChecksum(byte[] bytes) => [.. bytes, (byte)(256 - (bytes.Sum(b => b) % 256))];

    // Sample by sample from the bit that is on at that moment: no shared code, edges on whole samples.
    private static short[] Modem(byte[] message, double mark, double space, double dbm0)
    {
        var bits = new StringBuilder();
        bits.Insert(0, "01", 150).Append('1', 180);
        foreach (var value in message)
        {
            bits.Append('0');
            for (var bit = 0; bit < 8; bit++)
            {
                bits.Append((value >> bit) & 1);
            }

            bits.Append('1');
        }

        bits.Append("1111");
        var samples = new short[bits.Length * 20 / 3];
        var phase = 0.0;
        for (var n = 0; n < samples.Length; n++)
        {
            phase += 2 * Math.PI * (bits[n * 3 / 20] == '1' ? mark : space) / 8000;
            samples[n] = (short)Math.Round(LineAudio.Peak(dbm0) * Math.Sin(phase));
        }

        return [.. Sound.Silence(100), .. samples, .. Sound.Silence(100)];
    }
}
