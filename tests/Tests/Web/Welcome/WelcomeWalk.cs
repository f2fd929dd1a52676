using Switchhook.Tests.Repository;
using Switchhook.Tests.Web.Editing;
using Switchhook.Tests.Web.Fakes;

namespace Switchhook.Tests.Web.Welcome;

/// <summary>What a person does at the first start.</summary>
internal static class WelcomeWalk
{
    public static readonly string Demo = RepositoryFiles.Get("sites/demo/site.yaml").Text;

    public static readonly string Clinic = RepositoryFiles.Get("sites/examples/clinic/site.yaml").Text;

    public static readonly string[] Steps = ["place", "lines", "phones", "answer", "emergency"];

    /// <summary>A box with the example.</summary>
    public static async Task<TestWeb> FreshAsync()
    {
        var web = await PreparedAsync(Demo);
        web.Box.Site.IsExample = true;
        return web;
    }

    /// <summary>A box with a site that somebody has prepared.</summary>
    public static async Task<TestWeb> PreparedAsync(string site)
    {
        var web = await TestWeb.StartAsync();
        web.Box.Site.Load(site);
        return web;
    }

    /// <summary>Sends a step as a browser would: what the page holds, and what was changed.</summary>
    public static async Task<HttpResponseMessage> SendAsync(Browser browser, string step, params (string Name, string? Value)[] changes)
    {
        var page = $"/welcome/{step}";
        var changed = changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        var fields = FormFields.Of(await RawAsync(browser, page)).Where(field => !changed.Contains(field.Name));
        return await browser.PostAsync(
            page, [.. fields, .. changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!))]);
    }

    /// <summary>Applies what a review showed.</summary>
    public static Task<HttpResponseMessage> ApplyAsync(Browser browser, string review) =>
        browser.PostAsync("/welcome/apply", [.. FormFields.Of(review)]);

    /// <summary>A page as it is sent.</summary>
    public static async Task<string> RawAsync(Browser browser, string page) =>
        await (await browser.GetAsync(page)).Content.ReadAsStringAsync();

    /// <summary>A page as it is read.</summary>
    public static Task<string> TextAsync(Task<HttpResponseMessage> answer) => SiteTextTests.TextAsync(answer);
}
