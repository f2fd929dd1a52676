using Switchhook.Audio;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;

namespace Switchhook.Lines.Fxs;

/// <summary>Beeps over a call while another waits, in the country's cadence. Control loop only.</summary>
internal sealed class CallWaitingBeep(LineServices services) : IDisposable
{
    // For countries whose table gives a single beep, and when something else was played over it.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? _running;

    public void Start(IMediaChannel over)
    {
        Stop();
        _running = new CancellationTokenSource();
        services.Loop.Watch(RunAsync(over, _running.Token));
    }

    public void Stop()
    {
        if (_running is { } running)
        {
            _running = null;
            running.Cancel();
            running.Dispose();
        }
    }

    public void Dispose() => Stop();

    private async Task RunAsync(IMediaChannel over, CancellationToken stop)
    {
        var tone = CountryTones.Get(services.Country, ToneKind.CallWaiting);
        while (!stop.IsCancellationRequested)
        {
            await over.PlayAsync(new ToneSource(tone, CountryTones.BeepLevel), PlayMode.Over, stop);
            await Task.Delay(Again, services.Loop.Time, stop);
        }
    }
}
