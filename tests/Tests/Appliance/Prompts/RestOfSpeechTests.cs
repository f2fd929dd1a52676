using System.Collections.Concurrent;
using Switchhook.Appliance.Prompts;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Prompts;

namespace Switchhook.Tests.Appliance.Prompts;

/// <summary>What a site did not wait for is spoken while the box already serves.</summary>
public sealed class RestOfSpeechTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly FakeVoice _voice = new();
    private readonly ConcurrentQueue<PromptLibrary> _used = new();
    private readonly TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RestOfSpeech _rest;
    private readonly PromptLoader _loader;

    public RestOfSpeechTests()
    {
        _loader = new PromptLoader(_voice, _folder.File("speech")) { Time = _time };
        _rest = new RestOfSpeech(_loader, _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_is_in_force_in_portions()
    {
        // Each sentence takes 6 s: two fit into a portion of 10 s.
        _voice.Instead = _ => Take(6);
        var site = await BeginAsync("a", "b", "c");
        Assert.Equal(3, site.Prompts.Pending.Count);

        _rest.Start(site, UseAsync);
        await _whole.Task.WaitAsync(Limit);

        Assert.Equal([1, 0], _used.Select(library => library.Pending.Count));
        Assert.All(["a", "b", "c"], name => Assert.NotNull(_used.Last().Find(name, null).Prompt));
        await _rest.StopAsync();
    }

    [Fact]
    public async Task What_cannot_be_spoken_is_missing_in_the_end_and_is_not_tried_for_ever()
    {
        _voice.Instead = async _ =>
        {
            await Take(11);
            throw new SpeechException("It hurts.");
        };
        var site = await BeginAsync("a", "b", "c");

        _rest.Start(site, UseAsync);
        await _whole.Task.WaitAsync(Limit);

        Assert.Equal(["a", "b", "c"], _used.Last().Missing.Keys.Order(StringComparer.Ordinal));
        await _rest.StopAsync();
    }

    [Fact]
    public async Task A_stop_ends_it_in_the_middle_of_a_sentence()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _voice.Instead = async cancel =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancel);
        };
        _rest.Start(await BeginAsync("a"), UseAsync);
        await begun.Task.WaitAsync(Limit);

        await _rest.StopAsync().WaitAsync(Limit);

        Assert.Empty(_used);
    }

    [Fact]
    public async Task Nothing_is_done_where_nothing_is_pending()
    {
        await _loader.LoadAsync(Site("a"), _folder.Path, Timeout.InfiniteTimeSpan, CancellationToken.None);
        var said = _voice.Said.Count;

        _rest.Start(await BeginAsync("a"), UseAsync);
        await _rest.StopAsync();

        Assert.Equal(said, _voice.Said.Count);
        Assert.Empty(_used);
    }

    private Task Take(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }

    private Task UseAsync(PromptLibrary library)
    {
        _used.Enqueue(library);
        if (library.Pending.IsEmpty)
        {
            _whole.SetResult();
        }

        return Task.CompletedTask;
    }

    private async Task<SiteInForce> BeginAsync(params string[] texts)
    {
        var site = Site(texts);
        var library = await _loader.LoadAsync(site, _folder.Path, TimeSpan.Zero, CancellationToken.None);
        return new SiteInForce(site, CountryTable.Get(site.Country), library);
    }

    private static SiteModel Site(params string[] texts) => Sites.Clinic() with
    {
        Outbound = [],
        Phones = Sites.Clinic().Phones.Clear(),
        Prompts = Sites.Clinic().Prompts.Clear().AddRange(
            texts.Select(text => KeyValuePair.Create(text, new PromptConfig(text, null, text)))),
    };
}
