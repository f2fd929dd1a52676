using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;

namespace Switchhook.Tests.Recording;

/// <summary>On a real disk.</summary>
public sealed class RecordingReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_that_grows_is_read_as_it_was_when_it_was_opened()
    {
        var time = new ManualTimeProvider();
        using var recorder = new Recorder(_folder.Path, CompandingLaw.ALaw, time, new RecorderOptions { OwnThread = false });
        var recording = recorder.Start("20261123-080000-222222")!;
        var reader = new RecordingReader(_folder.Path);
        Assert.Null(reader.Open(recording.File));
        Talk(recording, 30);
        time.Advance(TimeSpan.FromSeconds(0.25));
        var opened = reader.Open(recording.File)!;
        Talk(recording, 50);
        recording.Stop();
        time.Advance(TimeSpan.FromSeconds(0.25));

        using var copy = new MemoryStream();
        opened.Wav.CopyTo(copy);
        opened.Wav.Dispose();
        var wav = Riff.Read(copy.ToArray());
        Assert.Equal(TimeSpan.FromSeconds(0.6), opened.Length);
        Assert.Equal(30 * 320, wav.Data.Length);
        Assert.Equal(wav.RiffSize + 8, copy.Length);

        using var whole = reader.Open(recording.File)!.Wav;
        Assert.Equal(58 + (80 * 320), whole.Length);
    }

    [Fact]
    public async Task The_recorders_own_thread_closes_the_file_as_soon_as_it_is_told_to()
    {
        using var recorder = new Recorder(_folder.Path, CompandingLaw.ALaw, TimeProvider.System);
        var recordings = Enumerable.Range(0, 6).Select(i => recorder.Start($"20261123-080000-22222{i}")!).ToList();
        foreach (var recording in recordings)
        {
            Talk(recording, 10);
            recording.Stop();
            var result = await recording.Completion.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
            Assert.Equal(new RecordingResult(TimeSpan.FromSeconds(0.2), "Recording complete."), result);
            Assert.Equal(10 * 320, Riff.Read(await File.ReadAllBytesAsync(_folder.File($"recordings/{recording.File}"))).Data.Length);
        }
    }

    [Fact]
    public void Any_part_of_it_can_be_asked_for()
    {
        var path = _folder.File("recordings/2026/11/23/a.wav");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var bytes = new byte[58 + 1001];
        Switchhook.Recording.Wav.WavHeader.Write(bytes, CompandingLaw.ALaw, 500);
        new Random(1).NextBytes(bytes.AsSpan(58));
        File.WriteAllBytes(path, bytes);
        using var wav = new RecordingReader(_folder.Path).Open("2026/11/23/a.wav")!.Wav;
        var whole = new byte[wav.Length];
        wav.ReadExactly(whole);
        Assert.Equal(58 + 1000, whole.Length);
        Assert.Equal(bytes[58..1058], whole[58..]);
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
        {
            var from = random.Next(whole.Length);
            var part = new byte[random.Next(whole.Length - from + 1)];
            wav.Position = from;
            wav.ReadExactly(part);
            Assert.Equal(whole[from..(from + part.Length)], part);
        }

        wav.Position = wav.Length;
        Assert.Equal(-1, wav.ReadByte());
    }

    [Theory]
    [InlineData("../switchhook.db")]
    [InlineData("/dev/zero")]
    [InlineData("2026/11/23/none.wav")]
    [InlineData("")]
    public void What_is_no_recording_is_not_opened(string file)
    {
        File.WriteAllBytes(_folder.File("switchhook.db"), new byte[1000]);
        Assert.Null(new RecordingReader(_folder.Path).Open(file));
    }

    private static void Talk(RecordingInProgress recording, int frames)
    {
        var frame = new short[160];
        for (var i = 0; i < frames; i++)
        {
            recording.Frame(frame, frame);
        }
    }
}
