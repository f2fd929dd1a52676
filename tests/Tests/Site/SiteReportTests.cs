using Switchhook.Hardware.Yaml;
using Switchhook.Site;

namespace Switchhook.Tests.Site;

public sealed class SiteReportTests
{
    [Fact]
    public void Shows_place_line_caret_and_cure()
    {
        var result = SiteTexts.Read(SiteTexts.Clinic
            .Replace("ring: desk", "ring: desq", StringComparison.Ordinal)
            .Replace("place: Room 3, ", "", StringComparison.Ordinal));
        const string Expected = """
            site.yaml:7:3: warning: Phone 102 does not say where it stands.
                  102: {port: fxs2, name: Nurse, call-waiting: no}
                  ^
                Add "place: Ground floor, reception": it is shown when someone calls for help from it.

            site.yaml:13:13: error: There is no group "desq".
                    - ring: desq
                            ^
                Write "desk" instead.

            1 error and 1 warning; the site cannot be used.

            """;
        Assert.Equal(Expected, SiteReport.Render(result, "site.yaml"));
    }

    [Fact]
    public void A_file_without_mistakes_is_summed_up() => Assert.Equal(
        "site.yaml: Clinic (US): 2 lines, 2 phones, 1 hunt group, 2 flows, 2 prompts and 1 rule for calls out. "
            + "Calls over exchange lines are recorded.\nNo mistakes.\n",
        SiteReport.Render(SiteTexts.Read(SiteTexts.Clinic), "site.yaml"));

    [Fact]
    public void A_wide_line_is_cut_so_that_the_caret_points_at_what_is_shown()
    {
        var text = new string('x', 500) + "!" + new string('y', 500);
        var shown = SiteReport.Render([new Mistake("a", 1, 501, "What.", "Cure.", Severity.Error)], text).Split('\n');
        Assert.Equal('!', shown[1][shown[2].IndexOf('^', StringComparison.Ordinal)]);
        Assert.True(shown[1].Length <= 104);
    }

    [Fact]
    public void Nothing_in_the_file_can_steer_the_terminal() => Assert.DoesNotContain(
        '\u001b',
        SiteReport.Render([new Mistake("a", 1, 3, "What.", "Cure.", Severity.Error)], "a: \u001b[2J"));
}
