using BenchmarkDotNet.Attributes;
using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;

namespace Switchhook.Bench.Micro;

/// <summary>One tick of one bridge, without detectors: two legs are relayed, more are mixed with saturation.</summary>
public class BridgeBenchmarks
{
    private readonly Dictionary<int, MediaEngine> _engines = [];

    /// <summary>Makes the bridges.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        foreach (var legs in new[] { 2, 4, 8 })
        {
            var engine = new MediaEngine([], CountryTable.Get("US"), work => work());
            var bridge = engine.OpenBridge();
            for (var leg = 0; leg < legs; leg++)
            {
                var channel = engine.OpenChannel("leg");
                channel.Connect(new Talk());
                bridge.Join(channel, BridgeRole.Party);
            }

            engine.Tick();
            _engines[legs] = engine;
        }
    }

    /// <summary>Two legs.</summary>
    [Benchmark(Baseline = true)]
    public void TwoLegs() => _engines[2].Tick();

    /// <summary>Four legs.</summary>
    [Benchmark]
    public void FourLegs() => _engines[4].Tick();

    /// <summary>Eight legs.</summary>
    [Benchmark]
    public void EightLegs() => _engines[8].Tick();
}
