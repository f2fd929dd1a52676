using System.Diagnostics;
using Switchhook.Appliance.Hosting;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Prompts;
using Switchhook.Site.Switching;
using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Appliance;

/// <summary>A new site file on the running box: a right one takes effect, a wrong one changes nothing.</summary>
public sealed class SiteKeeperTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();
    private readonly TestBox _box = new(Sites.Clinic());
    private readonly Database _database;
    private readonly SiteVersions _versions;
    private readonly SecretStore _secrets;
    private readonly SiteKeeper _keeper;
    private readonly string _path;
    private int _restarts;

    public SiteKeeperTests()
    {
        _database = Database.Open(_folder.Path, _box.Driver.Time);
        _versions = new SiteVersions(_database, _box.Driver.Time);
        _secrets = SecretStore.Open(_database, _box.Driver.Time);
        var file = SiteFile.InDataFolder(new DataFolder(_folder.Path));
        _path = file.Path;
        _keeper = new SiteKeeper(file, new PromptLoader(new NoSpeech(), _folder.File("prompts")), _versions, _secrets, _ => _restarts++);
    }

    public async Task InitializeAsync()
    {
        var begun = _keeper.BeginAsync(_box.Driver.Loop, _box.Core, await File.ReadAllTextAsync(_path));
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
    public async Task A_hunt_group_that_is_switched_is_a_queue_in_force()
    {
        var switched = _keeper.Switch(await File.ReadAllTextAsync(_path), SwitchWay.ToQueue, "reception");
        Assert.DoesNotContain("reception", _keeper.Model.Queues.Keys);

        Assert.IsType<SiteOutcome.Applied>(await ApplyAsync(switched.Text!));

        Assert.Contains("reception", _keeper.Model.Queues.Keys);
        Assert.DoesNotContain("reception", _keeper.Model.Groups.Keys);
        Assert.Equal(switched.Text, await File.ReadAllTextAsync(_path));
    }

    [Fact]
    public async Task A_wrong_file_is_told_with_place_and_cure_and_changes_nothing()
    {
        var (events, text) = (_box.Journal.Count, await File.ReadAllTextAsync(_path));

        var outcome = await ApplyAsync(text.Replace("phones: [101, 102, 103]", "phones: [101, 102, 113]", StringComparison.Ordinal));

        var mistake = Assert.Single(Assert.IsType<SiteOutcome.Wrong>(outcome).Mistakes);
        Assert.Contains("113", mistake.What, StringComparison.Ordinal);
        Assert.NotEmpty(mistake.Cure);
        Assert.Equal(text, await File.ReadAllTextAsync(_path));
        Assert.Equal(events, _box.Journal.Count);
        Assert.Equal(1, Assert.Single(_versions.List()).Number);
    }

    [Fact]
    public async Task A_right_file_is_in_force_kept_and_told()
    {
        var text = (await File.ReadAllTextAsync(_path)).Replace("name: Front desk", "name: Reception desk", StringComparison.Ordinal);

        var outcome = await ApplyAsync(text);

        Assert.Equal(2, Assert.IsType<SiteOutcome.Applied>(outcome).Version.Number);
        Assert.Equal("Reception desk", _box.Core.Site.Model.Phones["101"].Name);
        Assert.Equal(text, await File.ReadAllTextAsync(_path));
        Assert.Equal("Anna", _versions.Latest()!.Version.By);
        Assert.Contains(_box.Entries<SiteApplied>(), applied => applied.By == "Anna");
    }

    [Fact]
    public async Task Of_two_who_changed_the_same_version_the_second_is_told_of_the_first_and_overwrites_nothing()
    {
        var text = await File.ReadAllTextAsync(_path);
        var (hers, his) = (
            text.Replace("name: Front desk", "name: Reception desk", StringComparison.Ordinal),
            text.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal));
        Assert.IsType<SiteOutcome.Applied>(await ApplyAsync(hers, new SiteChange("Anna") { Base = 1, Note = "new sign" }));

        var outcome = await ApplyAsync(his, new SiteChange("Bob") { Base = 1 });

        Assert.Equal(("Anna", "new sign"), (Assert.IsType<SiteOutcome.Overtaken>(outcome).Current.By, _versions.Latest()!.Version.Note));
        Assert.Equal(hers, await File.ReadAllTextAsync(_path));
        Assert.IsType<SiteOutcome.Applied>(await ApplyAsync(his, new SiteChange("Bob") { Base = 2 }));
    }

    [Fact]
    public async Task Another_country_waits_for_the_start_that_is_asked_for_and_for_the_end_of_calls()
    {
        var text = await File.ReadAllTextAsync(_path);
        var moved = text.Replace("country: US", "country: CA", StringComparison.Ordinal);
        var change = new SiteChange("Anna") { Note = "first-run", MayRestart = true };
        Assert.True(_keeper.IsExample);
        Assert.IsType<SiteOutcome.NotNow>(await ApplyAsync(moved));
        Assert.Equal(0, _restarts);

        _box.Core.Journal.Append(new CallStarted(
            new CallId("20261123-080000-aaaaaa"), CallDirection.Inbound, Party.Line("1"), null, null, "A test.", null));
        var refused = Assert.IsType<SiteOutcome.NotNow>(await ApplyAsync(moved, change));
        Assert.Contains("a call is going on", refused.Why, StringComparison.Ordinal);
        Assert.Equal((0, text), (_restarts, await File.ReadAllTextAsync(_path)));

        _box.Core.Journal.Append(new CallEnded(new CallId("20261123-080000-aaaaaa"), Cause.HungUp("The caller")));
        Assert.True(Assert.IsType<SiteOutcome.Applied>(await ApplyAsync(moved, change)).Restarts);
        Assert.Equal((1, moved), (_restarts, await File.ReadAllTextAsync(_path)));
        Assert.Equal("first-run", _versions.Latest()!.Version.Note);
    }

    [Fact]
    public async Task A_look_at_a_file_tells_what_it_would_do_and_does_nothing()
    {
        var text = await File.ReadAllTextAsync(_path);
        await ApplyAsync(text);
        var events = _box.Journal.Count;

        var right = _keeper.Check(text.Replace("name: Nurse", "name: Ward", StringComparison.Ordinal));
        Assert.Contains("Ward", Assert.Single(right.Changes), StringComparison.Ordinal);
        Assert.Null(right.Restart);
        Assert.NotNull(_keeper.Check(text.Replace("country: US", "country: DE", StringComparison.Ordinal)).Restart);
        var wrong = _keeper.Check(text.Replace("phones: [101, 102, 103]", "phones: [101, 102, 113]", StringComparison.Ordinal));
        Assert.Null(wrong.Model);
        Assert.Contains("113", Assert.Single(wrong.Mistakes).What, StringComparison.Ordinal);

        Assert.Equal((events, text), (_box.Journal.Count, await File.ReadAllTextAsync(_path)));
        Assert.Equal("Nurse", _keeper.Model.Phones["102"].Name);
    }

    [Fact]
    public async Task Each_sip_phone_of_the_site_gets_a_secret_which_stands_nowhere_else()
    {
        var text = await File.ReadAllTextAsync(_path);
        await ApplyAsync(text.Replace("name: Front desk", "name: Reception desk", StringComparison.Ordinal));
        var first = _secrets.Get("phone/105")!;
        Assert.EndsWith(
            " Secrets were made: phone/105, phone/106.", _box.Entries<SiteApplied>().Last().Summary, StringComparison.Ordinal);

        await ApplyAsync(text.Replace("  106: {", "  107: {", StringComparison.Ordinal));
        Assert.EndsWith(" Secrets were made: phone/107.", _box.Entries<SiteApplied>().Last().Summary, StringComparison.Ordinal);
        Assert.Equal(["phone/105", "phone/106", "phone/107"], _secrets.List().Select(entry => entry.Name));
        Assert.Equal(first, _secrets.Get("phone/105"));
        foreach (var secret in _secrets.GetAll().Values)
        {
            Assert.DoesNotContain(secret, _box.JournalText, StringComparison.Ordinal);
            Assert.All(_versions.List(), version => Assert.DoesNotContain(secret, version.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Prompts_that_cannot_be_spoken_are_told_and_calls_go_on_without_them()
    {
        await ApplyAsync((await File.ReadAllTextAsync(_path)).Replace("say: Thank you", "say: Many thanks", StringComparison.Ordinal));

        var fault = Assert.Single(_box.Entries<FaultSeen>(), fault => fault.Where == "prompt greeting");
        Assert.Contains("no voice", fault.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country: US", "country: DE", "The country cannot change from US to DE")]
    [InlineData("board: simulated", "board: simulated-large", "The board cannot change from simulated to simulated-large")]
    public async Task What_needs_a_restart_is_refused_with_the_way_to_do_it(string old, string changed, string words)
    {
        var text = await File.ReadAllTextAsync(_path);

        var outcome = Assert.IsType<SiteOutcome.NotNow>(await ApplyAsync(text.Replace(old, changed, StringComparison.Ordinal)));

        Assert.StartsWith(words, outcome.Why, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_path));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_leaves_the_old_site_in_force()
    {
        Directory.CreateDirectory(_path + ".part");

        var outcome = await ApplyAsync((await File.ReadAllTextAsync(_path)).Replace("name: Nurse", "name: Ward", StringComparison.Ordinal));

        Assert.Contains("cannot be kept", Assert.IsType<SiteOutcome.NotNow>(outcome).Why, StringComparison.Ordinal);
        Assert.NotEqual("Ward", _box.Core.Site.Model.Phones["102"].Name);
        Assert.Single(_versions.List());
    }

    [Fact]
    public async Task The_start_with_a_wrong_file_takes_the_version_that_was_in_force_last()
    {
        await File.WriteAllTextAsync(_path, "site: {name: [");
        var told = new List<string>();

        var (site, yaml, _) = await _keeper.LoadAsync(told.Add, CancellationToken.None);

        Assert.Equal("Maple Street Clinic", site.Model.Name);
        Assert.Equal(_versions.Latest()!.Yaml, yaml);
        Assert.Contains(told, words => words.Contains("version 1", StringComparison.Ordinal));
    }

    private async Task<SiteOutcome> ApplyAsync(string yaml, SiteChange? change = null)
    {
        var outcome = _keeper.ApplyAsync(yaml, change ?? new SiteChange("Anna"), CancellationToken.None);
        var started = Stopwatch.GetTimestamp();
        while (!outcome.IsCompleted && Stopwatch.GetElapsedTime(started) < Limit)
        {
            _box.Driver.Drain();
            await Task.Yield();
        }

        return await outcome.WaitAsync(Limit);
    }

    private sealed class NoSpeech : ISpeechSynthesizer
    {
        public Task SpeakAsync(string text, string language, string file, CancellationToken cancel) =>
            throw new SpeechException("There is no voice here.");
    }
}
