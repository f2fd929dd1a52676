using System.Globalization;
using System.Text;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.SystemTests.Tools;
using Switchhook.Testing;
using Switchhook.Testing.Processes;

namespace Switchhook.SystemTests.Recording;

/// <summary>Recordings as sox reads them, which knows nothing of our writer.</summary>
public sealed class RecordingsAgainstSoxTests : IDisposable
{
    private const string Id = "20261123-080000-222222";

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompandingLaw.ALaw, "A-law")]
    [InlineData(CompandingLaw.MuLaw, "u-law")]
    public async Task A_recording_plays_after_every_writing_and_each_side_is_on_its_channel(CompandingLaw law, string encoding)
    {
        using var recorder = new Recorder(_folder.Path, law, _time, new RecorderOptions { OwnThread = false });
        var recording = recorder.Start(Id)!;
        var path = _folder.File($"recordings/{recording.File}");
        var tone = await Sox.MakeAsync("synth", "2", "sine", "431", "vol", "0.5");
        var other = await Sox.MakeAsync("synth", "2", "sine", "1020", "vol", "0.25");
        for (var frame = 0; frame < 100; frame++)
        {
            recording.Frame(tone.AsSpan(frame * 160, 160), other.AsSpan(frame * 160, 160));
            _time.Advance(TimeSpan.FromMilliseconds(20));
            if (frame % 25 == 24)
            {
                // Written at every multiple of 250 ms; the copy is what a kill in this moment leaves.
                var written = (frame + 1) * 20 / 250 * 250 * 8;
                Assert.Equal(written, await SoxiAsync("-s", path));
            }
        }

        recording.Stop();
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(encoding, (await SoxiTextAsync("-e", path)).Trim());
        Assert.Equal(2, await SoxiAsync("-c", path));
        var wav = await File.ReadAllBytesAsync(path);
        AssertSame(tone, await Sox.ReadChannelAsync(wav, 1));
        AssertSame(other, await Sox.ReadChannelAsync(wav, 2));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_plays_whole_after_its_repair()
    {
        using var recorder = new Recorder(_folder.Path, CompandingLaw.ALaw, _time, new RecorderOptions { OwnThread = false });
        var recording = recorder.Start(Id)!;
        var frame = new short[160];
        for (var i = 0; i < 50; i++)
        {
            recording.Frame(frame, frame);
        }

        recording.Stop();
        _time.Advance(TimeSpan.FromMilliseconds(250));
        var path = _folder.File($"recordings/{recording.File}");
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, bytes[..^777]);
        Assert.Single(new RecordingRepair(_folder.Path, CompandingLaw.ALaw).Run());
        Assert.Equal(8000 - 389, await SoxiAsync("-s", path));
    }

    // ITU-T G.712 asks for 33 dB of a sine after coding and decoding; G.711 itself leaves 35 to 38.
    private static void AssertSame(short[] said, short[] recorded)
    {
        Assert.Equal(said.Length, recorded.Length);
        var comparison = SoundComparison.Of(said, recorded, 0);
        Assert.InRange(comparison.LevelDb, -0.1, 0.1);
        Assert.True(comparison.SignalToNoiseDb > 34.5, $"{comparison.SignalToNoiseDb:0.0} dB");
    }

    private static async Task<int> SoxiAsync(string what, string path) =>
        int.Parse(await SoxiTextAsync(what, path), CultureInfo.InvariantCulture);

    private static async Task<string> SoxiTextAsync(string what, string path) =>
        Encoding.UTF8.GetString(await ExternalProgram.RunAsync("soxi", [what, path]));
}
