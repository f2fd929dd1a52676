using Switchhook.Calls.Journal;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Hardware.Simulated;
using Switchhook.Recording;
using Switchhook.Site;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;

namespace Switchhook.SystemTests.Audio;

/// <summary>A caller on a simulated line who talks with a phone through the whole box, while the box records.</summary>
/// <remarks>
/// The lines have no noise and their hybrids no echo at either end, so that nothing but the box itself can harm the sound.
/// </remarks>
internal sealed class RecordedCall : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Recorder _recorder;
    private readonly TestBox _box;

    /// <summary>A call that is being talked in, in a country.</summary>
    public RecordedCall(string country)
    {
        var quiet = new SimulatedCardSettings(double.NegativeInfinity, double.PositiveInfinity, null, null, null)
        {
            FarEchoReturnLossDb = double.PositiveInfinity,
        };
        Recorder recorder = null!;
        _box = new TestBox(
            Sites.Clinic(record: RecordPolicy.All) with { Country = country },
            recorder: (loop, ids) =>
            {
                recorder = new Recorder(
                    _folder.Path, CountryTable.Get(country).Law, loop.Time, new RecorderOptions { OwnThread = false });
                return new CallRecorder(loop, recorder, ids);
            },
            settings: quiet);
        _recorder = recorder;
        Caller.Ring(new SimulatedCaller { Number = "5550142" });
        _box.Until(() => Phone.IsRinging, 15, "Phone 101 rings");
        Phone.Lift();
        _box.Until(() => _box.Entries<CallConnected>().Any(), 3, "The two are connected");
        _box.Advance(1);
    }

    /// <summary>The caller's end.</summary>
    public SimulatedExchangeLine Caller => _box.Line(1);

    /// <summary>The phone that answered.</summary>
    public SimulatedPhone Phone => _box.Phone(1);

    /// <summary>
    /// The present moment, in samples of what the caller heard, of what the phone heard, and of the recording. What is said now begins with
    /// the next block of 20 ms, whose first sample has these numbers, so that a place found in what was heard, less this, is the delay.
    /// </summary>
    public (int CallerHeard, int PhoneHeard, int Recorded) Now
    {
        get
        {
            var begun = _box.Journal.Single(one => one.Entry is RecordingStarted).At;
            var blocks = Blocks(_box.Driver.Time.GetUtcNow()) - Blocks(begun);
            return (Caller.Heard().Length, Phone.Heard().Length, blocks * LineAudio.BlockSamples);
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(double seconds) => _box.Advance(seconds);

    /// <summary>The caller hangs up; reads the recording by sox.</summary>
    /// <returns>Left, what the caller said, and right, what the phone said.</returns>
    public async Task<(short[] Left, short[] Right)> EndAsync()
    {
        Caller.HangUp();
        _box.Until(() => _box.Entries<RecordingEnded>().Any(), 20, "The recording is complete");
        var file = Assert.Single(_box.Entries<RecordingStarted>()).File;
        var wav = await File.ReadAllBytesAsync(_folder.File($"recordings/{file}"));
        return (await Sox.ReadChannelAsync(wav, 1), await Sox.ReadChannelAsync(wav, 2));
    }

    public void Dispose()
    {
        _box.Dispose();
        _recorder.Dispose();
        _folder.Dispose();
    }

    private static int Blocks(DateTimeOffset time) => (int)(time.TimeOfDay / LineAudio.BlockDuration);
}
