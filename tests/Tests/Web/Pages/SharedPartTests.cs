using System.IO.Compression;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Components;

namespace Switchhook.Tests.Web.Pages;

/// <summary>Parts of pages that all readers share.</summary>
public sealed class SharedPartTests
{
    private static readonly PartChanged Fault = new("lamp desk-lamp", "The pin is gone.");

    [Fact]
    public async Task Fifty_open_pages_cost_one_look_at_the_boards_per_change()
    {
        await using var web = await TestWeb.StartAsync();
        var looks = web.Box.Desk.SignalReads;

        foreach (var change in new[] { Fault, Fault with { Fault = null } })
        {
            web.Box.Write(change);
            var readers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadAsync(web.Program())));
            Assert.Single(readers.Distinct(StringComparer.Ordinal));
            Assert.Equal(change.Fault is not null, readers[0].Contains("The pin is gone.", StringComparison.Ordinal));
        }

        Assert.Equal(2, web.Box.Desk.SignalReads - looks);
    }

    [Fact]
    public async Task Its_times_are_at_most_a_second_old()
    {
        await using var web = await TestWeb.StartAsync();
        var time = (ManualTimeProvider)web.Box.Time;
        _ = await ReadAsync(web.Program());
        var looks = web.Box.Desk.SignalReads;

        time.Advance(SharedParts.Life - TimeSpan.FromMilliseconds(1));
        _ = await ReadAsync(web.Program());
        Assert.Equal(0, web.Box.Desk.SignalReads - looks);

        time.Advance(TimeSpan.FromMilliseconds(1));
        _ = await ReadAsync(web.Program());
        Assert.Equal(1, web.Box.Desk.SignalReads - looks);
    }

    [Fact]
    public async Task Squeezed_it_is_the_same()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(Fault);
        var plain = await ReadAsync(web.Program());

        var client = web.Program();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        using var answer = await client.GetAsync("/live/now");
        await using var squeezed = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(squeezed);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        Assert.Equal(plain, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Readers_with_other_rights_or_another_language_share_nothing()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring(name: "Carol");
        web.Box.Answer(call);
        web.Box.End(call, TimeSpan.FromSeconds(3));

        Assert.Contains("Carol", await ReadAsync(web.Program(), "/live/today"), StringComparison.Ordinal);

        var limited = web.Program(new Rights(Role.Supervisor) { Queues = ["sales"] });
        Assert.DoesNotContain("Carol", await ReadAsync(limited, "/live/today"), StringComparison.Ordinal);

        var chinese = web.Program();
        chinese.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var answer = await chinese.GetAsync("/live/today");
        Assert.Equal(["zh-Hans"], answer.Content.Headers.ContentLanguage);

        using var stranger = await web.Stranger().GetAsync("/live/today");
        Assert.Equal("/sign-in", stranger.Headers.Location?.OriginalString.Split('?')[0]);
    }

    [Fact]
    public async Task Endless_addresses_do_not_fill_the_memory()
    {
        await using var web = await TestWeb.StartAsync();
        var client = web.Program();
        foreach (var turn in Enumerable.Range(0, 200))
        {
            _ = await ReadAsync(client, $"/live/now?turn={turn}");
        }

        Assert.InRange(web.Service<SharedParts>().Count, 1, 65);
    }

    private static async Task<string> ReadAsync(HttpClient client, string path = "/live/now")
    {
        using var answer = await client.GetAsync(path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
