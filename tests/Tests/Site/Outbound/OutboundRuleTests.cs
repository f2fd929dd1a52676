using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Outbound;

namespace Switchhook.Tests.Site.Outbound;

public class OutboundRuleTests
{
    private const string Old = "  - {prefix: 9, starts: [1, 312], digits: 7-11, over: outside}\n";

    [Fact]
    public void A_rule_by_class_is_read_whole()
    {
        var rule = Assert.Single(Read(
            """
              - allow: [national, mobile, international]
                prefix: 9
                countries: [CA, GB]
                except-phones: [102]
                pin: managers
                limit: {calls: 20, minutes: 120, parallel: 2}
                over: [outside, spare]

            """,
            "  spare: {lines: [main-1]}\n").Outbound);

        Assert.True(rule.IsByClass);
        Assert.Equal([NumberClass.National, NumberClass.Mobile, NumberClass.International], rule.Allow);
        Assert.Equal(("CA GB", "102", "pin/managers"), (rule.Countries.ToString(), rule.ExceptPhones.ToString(), rule.PinSecret));
        Assert.Equal(new OutboundLimit(20, 120, 2), rule.Limit);
        Assert.Equal(("outside", "spare"), (rule.Over, rule.Then.ToString()));
        Assert.Equal((false, true), (rule.IsFor("102"), rule.IsFor("101")));
    }

    [Fact]
    public void A_rule_by_digits_opens_nothing_dear_unless_it_says_so()
    {
        Assert.DoesNotContain(NumberClass.Premium, Assert.Single(Read(Old).Outbound).Allow);
        var open = Assert.Single(Read("  - {prefix: 9, digits: 7-11, premium: yes, over: outside}\n").Outbound);
        Assert.Contains(NumberClass.Premium, open.Allow);
        Assert.DoesNotContain(NumberClass.International, open.Allow);
    }

    [Fact]
    public void A_changed_rule_is_told_in_words()
    {
        var changes = SiteDiff.Between(
            Read(Old), Read("  - {allow: [national, mobile], prefix: 9, phones: [101], limit: {calls: 5}, over: outside}\n"));
        Assert.Equal(
            "Calls out: the rule \"9 and then any number, national or mobile, over outside, from 101, at most 5 calls a day\" is new.",
            changes[^1]);
    }

    [Fact]
    public void What_is_added_to_emergency_calls_is_read_and_told()
    {
        var text = SiteTexts.Clinic + "emergency: {also: [\"18002221222\"], notify: [102], test-number: \"*933\"}\n";
        var site = SiteTexts.Read(text).Model!;
        Assert.Equal(("18002221222", "102", "*933"), (site.Emergency.Also[0], site.Emergency.Notify[0], site.Emergency.TestNumber));
        Assert.Equal(
            ["Emergency calls: also none → 18002221222, notify none → 102, test number none → *933."],
            SiteDiff.Between(SiteTexts.Read(SiteTexts.Clinic).Model!, site));
    }

    private static SiteModel Read(string rules, string groups = "")
    {
        var text = SiteTexts.Clinic.Replace(Old, rules, StringComparison.Ordinal)
            .Replace("outbound:\n", groups + "outbound:\n", StringComparison.Ordinal);
        var result = SiteTexts.Read(text);
        Assert.True(result.Model is not null, string.Join('\n', result.Mistakes));
        return result.Model;
    }
}
