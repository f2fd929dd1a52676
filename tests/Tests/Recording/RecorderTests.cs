using Switchhook.Audio.Codecs;
using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Testing;

namespace Switchhook.Tests.Recording;

public sealed class RecorderTests
{
    private const string Id = "20261123-080000-222222";

    [Theory]
    [InlineData(CompandingLaw.ALaw, 6)]
    [InlineData(CompandingLaw.MuLaw, 7)]
    public void Left_is_what_was_said_and_right_what_was_heard_in_the_countrys_law(CompandingLaw law, int tag)
    {
        using var box = new RecorderBox(law: law);
        var recording = box.Recorder.Start(Id)!;
        Assert.Equal($"2026/11/23/{Id}.wav", recording.File);
        box.Talk(recording, 137);
        var result = box.End(recording);

        var wav = Riff.Read(File(box).ToArray());
        Assert.Equal((tag, 2, 8000, 2, 8), (wav.FormatTag, wav.Channels, wav.Rate, wav.BlockAlign, wav.Bits));
        Assert.Equal(box.Said.Select(sample => G711.Encode(sample, law)), wav.Left);
        Assert.Equal(box.Heard.Select(sample => G711.Encode(sample, law)), wav.Right);
        Assert.Equal(137 * 160, wav.FactSamples);
        Assert.Equal(new RecordingResult(TimeSpan.FromSeconds(2.74), "Recording complete."), result);
        Assert.Equal(0, box.Recorder.Count);
        Assert.True(box.Disk.Files.Values.Single().IsClosed);
    }

    [Fact]
    public void The_file_plays_at_every_moment_in_which_a_kill_may_come()
    {
        using var box = new RecorderBox();
        var moments = 0;
        box.Disk.Changed = file =>
        {
            // Right after the first header, and between sound and header, the sizes tell of less than there is, never of more.
            var bytes = file.Bytes.ToArray();
            var wav = Riff.Read(bytes.AsSpan(0, (int)Math.Min(bytes.Length, 58 + SizeOfData(bytes))));
            Assert.Equal(wav.RiffSize - 50, wav.Data.Length);
            Assert.Equal(wav.Data.Length / 2, wav.FactSamples);
            Assert.True(58 + wav.Data.Length <= bytes.Length);
            moments++;
        };
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 500);
        box.End(recording);
        Assert.True(moments > 80);
    }

    [Fact]
    public void A_kill_loses_at_most_a_quarter_of_a_second_and_a_power_cut_less_than_a_second()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 1000, () =>
        {
            var file = box.Disk.Files.Values.SingleOrDefault();
            var written = ((file?.Bytes.Count ?? 58) - 58) / 16_000.0;
            var safe = (Math.Max(58, file?.Synced.Length ?? 58) - 58) / 16_000.0;
            Assert.InRange(box.Time.Elapsed.TotalSeconds - written, 0, 0.26);
            Assert.InRange(box.Time.Elapsed.TotalSeconds - safe, 0, 0.76);
        });
        Assert.InRange(box.Disk.Syncs, 20, 50);
    }

    [Fact]
    public void Without_sound_there_is_no_file()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        box.Time.Advance(TimeSpan.FromSeconds(3));
        var result = box.End(recording);
        Assert.Empty(box.Disk.Files);
        Assert.Equal(TimeSpan.Zero, result.Length);
        Assert.Contains("No sound", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_stalls_costs_silence_in_its_place_and_both_channels_stay_in_time()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 100);

        // No round for 8 s: the ring takes 5.12 s of it.
        for (var i = 0; i < 400; i++)
        {
            box.Frame(recording);
        }

        box.Time.Advance(TimeSpan.FromMilliseconds(250));
        box.Talk(recording, 100);
        var result = box.End(recording);

        var wav = Riff.Read(File(box).ToArray());
        var expected = box.Said.Select(sample => G711.Encode(sample, CompandingLaw.ALaw)).ToArray();
        var lostFrom = (100 + 256) * 160;
        var lostTo = 500 * 160;
        expected.AsSpan(lostFrom..lostTo).Fill(G711.Silence(CompandingLaw.ALaw));
        Assert.Equal(expected, wav.Left);
        Assert.Equal(600 * 160, wav.Right.Length);
        Assert.Equal(TimeSpan.FromSeconds(12), result.Length);
        Assert.Contains("2.9 s", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Sound_that_is_lost_just_before_the_end_is_counted_too()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        for (var i = 0; i < 300; i++)
        {
            box.Frame(recording);
        }

        var result = box.End(recording);
        Assert.Equal(TimeSpan.FromSeconds(6), result.Length);
        Assert.Contains("0.9 s", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_ends_the_recording_with_words_and_keeps_what_is_there()
    {
        using var box = new RecorderBox(new RecorderOptions { KeepFree = 0 });
        box.Disk.Capacity = 58 + 40_001;
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 500);

        var result = RecorderBox.Result(recording);
        Assert.Contains("the disk is full", result.Why, StringComparison.Ordinal);
        var wav = Riff.Read(File(box).ToArray());
        Assert.Equal(result.Length.TotalSeconds * 16_000, wav.Data.Length);
        Assert.InRange(wav.Data.Length, 36_000, 40_000);
        Assert.Equal(0, box.Recorder.Count);

        box.Disk.Capacity = long.MaxValue;
        var next = box.Recorder.Start("20261123-080100-222222")!;
        box.Talk(next, 10);
        Assert.Equal(TimeSpan.FromSeconds(0.2), box.End(next).Length);
    }

    [Fact]
    public void A_disk_that_takes_not_even_the_beginning_leaves_no_file()
    {
        using var box = new RecorderBox(new RecorderOptions { KeepFree = 0 });
        box.Disk.Capacity = 30;
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 20);
        Assert.Equal(TimeSpan.Zero, RecorderBox.Result(recording).Length);
        Assert.Contains("the disk is full", RecorderBox.Result(recording).Why, StringComparison.Ordinal);
        Assert.Empty(box.Disk.Files);
    }

    [Fact]
    public void Recordings_end_before_the_disk_is_full_so_that_the_journal_goes_on()
    {
        using var box = new RecorderBox(new RecorderOptions { KeepFree = 1_000_000 });
        box.Disk.Capacity = 1_100_000;
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 500);
        Assert.Contains("nearly full", RecorderBox.Result(recording).Why, StringComparison.Ordinal);
        Assert.InRange(RecorderBox.Result(recording).Length.TotalSeconds, 5.9, 7);
    }

    [Fact]
    public void A_sync_that_fails_ends_the_recordings_it_may_have_hurt()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 50);
        box.Disk.SyncFails = true;
        box.Talk(recording, 50);
        Assert.Contains("Input/output error", RecorderBox.Result(recording).Why, StringComparison.Ordinal);
        Assert.Equal(0, box.Recorder.Count);
    }

    [Fact]
    public void A_recording_of_the_greatest_length_ends()
    {
        using var box = new RecorderBox(new RecorderOptions { LongestRecording = TimeSpan.FromSeconds(3) });
        var recording = box.Recorder.Start(Id)!;
        box.Talk(recording, 200);
        Assert.Contains("greatest length", RecorderBox.Result(recording).Why, StringComparison.Ordinal);
        Assert.InRange(RecorderBox.Result(recording).Length.TotalSeconds, 3, 3.3);
    }

    [Fact]
    public void More_recordings_than_allowed_are_refused()
    {
        using var box = new RecorderBox(new RecorderOptions { MostAtOnce = 2 });
        var first = box.Recorder.Start("20261123-080000-222221")!;
        Assert.NotNull(box.Recorder.Start("20261123-080000-222222"));
        Assert.Null(box.Recorder.Start("20261123-080000-222223"));
        box.End(first);
        Assert.NotNull(box.Recorder.Start("20261123-080000-222224"));
    }

    [Fact]
    public void A_frame_costs_the_media_thread_no_allocation()
    {
        using var box = new RecorderBox();
        var recording = box.Recorder.Start(Id)!;
        var frame = new short[160];
        recording.Frame(frame, frame);
        var allocated = Allocation.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                recording.Frame(frame, frame);
            }
        });
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void At_the_end_of_the_box_all_files_are_complete()
    {
        using var box = new RecorderBox();
        var recordings = Enumerable.Range(0, 5).Select(i => box.Recorder.Start($"20261123-080000-22222{i}")!).ToList();
        recordings.ForEach(recording => box.Talk(recording, 7));
        box.Recorder.Dispose();
        Assert.All(recordings, recording => Assert.Equal(TimeSpan.FromSeconds(0.14), RecorderBox.Result(recording).Length));
        Assert.All(box.Disk.Files.Values, file => Assert.Equal(file.Bytes, file.Synced));
    }

    private static List<byte> File(RecorderBox box) => box.Disk.Files.Values.Single().Bytes;

    private static long SizeOfData(byte[] bytes) => bytes.Length < 58 ? 0 : BitConverter.ToUInt32(bytes, 54);
}
