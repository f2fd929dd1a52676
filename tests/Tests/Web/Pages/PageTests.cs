using System.Globalization;
using System.Net;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;
using Switchhook.Web.Language;
using Switchhook.Web.Text;

namespace Switchhook.Tests.Web.Pages;

/// <summary>What the pages show.</summary>
public sealed class PageTests
{
    private const string Evil = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("/")]
    [InlineData("/live/now")]
    [InlineData("/calls/20261123-080000-aaaaaa")]
    [InlineData("/calls/20261123-080000-aaaaaa/story")]
    public async Task A_callers_name_is_text_and_never_markup(string path)
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Answer(web.Box.Ring(name: Evil, number: "\" autofocus onfocus=alert(1) x=\""));

        var html = await (await web.Browser().GetAsync(path)).Content.ReadAsStringAsync();

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\" autofocus onfocus", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callers_name_in_the_list_of_today_and_on_a_display_is_text()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring(name: Evil);
        web.Box.Answer(call);
        web.Box.End(call, TimeSpan.FromSeconds(3));
        var simulator = web.Box.Simulator;
        simulator.State = simulator.State with { Phones = [simulator.State.Phones[0] with { DisplayName = Evil, Words = Evil }] };

        foreach (var path in new[] { "/live/today", "/simulator", "/simulator/status" })
        {
            var html = await (await web.Browser().GetAsync(path)).Content.ReadAsStringAsync();
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_live_page_names_parts_that_fail_the_night_and_the_partner()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(
            new PartChanged("lamp desk-lamp", "Lamp desk-lamp cannot be switched: the pin is gone."),
            new NightChanged(true, "the button night"),
            new PartnerAccessChanged(web.Box.Time.GetUtcNow() + TimeSpan.FromHours(1), "the button partner"));

        var html = await (await web.Browser().GetAsync("/live/now")).Content.ReadAsStringAsync();

        Assert.Contains("Lamp desk-lamp cannot be switched: the pin is gone.", html, StringComparison.Ordinal);
        Assert.Contains("Callers go the night way", html, StringComparison.Ordinal);
        Assert.Contains("is let in until", html, StringComparison.Ordinal);

        web.Box.Write(new PartChanged("lamp desk-lamp", null), new NightChanged(false, "the button night"));
        html = await (await web.Browser().GetAsync("/live/now")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("desk-lamp", html, StringComparison.Ordinal);
        Assert.DoesNotContain("night way", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_page_shows_alarms_with_icon_and_words_until_they_are_over()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new AlarmChanged("sales", "Waiting", true, "Queue sales: 6 callers wait, and 5 is the limit."));

        var html = await (await web.Browser().GetAsync("/live/now")).Content.ReadAsStringAsync();

        Assert.Contains("Queue sales", html, StringComparison.Ordinal);
        Assert.Contains("6 callers wait, and 5 is the limit.", html, StringComparison.Ordinal);
        Assert.Contains(IconShapes.Of(Look.Alarm.Icon), html, StringComparison.Ordinal);
        Assert.Contains(Look.Alarm.Word, html, StringComparison.Ordinal);

        web.Box.Write(new AlarmChanged("sales", "Waiting", false, "Queue sales: no longer too many wait."));
        html = await (await web.Browser().GetAsync("/live/now")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("Queue sales", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_page_shows_states_in_words_and_calls_of_today_with_play()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Write(new LineChanged("main-2", LineStatus.NoBattery, "No battery: is the plug in?"));
        var over = web.Box.Ring("20261123-080001-aaaaaa");
        web.Box.Answer(over);
        web.Box.End(over, TimeSpan.FromSeconds(65));
        web.Box.Ring("20261123-080002-aaaaaa", name: "Carol");

        var html = await (await web.Browser().GetAsync("/")).Content.ReadAsStringAsync();

        Assert.Contains("No line", html, StringComparison.Ordinal);
        Assert.Contains("Caller waits", html, StringComparison.Ordinal);
        Assert.Contains("No battery: is the plug in?", html, StringComparison.Ordinal);
        var (now, today) = (html.IndexOf("id=\"now\"", StringComparison.Ordinal), html.IndexOf("id=\"today\"", StringComparison.Ordinal));
        Assert.InRange(html.IndexOf("Carol", StringComparison.Ordinal), now, today);
        Assert.True(html.IndexOf("Ann Clark", StringComparison.Ordinal) > today);
        Assert.Contains($"/api/v1/recordings/rec-{over}/audio", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/calls/none")]
    public async Task What_is_not_there_is_told_in_words(string path)
    {
        await using var web = await TestWeb.StartAsync();

        var answer = await web.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_and_scripts_are_inside_the_assembly_and_keep_by_their_version()
    {
        await using var web = await TestWeb.StartAsync();
        var html = await (await web.Browser(signedIn: false).GetAsync("/sign-in")).Content.ReadAsStringAsync();
        var links = html.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)).ToList();

        Assert.True(links.Count >= 5);
        foreach (var link in links)
        {
            var answer = await web.Stranger().GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300), link);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await web.Stranger().GetAsync("/assets/nothing.css")).StatusCode);
    }

    [Fact]
    public void Every_look_has_an_icon_that_exists()
    {
        var looks = Enum.GetValues<LineStatus>().Select(status => Look.Of(status))
            .Concat(Enum.GetValues<PhoneStatus>().Select(status => Look.Of(status)))
            .Append(Look.Of((LineStatus?)null));

        Assert.All(looks, look =>
        {
            Assert.Contains(look.Icon, IconShapes.Names);
            Assert.NotEqual("", look.Word);
        });
    }

    [Fact]
    public void Every_module_that_a_script_names_is_there()
    {
        var assets = new Assets();
        var app = System.Text.Encoding.UTF8.GetString(assets.Find("app.js")!.Content);

        var imports = app.Split('\n')
            .Where(line => line.StartsWith("import", StringComparison.Ordinal))
            .Select(line => line.Split('\'')[1][2..]);

        Assert.NotEmpty(imports);
        Assert.All(imports, path => Assert.NotNull(assets.Find(path)));
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(7.9, "0:07")]
    [InlineData(65, "1:05")]
    [InlineData(3750, "1:02:30")]
    [InlineData(-3, "0:00")]
    public void Lengths_read_like_a_clock(double seconds, string shown) =>
        Assert.Equal(shown, Durations.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.2, "1 second")]
    [InlineData(89, "89 seconds")]
    [InlineData(90, "2 minutes")]
    [InlineData(3540, "59 minutes")]
    [InlineData(3541, "1 h")]
    [InlineData(3 * 3600 + 61, "3 h 2 min")]
    [InlineData(86400, "1 d")]
    [InlineData(200_000, "2 d 8 h")]
    public void A_long_time_is_told_in_hours_and_days(double seconds, string words)
    {
        Assert.Equal(words, Durations.Words(TimeSpan.FromSeconds(seconds)));
        Assert.NotEqual(words, Sentences.In(CultureInfo.GetCultureInfo("zh-Hans")).Tell(words));
    }

    [Theory]
    [InlineData(0, "+0:00.0")]
    [InlineData(7.36, "+0:07.3")]
    [InlineData(61.05, "+1:01.0")]
    public void Places_in_a_call_read_in_tenths(double seconds, string shown) =>
        Assert.Equal(shown, Durations.Offset(TimeSpan.FromSeconds(seconds)));
}
