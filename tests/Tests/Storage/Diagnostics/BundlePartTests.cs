using System.IO.Compression;
using System.Text.Json;
using Dapper;
using Switchhook.Storage;
using Switchhook.Storage.Diagnostics;
using Switchhook.Storage.Secrets;

namespace Switchhook.Tests.Storage.Diagnostics;

/// <summary>What is hidden in a bundle destroys nothing else in it.</summary>
public sealed class BundlePartTests : IDisposable
{
    private const string Secret = "a \"word\" & more";

    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Lines_keep_their_number_and_time_and_files_their_size()
    {
        var at = _box.Time.GetUtcNow();
        _box.Database.Write((connection, transaction) => connection.Execute(
            "insert into journal (seq, at, entry) values (1234567, @at, @entry)",
            new
            {
                at = Milliseconds.Of(at),
                entry = """{"kind":"box.fault","where":"a part","what":"Call 20261123-083015-7k2m of 3125550142 broke."}""",
            },
            transaction));
        File.WriteAllBytes(Path.Combine(_box.Folder, "large.wav"), new byte[1_234_567]);

        var files = Write();

        Assert.StartsWith($"1234567 {at:yyyy-MM-ddTHH:mm:ss.fffZ} ", files["journal.txt"], StringComparison.Ordinal);
        Assert.Contains("Call 20261123-083015-7k2m of …42 broke.", files["journal.txt"], StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ +1234567 \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z large\.wav$", files["files.txt"]);
    }

    [Fact]
    public void Json_is_json_still_and_its_texts_hold_no_secret_and_no_number()
    {
        var live = new
        {
            Bytes = 4111111111111111,
            At = "2026-11-23T08:00:00.1234567+00:00",
            For = "00:00:01.1234567",
            Pin = 1234,
            Why = $"Told +13125550142 {Secret}.",
        };

        var files = Write(
            new BundlePart("texts.json", "Texts.", JsonSerializer.Serialize(live)),
            new BundlePart("facts.json", "Facts.", """{"count":"12345678"}""") { IsFacts = true });

        Assert.All(
            files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)),
            file => JsonDocument.Parse(file.Value).Dispose());
        using var texts = JsonDocument.Parse(files["texts.json"]);
        Assert.Equal(live.Bytes, texts.RootElement.GetProperty("Bytes").GetInt64());
        Assert.Equal(live.At, texts.RootElement.GetProperty("At").GetString());
        Assert.Equal(live.For, texts.RootElement.GetProperty("For").GetString());
        Assert.Equal(SecretMask.Hidden, texts.RootElement.GetProperty("Pin").GetString());
        Assert.Equal($"Told …42 {SecretMask.Hidden}.", texts.RootElement.GetProperty("Why").GetString());
        Assert.Contains("12345678", files["facts.json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345 2026-01-14T10:15:00Z and 20261123-083015-7k2m-1", "12345 2026-01-14T10:15:00Z and 20261123-083015-7k2m-1")]
    [InlineData("2026-11-23 312 555 0142", "2026-11-23 …42")]
    [InlineData("20261123-083015-3125550142", "20261123-083015-…42")]
    public void Times_and_ids_of_calls_are_no_telephone_numbers(string text, string clean) =>
        Assert.Equal(clean, NumberMask.Clean(text));

    [Fact]
    public async Task A_quiet_thread_is_nice_to_all_others()
    {
        var stat = await QuietThread.RunAsync("test", () => File.ReadAllText("/proc/thread-self/stat"));

        // The name, which may hold blanks, ends with the bracket; niceness is the seventeenth field behind it.
        Assert.Equal("19", stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16]);
    }

    private Dictionary<string, string> Write(params BundlePart[] live)
    {
        var secrets = SecretStore.Open(_box.Database, _box.Time);
        secrets.Set("trunk/voip", Secret);
        using var file = new MemoryStream();
        Bundle.Write(
            file,
            new BundleAsk(_box.Folder, "1", ["main-1"], 30, false) { Live = live },
            _box.Database,
            secrets,
            _box.Time,
            CancellationToken.None);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, Text, StringComparer.Ordinal);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
