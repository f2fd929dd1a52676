using Switchhook.Storage.Diagnostics;
using Switchhook.Storage.Logs;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Logs;

public sealed class LogBookTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_are_read_newest_first_and_by_level_source_and_text()
    {
        using var book = new LogBook(_folder.Path, _time);
        book.Add(LogLevelName.Note, "box", "It starts.");
        book.Add(LogLevelName.Warning, "web", "A reader is slow.\nIt was cut off.\tTwice \\n.");
        book.Add(LogLevelName.Fault, "control loop", "Something broke.");
        Assert.True(book.Flush(Limit));

        Assert.Equal(["control loop", "web", "box"], Read(new LogQuery(10)).Select(line => line.Source));
        Assert.Equal("A reader is slow.\nIt was cut off.\tTwice \\n.", Read(new LogQuery(10, Source: "WEB"))[0].Text);
        Assert.Equal(["control loop", "web"], Read(new LogQuery(10, LogLevelName.Warning)).Select(line => line.Source));
        Assert.Equal(["box"], Read(new LogQuery(10, Text: "starts")).Select(line => line.Source));
        Assert.Single(Read(new LogQuery(1)));
        Assert.Empty(Read(new LogQuery(10, From: _time.GetUtcNow().AddSeconds(1))));
    }

    [Fact]
    public void Two_files_of_a_bounded_size_are_kept_whatever_is_said()
    {
        const int Largest = 20_000;
        using (var book = new LogBook(_folder.Path, _time, largest: Largest))
        {
            for (var line = 0; line < 2000; line++)
            {
                book.Add(LogLevelName.Note, "box", $"Line {line} of many that would fill the disk.");
                if (line % 100 == 0)
                {
                    Assert.True(book.Flush(Limit));
                }
            }

            Assert.True(book.Flush(Limit));
        }

        var files = Directory.GetFiles(_folder.File(LogBook.Folder));
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.True(new FileInfo(file).Length < Largest + (64 * 1024) + 10_000));
        Assert.Equal("Line 1999 of many that would fill the disk.", Read(new LogQuery(1))[0].Text);
    }

    [Fact]
    public void A_torn_line_is_left_out_and_the_next_start_goes_on_behind_it()
    {
        using (var book = new LogBook(_folder.Path, _time))
        {
            book.Add(LogLevelName.Note, "box", "Before the power cut.");
        }

        File.AppendAllText(LogBook.PathIn(_folder.Path), "2026-11-23T08:0");
        using (var book = new LogBook(_folder.Path, _time))
        {
            book.Add(LogLevelName.Note, "box", "After it.");
        }

        Assert.Equal(["After it.", "Before the power cut."], Read(new LogQuery(10)).Select(line => line.Text));
    }

    [Fact]
    public void Secrets_and_card_numbers_never_reach_the_file()
    {
        const string Secret = "sesame-open-77";
        using (var book = new LogBook(_folder.Path, _time, () => new SecretMask([Secret])))
        {
            book.Add(LogLevelName.Fault, "sip", $"REGISTER failed with {Secret}. Authorization: Digest response=\"0a1b2c\"");
            book.Add(LogLevelName.Note, "web", "GET http://10.0.0.1/provision/Ab3dEf6hIj9k/y.cfg");
            book.Add(LogLevelName.Note, "web", "password=hunter22 and 4111 1111 1111 1111");
        }

        var text = File.ReadAllText(LogBook.PathIn(_folder.Path));
        foreach (var hidden in new[] { Secret, "0a1b2c", "Ab3dEf6hIj9k", "hunter22", "4111" })
        {
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        }

        Assert.Contains("REGISTER failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_loses_lines_but_not_the_thread_that_writes_them()
    {
        var path = LogBook.PathIn(_folder.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, "/dev/full");
        using var book = new LogBook(_folder.Path, _time);
        book.Add(LogLevelName.Note, "box", "Nobody reads this.");
        Assert.True(book.Flush(Limit));

        File.Delete(path);
        book.Add(LogLevelName.Note, "box", "There is room again.");
        Assert.True(book.Flush(Limit));

        Assert.Equal(
            ["1 lines came too fast, or could not be written, and were left out.", "There is room again."],
            Read(new LogQuery(10)).Select(line => line.Text));
    }

    [Fact]
    public void A_mask_that_fails_loses_the_line_and_the_next_is_written()
    {
        var isBroken = true;
        using var book = new LogBook(
            _folder.Path, _time, () => Volatile.Read(ref isBroken) ? throw new IOException("The disk is gone.") : SecretMask.Plain);
        book.Add(LogLevelName.Note, "box", "Nobody reads this.");
        Assert.True(book.Flush(Limit));

        Volatile.Write(ref isBroken, false);
        book.Add(LogLevelName.Note, "box", "It is back.");
        Assert.True(book.Flush(Limit));

        Assert.Equal("It is back.", Read(new LogQuery(10))[^1].Text);
    }

    [Theory]
    [InlineData(7990)]
    [InlineData(15_990)]
    public void A_secret_across_the_end_of_a_long_text_leaves_no_beginning(int before)
    {
        const string Secret = "sesame-open-77-and-more-of-it";
        using (var book = new LogBook(_folder.Path, _time, () => new SecretMask([Secret])))
        {
            book.Add(LogLevelName.Note, "box", $"{new string('x', before)} {Secret} {new string('y', 20_000)}");
        }

        var text = Read(new LogQuery(1))[0].Text;
        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 7000, 8001);
    }

    [Fact]
    public void A_secret_that_was_torn_off_is_not_told_when_the_text_before_it_has_become_short()
    {
        const string Secret = "sesame-open-77-and-more-of-it";
        using (var book = new LogBook(_folder.Path, _time, () => new SecretMask([Secret])))
        {
            book.Add(LogLevelName.Note, "box", string.Concat(Enumerable.Repeat($"{Secret} ", 1000)));
        }

        Assert.DoesNotContain("sesame", Read(new LogQuery(1))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23 4111111111111111", "2026-11-23 (hidden)")]
    [InlineData("Phone 105 4111111111111111.", "Phone 105 (hidden).")]
    [InlineData("106 4111 1111 1111 1111 107", "106 (hidden) 107")]
    [InlineData("20261123-080000-7k2m 4111-1111-1111-1111", "20261123-080000-7k2m (hidden)")]
    public void A_card_number_is_found_beside_other_figures(string text, string clean) =>
        Assert.Equal(clean, SecretMask.Plain.Clean(text));

    [Theory]
    [InlineData("Call 20261123-080000-aaaaaa ended at 2026-11-23 08:00:00.")]
    [InlineData("at Switchhook.Calls.Loop.ControlLoop.RunSomethingThatHasAVeryLongNameIndeed(Int32 number)")]
    [InlineData("Line main-1 of +13125550142 lost its battery.")]
    public void What_is_no_secret_stays(string text) => Assert.Equal(text, SecretMask.Plain.Clean(text));

    private IReadOnlyList<LogLine> Read(LogQuery query) => LogBook.Read(_folder.Path, query);
}
