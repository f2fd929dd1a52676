using Switchhook.Hardware.Countries;
using Switchhook.Recording;
using Switchhook.Recording.Wav;
using Switchhook.Testing;

namespace Switchhook.Tests.Recording;

public sealed class RecordingRepairTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private RecordingRepair Repair => new(_folder.Path, CompandingLaw.MuLaw);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_cut_off_at_any_byte_plays_afterwards_or_is_gone_when_it_held_no_sound()
    {
        var whole = Wav(40, headerSays: 40, CompandingLaw.ALaw);
        for (var length = 0; length <= whole.Length; length++)
        {
            var path = Put($"2026/11/23/cut-{length:000}.wav", whole[..length]);
            var repaired = Repair.Run().SingleOrDefault(file => file.File.EndsWith($"cut-{length:000}.wav", StringComparison.Ordinal));
            if (length < 60)
            {
                Assert.False(File.Exists(path));
                Assert.Equal(TimeSpan.Zero, repaired!.Length);
                continue;
            }

            var wav = Riff.Read(File.ReadAllBytes(path));
            Assert.Equal(whole[58..(length & ~1)], wav.Data);
            Assert.Equal(6, wav.FormatTag);
            Assert.Equal(length == whole.Length, repaired is null);
            var file = Path.GetRelativePath(_folder.File("recordings"), path);
            Assert.Equal(TimeSpan.FromSeconds(wav.Data.Length / 16_000.0), Repair.LengthOf(file));
        }
    }

    [Fact]
    public void A_header_that_lags_behind_the_sound_is_put_right()
    {
        var path = Put("2026/11/23/a.wav", Wav(16_000, headerSays: 8_000, CompandingLaw.MuLaw));
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(Repair.Run()).Length);
        Assert.Equal(16_000, Riff.Read(File.ReadAllBytes(path)).Data.Length);
        Assert.Empty(Repair.Run());
    }

    [Fact]
    public void A_header_that_never_reached_the_disk_is_written_in_the_countrys_law()
    {
        var bytes = Wav(100, headerSays: 100, CompandingLaw.ALaw);
        bytes.AsSpan(0, 58).Clear();
        var path = Put("2026/11/23/a.wav", bytes);
        Repair.Run();
        var wav = Riff.Read(File.ReadAllBytes(path));
        Assert.Equal((7, 100), (wav.FormatTag, wav.Data.Length));
    }

    [Fact]
    public void What_is_not_the_recorders_is_left_alone()
    {
        var pcm = Wav(200, headerSays: 100, CompandingLaw.ALaw);
        pcm[20] = 1;
        var path = Put("2026/11/23/a.wav", pcm);
        var text = Put("2026/11/23/notes.txt", "hello"u8.ToArray());
        Assert.Empty(Repair.Run());
        Assert.Equal(pcm, File.ReadAllBytes(path));
        Assert.True(File.Exists(text));
    }

    [Fact]
    public void Only_the_last_two_days_are_looked_at_and_the_others_when_they_are_named()
    {
        foreach (var day in new[] { "2025/12/31", "2026/11/22", "2026/11/23" })
        {
            Put($"{day}/a.wav", Wav(200, headerSays: 100, CompandingLaw.ALaw));
        }

        Assert.Equal(["2026/11/22/a.wav", "2026/11/23/a.wav"], Repair.Run().Select(file => file.File).Order(StringComparer.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(200 / 16_000.0), Repair.LengthOf("2025/12/31/a.wav"));
        Assert.Null(Repair.LengthOf("2025/12/31/b.wav"));
        Assert.Null(Repair.LengthOf("../switchhook.db"));
    }

    [Fact]
    public void A_box_without_recordings_has_nothing_to_repair() => Assert.Empty(Repair.Run());

    private static byte[] Wav(int soundBytes, int headerSays, CompandingLaw law)
    {
        var bytes = new byte[58 + soundBytes];
        WavHeader.Write(bytes, law, headerSays);
        for (var i = 0; i < soundBytes; i++)
        {
            bytes[58 + i] = (byte)(i * 7);
        }

        return bytes;
    }

    private string Put(string file, byte[] bytes)
    {
        var path = _folder.File($"recordings/{file}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
