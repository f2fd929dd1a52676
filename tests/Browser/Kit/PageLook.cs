using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Switchhook.BrowserTests.Kit;

/// <summary>What has to hold for every page, on every screen.</summary>
internal static class PageLook
{
    // What a finger meets: a check box and a choice count with their words, a link in a line of text with its padding.
    private const string SmallTargets =
        """
        [...document.querySelectorAll('a, button, input:not([type="hidden"]), select, summary')].filter(part => {
          const box = (/checkbox|radio/.test(part.type) ? part.closest('label') : part).getBoundingClientRect();
          const seen = box.width > 0 && box.right > 0 && part.checkVisibility();
          return seen && (box.height < 40 || (box.width < 40 && getComputedStyle(part).display !== 'inline'));
        }).map(part => {
          const box = part.getBoundingClientRect();
          return `${part.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)} pixels`;
        })
        """;

    private const string TooWide =
        """
        document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map(part => part.outerHTML.slice(0, 120))
        """;

    private const string HasTwoRowsOfMenu =
        "() => new Set([...document.querySelectorAll('.top nav > *')].filter(one => one.offsetParent).map(one => one.offsetTop)).size > 1";

    /// <summary>Opens everything that is folded, so that it is looked at too.</summary>
    public static Task UnfoldAsync(IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");

    /// <summary>What is wrong with the colours of the page as they are now.</summary>
    public static async Task<IReadOnlyList<string>> ColourFaultsAsync(IPage page)
    {
        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
        return [.. axe.Violations.Select(violation => $"{page.Url} in the dark: {Words(violation)}")];
    }

    /// <summary>
    /// What is wrong with the page: what axe calls serious or critical, too wide parts, a menu in two rows, too small targets.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, Screen screen)
    {
        var found = new List<string>();
        var axe = await page.RunAxe();
        found.AddRange(axe.Violations.Where(IsGrave).Select(Words));
        found.AddRange((await page.EvaluateAsync<string[]>(TooWide)).Select(part => $"sticks out of the screen: {part}"));
        if (await page.EvaluateAsync<bool>(HasTwoRowsOfMenu))
        {
            found.Add("the menu stands in two rows");
        }

        if (screen.Width == Screen.Pocket.Width)
        {
            found.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(part => $"too small to touch: {part}"));
        }

        return [.. found.Select(fault => $"{page.Url}: {fault}")];
    }

    private static bool IsGrave(AxeResultItem violation) => violation.Impact is "serious" or "critical";

    private static string Words(AxeResultItem violation) =>
        $"axe, {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(5).Select(node => node.Html))}";
}
