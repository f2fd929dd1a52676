using System.Diagnostics;
using Switchhook.Appliance.Hosting;
using Switchhook.Appliance.Prompts;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Prompts.Sounds;
using Switchhook.Site;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Prompts;

namespace Switchhook.Tests.Appliance;

/// <summary>A recording that comes from a phone takes the way of an upload.</summary>
public sealed class PromptDeskTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();
    private readonly TestBox _box;
    private readonly Database _database;
    private readonly PromptSounds _sounds;
    private readonly SiteKeeper _keeper;
    private readonly PromptDesk _desk;

    public PromptDeskTests()
    {
        var site = Sites.Clinic();
        _box = new TestBox(site with { Prompts = site.Prompts.Add("hello", new PromptConfig("hello", null, "Hello.")) });
        _database = Database.Open(_folder.Path, _box.Driver.Time);
        _sounds = new PromptSounds(_folder.File("own"), _box.Driver.Time);
        var loader = new PromptLoader(new FakeVoice(), _folder.File("speech")) { Sounds = _sounds };
        var versions = new SiteVersions(_database, _box.Driver.Time);
        var file = SiteFile.InDataFolder(new DataFolder(_folder.Path));
        _keeper = new SiteKeeper(file, loader, versions, SecretStore.Open(_database, _box.Driver.Time));
        _desk = new PromptDesk(_keeper, _sounds, new SoundImport(_folder.File("import"), null));
    }

    public async Task InitializeAsync()
    {
        var begun = _keeper.BeginAsync(_box.Driver.Loop, _box.Core, "site: {}");
        _box.Driver.Drain();
        await begun.WaitAsync(Limit);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _keeper.Dispose();
        _box.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_kept_and_in_force_and_the_journal_tells_who_did_it()
    {
        Assert.Null(await KeepAsync("hello", "en"));

        Assert.Equal(Tone.Of(-20).Length, _box.Core.Site.Prompts.Prompts["hello"].Samples.Length);
        Assert.Equal("recorded by phone 101", _sounds.Find("hello", "en")!.How);
        Assert.Equal("Prompt hello (en) was recorded by phone 101.", _box.Entries<PromptChanged>().Single().Words);
    }

    [Fact]
    public async Task What_the_site_no_longer_has_and_a_disk_that_takes_nothing_change_nothing()
    {
        Assert.Equal("The site has no prompt gone in en any more.", await KeepAsync("gone", "en"));
        Assert.Equal("The site has no prompt hello in fr any more.", await KeepAsync("hello", "fr"));

        // Where the folder should be is a file.
        await File.WriteAllTextAsync(_folder.File("own"), "");
        Assert.StartsWith("The sound cannot be kept: ", await KeepAsync("hello", "en"), StringComparison.Ordinal);
        Assert.Empty(_box.Entries<PromptChanged>());
    }

    private async Task<string?> KeepAsync(string name, string language)
    {
        var kept = _desk.KeepAsync(name, language, Tone.Of(-20), "phone 101");
        var started = Stopwatch.GetTimestamp();
        while (!kept.IsCompleted && Stopwatch.GetElapsedTime(started) < Limit)
        {
            _box.Driver.Drain();
            await Task.Yield();
        }

        return await kept.WaitAsync(Limit);
    }
}
