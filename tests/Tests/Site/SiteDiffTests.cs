using Switchhook.Site;
using Switchhook.Site.Diff;

namespace Switchhook.Tests.Site;

public sealed class SiteDiffTests
{
    private static readonly SiteModel Before = SiteTexts.Read(SiteTexts.Clinic).Model!;

    [Fact]
    public void The_same_site_has_no_changes() => Assert.Empty(SiteDiff.Between(Before, SiteTexts.Read(SiteTexts.Clinic).Model!));

    [Theory]
    [InlineData("name: Clinic,", "name: Big clinic,", "The site: name Clinic → Big clinic.")]
    [InlineData("record: outside", "record: all", "The site: recorded calls outside → all.")]
    [InlineData("port: fxo2,", "port: fxo3,", "Line main-2: port fxo2 → fxo3.")]
    [InlineData("name: Nurse", "name: Doctor", "Phone 102: name Nurse → Doctor.")]
    [InlineData("[102, 101]", "[101, 102]", "Hunt group desk: phones 102 101 → 101 102.")]
    [InlineData("ring: 15 s, rounds: 3", "ring: 1 min, rounds: 4", "Hunt group desk: ring 15 s → 1 min, rounds 3 → 4.")]
    [InlineData("[play: closed, hang-up]", "[play: closed]", "Flow night: steps play closed; hang up → play closed.")]
    [InlineData("say: We are closed.", "say: Closed.", "Prompt closed: say \"We are closed.\" → \"Closed.\".")]
    [InlineData("order: round-robin", "order: ascending", "Line group outside: order round-robin → ascending.")]
    public void A_changed_value_is_told_in_words(string old, string current, string sentence) =>
        Assert.Equal([sentence], Changes(old, current));

    [Fact]
    public void What_is_new_and_what_is_gone_is_told() => Assert.Equal(
        [
            "Phone 102 is gone.",
            "Phone 103 is new: port fxs3, name Lab, place Room 9, call waiting off, shows none, message lamp stutter fsk.",
            "Hunt group desk: phones 102 101 → 103 101.",
        ],
        SiteDiff.Between(Before, SiteTexts.Read(SiteTexts.Clinic
            .Replace("102: {port: fxs2, name: Nurse, place: Room 3", "103: {port: fxs3, name: Lab, place: Room 9", StringComparison.Ordinal)
            .Replace("[102, 101]", "[103, 101]", StringComparison.Ordinal)).Model!));

    [Fact]
    public void Rules_for_calls_out_are_told_as_they_read() => Assert.Equal(
        [
            "Calls out: the rule \"9 and then a number that begins with 1 or 312, 7 to 11 digits, over outside\" is gone.",
            "Calls out: the rule \"9 and then any number, 7 to 11 digits, over outside\" is new.",
        ],
        Changes("starts: [1, 312], ", ""));

    [Fact]
    public void Another_order_of_the_same_rules_is_told()
    {
        const string Rule = "  - {prefix: 8, digits: 7, over: outside}\n";
        var first = SiteTexts.Clinic.Replace("outbound:\n", "outbound:\n" + Rule, StringComparison.Ordinal);
        var last = SiteTexts.Clinic.Replace("record:", Rule + "record:", StringComparison.Ordinal);
        Assert.Equal(
            ["Calls out: the rules have another order."],
            SiteDiff.Between(SiteTexts.Read(first).Model!, SiteTexts.Read(last).Model!));
    }

    private static IReadOnlyList<string> Changes(string old, string current) =>
        SiteDiff.Between(Before, SiteTexts.Read(SiteTexts.Clinic.Replace(old, current, StringComparison.Ordinal)).Model!);
}
