using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Components;
using Switchhook.Web.Hosting;

namespace Switchhook.Tests.Web.Pages;

/// <summary>The page of the design shows what the style sheet has, and nothing that it has not.</summary>
public sealed partial class DesignTests
{
    private static readonly string Sheet = Encoding.UTF8.GetString(new Assets().Find("design.css")!.Content);

    [Fact]
    public async Task Each_size_space_and_colour_of_the_style_sheet_is_on_the_page_and_each_icon()
    {
        await using var web = await TestWeb.StartAsync();
        var page = await (await web.Browser().GetAsync("/design")).Content.ReadAsStringAsync();

        var light = Sheet[..Sheet.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)];
        var names = Token().Matches(light).Select(token => token.Groups["name"].Value).ToList();
        Assert.True(names.Count > 40);
        Assert.All(names, name => Assert.True(
            page.Contains($"<code>--{name}</code>", StringComparison.Ordinal)
                || page.Contains($"<code>--{name}: ", StringComparison.Ordinal),
            name));
        Assert.All(Shown().Matches(page).Select(token => token.Groups["name"].Value), name => Assert.Contains(name, names));
        Assert.All(IconShapes.Names, name => Assert.Contains($"<code>{name}</code>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_text_colour_differs_enough_from_its_ground_in_the_light_and_in_the_dark()
    {
        await using var web = await TestWeb.StartAsync();
        var page = await (await web.Browser().GetAsync("/design")).Content.ReadAsStringAsync();

        var rows = Row().Matches(page);
        Assert.True(rows.Count > 15);
        foreach (Match row in rows)
        {
            foreach (var group in new[] { "light", "dark" })
            {
                var ratio = double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);
                Assert.True(ratio is >= 4.5 and <= 21, row.Value);
            }
        }

        Assert.Contains(rows, row => row.Groups["ink"].Value == "on-accent" && row.Groups["ground"].Value == "accent");
        Assert.Contains(rows, row => row.Groups["ink"].Value == "fault-ink" && row.Groups["ground"].Value == "fault-ground");
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+): [^;]+;", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("<code>--(?<name>[a-z0-9-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Shown();

    [GeneratedRegex(
        "<th scope=\"row\">--(?<ink>[a-z-]+)</th>\\s*<td>--(?<ground>[a-z-]+)</td>.*?<td>(?<light>[0-9.]+)</td>\\s*"
            + "<td>(?<dark>[0-9.]+)</td>",
        RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Row();
}
