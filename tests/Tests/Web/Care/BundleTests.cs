using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Audit;
using Switchhook.Storage.Logs;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Care;

/// <summary>The diagnostic bundle holds what is needed, and no secret whatever is on the box.</summary>
public sealed class BundleTests
{
    private const string Bundle = "/api/v1/diagnostics/bundle";

    private static readonly string[] Named = ["phone/105", "trunk/voip", "alert/boss", "pin/managers", "voicemail/ana"];

    private static readonly string[] OfCallers = ["3125550142", "312 555", "Ann Clark", "She is ill."];

    [Fact]
    public async Task No_secret_that_is_anywhere_on_the_box_is_in_any_file()
    {
        await using var web = await TestWeb.StartAsync();
        var secrets = web.Box.Secrets;
        foreach (var name in Named)
        {
            secrets.Set(name, $"canary of {name.Replace('/', '-')}");
        }

        var made = secrets.Make("phone/106").Secret!;
        var address = secrets.Make("provision/105").Secret!;
        var key = web.Box.Key().Secret;
        var session = web.Box.Session();
        secrets.SetFactor("abc", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
        await File.WriteAllTextAsync(Path.Combine(web.Box.Folder, "notes-of-somebody.txt"), "canary in a file");
        string[] canaries =
        [
            .. Named.Select(name => $"canary of {name.Replace('/', '-')}"),
            address, made, key, session, FakeBox.Password,
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "canary in a file", "sesame", "5500005555555559",
            (await File.ReadAllTextAsync(Path.Combine(web.Box.Folder, "secret.key"))).Split(' ')[1],
        ];
        Say(web, [.. canaries[..9], canaries[10], "password=sesame", "card 5500 0055 5555 5559", "card 5500005555555559"]);
        web.Box.Write([.. canaries[..8].Select(canary => new FaultSeen("a part", $"It says {canary}."))]);
        new SiteVersions(web.Box.Backend.Database, web.Box.Time).Add($"alerts:\n  password: sesame\n# {made}\n", "a test", "first");

        var files = await FilesAsync(await web.Program().GetAsync($"{Bundle}/full?days=30"));

        Assert.Contains("manifest.json", files.Keys);
        foreach (var (file, text) in files)
        {
            Assert.All(canaries, canary => Assert.False(text.Contains(canary, StringComparison.Ordinal), $"{file}: {canary}"));
        }

        Assert.Contains("(hidden)", files["log.txt"], StringComparison.Ordinal);
        Assert.Contains("It says (hidden).", files["journal.txt"], StringComparison.Ordinal);
        Assert.Contains("trunk/voip set", files["secrets.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_stay_out_of_it_unless_an_admin_asks_and_the_audit_log_says_who_did()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring();
        web.Box.Answer(call);
        web.Box.Write(
            new StepTaken(call, "say", "Ann Clark at +1 312 555 0142 is a good customer."), new CallNoted(call, "She is ill.", "ana"));
        Say(web, "A call from +13125550142 failed.");

        var masked = await FilesAsync(await web.Program(new Rights(Role.Installer)).GetAsync(Bundle));
        var refused = await web.Program(new Rights(Role.Installer)).GetAsync($"{Bundle}/full");
        var full = await FilesAsync(await web.Program().GetAsync($"{Bundle}/full"));

        foreach (var (file, text) in masked)
        {
            Assert.All(
                OfCallers,
                word => Assert.False(file != "machine.json" && text.Contains(word, StringComparison.Ordinal), $"{file}: {word}"));
        }

        Assert.Contains("A call from somebody on line main-1", masked["journal.txt"], StringComparison.Ordinal);
        Assert.Contains("20261123-080000-aaaaaa", masked["journal.txt"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("+13125550142", full["log.txt"], StringComparison.Ordinal);
        Assert.Contains("Ann Clark", full["journal.txt"], StringComparison.Ordinal);
        var log = new AuditStore(web.Box.Backend.Database, web.Box.Time).List(new AuditQuery(10))
            .Select(entry => (entry.What, entry.Status));
        Assert.Contains(("Saved a diagnostic bundle with callers' numbers", 200), log);
        Assert.Contains(("Saved a diagnostic bundle with callers' numbers", 403), log);
        Assert.Contains(("Saved a diagnostic bundle", 200), log);
    }

    [Fact]
    public async Task Callers_of_before_and_of_entries_without_a_call_stay_out_of_it_too()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Ring();
        web.Box.Ring("20261123-080500-7k2m", "Bo Reed", "55501");
        ((ManualTimeProvider)web.Box.Time).Advance(TimeSpan.FromDays(3));
        web.Box.Write(
            new VoicemailChanged("sales", "rec-1", "Heard", "ana", "The message of Ann Clark in mailbox sales is heard (by ana)."),
            new StepTaken(new CallId("20261123-080500-7k2m"), "say", "Bo Reed at 55501 waits since 2026-11-23 08:05."),
            new MissedChanged("4711", "Claimed", "ana"));

        var masked = await FilesAsync(await web.Program(new Rights(Role.Installer)).GetAsync($"{Bundle}?days=1"));

        var journal = masked["journal.txt"];
        Assert.Contains("The message of somebody in mailbox sales is heard (by ana).", journal, StringComparison.Ordinal);
        Assert.Contains("[20261123-080500-7k2m] somebody at …01 waits since 2026-11-23 08:05.", journal, StringComparison.Ordinal);
        Assert.Contains("The missed caller …11 is taken on by ana.", journal, StringComparison.Ordinal);
        Assert.All(["Ann Clark", "Bo Reed"], name => Assert.DoesNotContain(name, journal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_list_names_every_file_and_the_database_was_looked_through()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Ring();

        var files = await FilesAsync(await web.Program().GetAsync(Bundle));

        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        var named = manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!);
        Assert.Equal(files.Keys.Where(name => name != "manifest.json").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        using var database = JsonDocument.Parse(files["database.json"]);
        Assert.Equal("ok", database.RootElement.GetProperty("check").GetString());
        Assert.True(database.RootElement.GetProperty("rows").GetProperty("journal").GetInt64() > 0);
        Assert.Contains("switchhook.db", files["files.txt"], StringComparison.Ordinal);
        Assert.Contains("main-1", files["health.json"], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(web.Box.Folder, "bundle.part")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("31")]
    [InlineData("many")]
    public async Task Days_out_of_range_are_refused_in_words(string days)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Program().GetAsync($"{Bundle}?days={days}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Send 1 to 30 as days", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // As a daemon that knows no secrets would write it: the bundle hides them once more.
    private static void Say(TestWeb web, params string[] texts)
    {
        Directory.CreateDirectory(Path.Combine(web.Box.Folder, LogBook.Folder));
        File.AppendAllLines(
            LogBook.PathIn(web.Box.Folder),
            texts.Select(text => new LogLine(web.Box.Time.GetUtcNow(), LogLevelName.Fault, "a part", text).ToFile()));
    }

    private static async Task<IReadOnlyDictionary<string, string>> FilesAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), ZipArchiveMode.Read);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files.Add(entry.FullName, await reader.ReadToEndAsync());
        }

        return files;
    }
}
