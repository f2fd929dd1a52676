using BenchmarkDotNet.Attributes;
using Switchhook.Audio;
using Switchhook.Audio.Engine;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;

namespace Switchhook.Bench.Micro;

/// <summary>
/// One tick of the engine, 20 ms of sound: two-party calls with all detectors of a line and a phone, then the same calls recorded. The
/// media path must show 0 B. The recorder's own thread works beside it, and its allocations would show too.
/// </summary>
public class TickBenchmarks : IDisposable
{
    private TempFolder? _folder;
    private Recorder? _recorder;
    private MediaEngine? _engine;

    /// <summary>Calls at once.</summary>
    [Params(1, 50)]
    public int Calls { get; set; }

    /// <summary>Makes the calls.</summary>
    [GlobalSetup(Target = nameof(Tick))]
    public void Connect() => _engine = Connect(CountryTable.Get("US"), recorder: null);

    /// <summary>Makes the calls and records them.</summary>
    [GlobalSetup(Target = nameof(TickRecorded))]
    public void ConnectRecorded()
    {
        var country = CountryTable.Get("US");
        _folder = new TempFolder();
        _recorder = new Recorder(_folder.Path, country.Law, TimeProvider.System);
        _engine = Connect(country, _recorder);
    }

    /// <summary>Ends them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _recorder?.Dispose();
        _folder?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Without recordings.</summary>
    [Benchmark(Baseline = true)]
    public void Tick() => _engine!.Tick();

    /// <summary>With them.</summary>
    [Benchmark]
    public void TickRecorded() => _engine!.Tick();

    private MediaEngine Connect(Country country, Recorder? recorder)
    {
        var engine = new MediaEngine([], country, work => work());
        for (var call = 0; call < Calls; call++)
        {
            var (line, phone) = (engine.OpenChannel("line"), engine.OpenChannel("phone"));
            line.Connect(new Talk());
            phone.Connect(new Talk());
            line.Detectors = Detectors.Dtmf | Detectors.CallProgress;
            phone.Detectors = Detectors.Dtmf;
            line.Tap = recorder?.Start($"20261124-120000-{call:000000}");
            var bridge = engine.OpenBridge();
            bridge.Join(line, BridgeRole.Party);
            bridge.Join(phone, BridgeRole.Party);
        }

        for (var warm = 0; warm < 100; warm++)
        {
            engine.Tick();
        }

        return engine;
    }
}
