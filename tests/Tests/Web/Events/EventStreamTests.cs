using System.Net;
using Switchhook.Calls.Journal;
using Switchhook.Storage.Journal;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Events;

namespace Switchhook.Tests.Web.Events;

/// <summary>Event streams: nothing is missed, nothing comes twice, and they end.</summary>
public sealed class EventStreamTests
{
    [Fact]
    public async Task A_reader_who_comes_back_misses_nothing_and_gets_nothing_twice()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        WriteSteps(web, 3);
        await using var first = await StreamReading.OpenAsync(web.Program(), "/api/v1/events?after=1", null, limit.Token);
        Assert.Equal(["2", "3"], await first.IdsAsync(2));

        WriteSteps(web, 2);
        await using var second = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", "3", limit.Token);
        Assert.Equal(["4", "5"], await second.IdsAsync(2));

        WriteSteps(web, 1);
        Assert.Equal(["6"], await second.IdsAsync(1));
        Assert.Equal(["4", "5", "6"], await first.IdsAsync(3));
    }

    [Fact]
    public async Task More_events_than_one_reading_holds_come_whole_and_in_order()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        WriteSteps(web, 450);

        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events?after=0", null, limit.Token);

        Assert.Equal(Enumerable.Range(1, 450).Select(id => $"{id}"), await stream.IdsAsync(450));
    }

    [Fact]
    public async Task Without_a_place_a_stream_begins_now()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        WriteSteps(web, 3);

        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", null, limit.Token);
        WriteSteps(web, 1);

        var (id, kind, data) = await stream.NextAsync();
        Assert.Equal(("4", "box.fault"), (id, kind));
        Assert.Contains("\"words\":\"Fault in test: step 1\"", data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/events", "seven")]
    [InlineData("/api/v1/events", "-1")]
    [InlineData("/api/v1/events?after=-1", null)]
    public async Task A_place_that_is_none_is_told(string path, string? last)
    {
        await using var web = await TestWeb.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await web.Program().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", null, limit.Token);
        var time = (ManualTimeProvider)web.Box.Time;

        // The server arms its timer on a thread of its own, and the one that watches the reader is always armed: so the clock is moved
        // until it is seen, for less than the age of a stream.
        var comment = stream.CommentAsync();
        for (var look = 0; look < 500 && !comment.IsCompleted; look++)
        {
            time.Advance(EventStream.Heartbeat / 10);
            await Task.WhenAny(comment, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token));
        }

        Assert.True(comment.IsCompleted);
        Assert.Equal(":", await comment);
    }

    [Fact]
    public async Task A_stream_ends_with_its_age_so_that_a_login_that_has_ended_is_seen()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", null, limit.Token);

        ((ManualTimeProvider)web.Box.Time).Advance(EventStream.Life);

        Assert.True(await stream.EndsAsync());
    }

    [Fact]
    public async Task Only_so_many_streams_are_open_at_once()
    {
        var gate = new StreamGate();
        var places = Enumerable.Range(0, StreamGate.MaxStreams).Select(_ => gate.TryEnter()!).ToList();

        Assert.Null(gate.TryEnter());
        places[0].Dispose();
        places[0].Dispose();
        Assert.NotNull(gate.TryEnter());
        Assert.Null(gate.TryEnter());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_open_page_hears_of_each_change()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/live/changes", null, limit.Token);
        Assert.Equal("changed", (await stream.NextAsync()).Kind);
        var time = (ManualTimeProvider)web.Box.Time;

        web.Box.Ring();
        await WaitForTimerAsync(time, ChangeStreams.Pace, limit.Token);
        time.Advance(ChangeStreams.Pace);

        Assert.Equal(("3", "changed"), ((await stream.NextAsync()) is var (id, kind, _)) ? (id, kind) : default);
    }

    [Fact]
    public async Task The_first_change_after_a_calm_waits_only_for_what_comes_with_it()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/live/changes", null, limit.Token);
        await stream.NextAsync();
        var time = (ManualTimeProvider)web.Box.Time;
        time.Advance(ChangeStreams.Pace);

        web.Box.Ring();
        await WaitForTimerAsync(time, ChangeStreams.Gather, limit.Token);
        time.Advance(ChangeStreams.Gather);

        Assert.Equal("changed", (await stream.NextAsync()).Kind);
    }

    [Fact]
    public async Task From_an_event_to_an_open_page_no_wait_of_more_than_300_ms_is_in_the_path()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/live/changes", null, limit.Token);
        await stream.NextAsync();
        var time = (ManualTimeProvider)web.Box.Time;

        // The worst of cases: it happens while the page has just heard of something else.
        web.Box.Ring();
        await WaitForTimerAsync(time, ChangeStreams.Pace, limit.Token);
        var happened = time.Elapsed;
        web.Box.Write(new FaultSeen("test", "while the stream gathers"));
        var heard = stream.NextAsync();

        // Were there another wait in the path, nothing would come before the limit of the test.
        time.Advance(ChangeStreams.Pace);

        Assert.Equal("4", (await heard).Id);
        Assert.True(time.Elapsed - happened + new JournalStoreOptions().BetweenCommits <= TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_program_hears_whom_an_agents_phone_rings_for_before_the_event_itself_and_again_after_a_break()
    {
        await using var web = await TestWeb.StartAsync();
        using var limit = Limit();
        var call = web.Box.Ring();
        web.Box.Write(new QueueOffered(call, "visit", "desk", "ana", "101", "Free."));
        await using var stream = await StreamReading.OpenAsync(web.Program(), "/api/v1/events?after=3", null, limit.Token);

        var (id, kind, data) = await stream.NextAsync();
        Assert.Equal(("3", "screen-pop"), (id, kind));
        Assert.Contains("\"agent\":\"ana\",\"phone\":\"101\",\"queue\":\"desk\"", data, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Ann Clark\",\"desk\":\"/desk?agent=ana\"", data, StringComparison.Ordinal);
        Assert.Equal(("4", "queue.offered"), (await stream.NextAsync()) is var (next, what, _) ? (next, what) : default);
        await using var again = await StreamReading.OpenAsync(web.Program(), "/api/v1/events", "3", limit.Token);
        Assert.Equal("screen-pop", (await again.NextAsync()).Kind);
    }

    private static void WriteSteps(TestWeb web, int count) =>
        web.Box.Write([.. Enumerable.Range(1, count).Select(step => new FaultSeen("test", $"step {step}"))]);

    // Only a failing test comes to this.
    private static CancellationTokenSource Limit() => new(TimeSpan.FromSeconds(20));

    // The server arms its timer on a thread of its own; until then the clock must stand.
    private static async Task WaitForTimerAsync(ManualTimeProvider time, TimeSpan due, CancellationToken limit)
    {
        while (time.NextDue is not { } next || next > time.Elapsed + due)
        {
            limit.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
