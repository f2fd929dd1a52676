using System.Globalization;
using System.Text;
using Switchhook.Hardware.Simulated;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Hardware;

/// <summary>What the simulator sends and hears, against programs that are not ours.</summary>
public sealed class SimulatorAgainstOthersTests
{
    private const string AllKeys = "1234567890*#ABCD";

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    [InlineData("FR")]
    public async Task Minimodem_reads_the_caller_that_the_exchange_sends(string country)
    {
        using var wire = new SimulatedWire(country);
        wire.Line.Ring(new SimulatedCaller { Number = "5550123", Name = "ADA LOVELACE" });
        var path = Path.Combine(Path.GetTempPath(), $"caller-id-{country}-{Environment.ProcessId}.wav");
        try
        {
            await Sox.WriteWavAsync(wire.Run(wire.Fxo, 8), path);
            var modem = country == "US" ? Array.Empty<string>() : ["-M", "1300", "-S", "2100"];
            string[] arguments = ["--rx", "-q", .. modem, "-f", path, "callerid"];
            var output = Encoding.Latin1.GetString(await ExternalProgram.RunAsync("minimodem", arguments));
            Assert.Contains("5550123", output, StringComparison.Ordinal);
            Assert.Contains("ADA LOVELACE", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Multimon_reads_the_keys_of_a_phone()
    {
        using var wire = new SimulatedWire("US");
        wire.Phone.Lift();
        wire.Phone.Dial(AllKeys);
        Assert.Equal(AllKeys, await Multimon.KeysAsync(wire.Run(wire.Fxs, 3)));
    }

    [Fact]
    public async Task Multimon_reads_the_keys_of_a_caller()
    {
        using var wire = new SimulatedWire("GB");
        wire.Line.Ring(new SimulatedCaller());
        wire.Run(wire.Fxo, 1);
        wire.Fxo.SetOffHook(true);
        wire.Run(wire.Fxo, 0.1);
        wire.Line.PressKeys(AllKeys);
        Assert.Equal(AllKeys, await Multimon.KeysAsync(wire.Run(wire.Fxo, 3)));
    }

    [Fact]
    public async Task The_exchange_hears_keys_that_sox_makes()
    {
        string[] five = ["synth", "0.05", "sine", "770", "synth", "0.05", "sine", "mix", "1336", "gain", "-6", "pad", "0.05", "0.05"];
        string[] hash = ["synth", "0.05", "sine", "941", "synth", "0.05", "sine", "mix", "1477", "gain", "-6", "pad", "0.05", "0.05"];
        using var wire = new SimulatedWire("DE");
        wire.Fxo.SetOffHook(true);
        wire.Run(wire.Fxo, 1);
        wire.Run(wire.Fxo, 1, [.. await Sox.MakeAsync(five), .. await Sox.MakeAsync(hash), .. await Sox.MakeAsync(five)]);
        Assert.Equal("5#5", wire.Line.DialledDigits);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en+f3")]
    [InlineData("de")]
    public async Task The_exchange_takes_no_speech_for_keys(string voice)
    {
        var numbers = string.Join(", ", Enumerable.Range(1, 120).Select(n => (n * 7919).ToString(CultureInfo.InvariantCulture)));
        var speech = await Sox.ReadWavAsync(await ExternalProgram.RunAsync("espeak-ng", ["-v", voice, "--stdout", numbers]));
        Assert.InRange(speech.Length, 100 * 8000, int.MaxValue);
        using var wire = new SimulatedWire("US");
        wire.Fxo.SetOffHook(true);
        wire.Run(wire.Fxo, 1);
        wire.Run(wire.Fxo, speech.Length / 8000.0, speech);
        Assert.Equal("", wire.Line.DialledDigits);
        Assert.Equal(ExchangeLineState.DialTone, wire.Line.State);
    }
}
