using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using static Switchhook.Tests.Web.Welcome.WelcomeWalk;

namespace Switchhook.Tests.Web.Welcome;

/// <summary>The check at the end of the first start.</summary>
public sealed class FirstCallTests
{
    [Fact]
    public async Task The_check_tells_that_a_call_came_rang_and_was_answered_and_the_api_says_the_same()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();
        Assert.Contains("No call has come in yet.", await TextAsync(browser.GetAsync("/welcome/call")), StringComparison.Ordinal);
        var program = web.Program(new Rights(Role.Installer));
        Assert.Contains("\"firstCall\":null", await program.GetStringAsync("/api/v1/welcome"), StringComparison.Ordinal);

        var call = web.Box.Ring();
        var came = await TextAsync(browser.GetAsync("/welcome/call/state"));
        Assert.Contains("A call came in on Line main-1", came, StringComparison.Ordinal);
        Assert.Contains("No phone has rung yet.", came, StringComparison.Ordinal);

        web.Box.Answer(call);
        web.Box.End(call);
        var answered = await TextAsync(browser.GetAsync("/welcome/call/state"));
        Assert.Contains("Front desk (101) answered, 0 s after the call came in.", answered, StringComparison.Ordinal);
        Assert.Contains("The box takes calls.", answered, StringComparison.Ordinal);
        var told = await program.GetStringAsync("/api/v1/welcome");
        Assert.Contains($"\"firstCall\":\"{call.Value}\"", told, StringComparison.Ordinal);
        Assert.Contains("""{"port":"fxo1","usedBy":"main-1","status":"ringing"}""", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_calls_is_not_told_who_called()
    {
        await using var web = await TestWeb.StartAsync();
        var call = web.Box.Ring(name: "Zoe Quick", number: "+13125550177");
        web.Box.End(call);
        var installer = web.Browser("Ina", new Rights(Role.Installer));

        foreach (var page in new[] { "/welcome/call", "/welcome/call/state" })
        {
            var seen = await TextAsync(installer.GetAsync(page));
            Assert.Contains("A call came in on Line main-1 at 08:00:00.", seen, StringComparison.Ordinal);
            Assert.Contains("The call is over, and nobody answered it.", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Zoe Quick", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("13125550177", seen, StringComparison.Ordinal);
            Assert.DoesNotContain($"/calls/{call.Value}", seen, StringComparison.Ordinal);
            Assert.Contains("from Zoe Quick", await TextAsync(web.Browser().GetAsync(page)), StringComparison.Ordinal);
        }

        var told = await web.Program(new Rights(Role.Installer)).GetStringAsync("/api/v1/welcome");
        Assert.DoesNotContain("Zoe Quick", told, StringComparison.Ordinal);
        Assert.DoesNotContain("13125550177", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_call_that_was_answered_is_remembered_over_midnight_and_over_later_calls()
    {
        await using var web = await TestWeb.StartAsync();
        var time = (ManualTimeProvider)web.Box.Time;
        web.Box.End(web.Box.Ring("20261123-080000-aaaaaa"));
        time.Advance(TimeSpan.FromMinutes(1));
        var first = web.Box.Ring("20261123-080100-bbbbbb");
        web.Box.Answer(first);
        web.Box.End(first);
        time.Advance(TimeSpan.FromDays(2));
        var later = web.Box.Ring("20261125-080100-cccccc");
        web.Box.Answer(later);
        web.Box.End(later);
        web.Box.End(web.Box.Ring("20261125-080200-dddddd"));

        var told = await web.Program().GetStringAsync("/api/v1/welcome");
        Assert.Contains($"\"firstCall\":\"{first.Value}\"", told, StringComparison.Ordinal);
        var page = await TextAsync(web.Browser().GetAsync("/welcome/call"));
        Assert.Contains("The box takes calls.", page, StringComparison.Ordinal);
        Assert.Contains("A call came in on Line main-1 at 23 Nov 2026, 08:01", page, StringComparison.Ordinal);

        // A site that is applied again is tried again.
        time.Advance(TimeSpan.FromMinutes(1));
        web.Box.Site.Load(Clinic);
        Assert.Contains("\"firstCall\":null", await web.Program().GetStringAsync("/api/v1/welcome"), StringComparison.Ordinal);
    }
}
