using Switchhook.Testing.Sip.Sipp;

namespace Switchhook.Tests.Testing.Sip;

public sealed class SippScenarioTests
{
    [Fact]
    public void A_name_is_filled_by_its_default_or_by_what_is_given()
    {
        var scenario = SippScenario.Parse("here", "<pause milliseconds=\"{ring=100}\"/> {code} {ring}");

        Assert.Equal("<pause milliseconds=\"100\"/> 486 100", scenario.With("code", 486).ToXml(5060));
        Assert.Equal("<pause milliseconds=\"5\"/> 603 5", scenario.With("code", 603).With("ring", 5).ToXml(5060));
    }

    [Fact]
    public void A_line_that_is_left_empty_goes_because_it_would_end_the_headers() =>
        Assert.Equal("A: 1\nB: 2\n\nbody", SippScenario.Parse("here", "A: 1\n  {more=}\nB: 2\n\nbody").ToXml(5060));

    [Fact]
    public void What_sipp_fills_itself_stays() =>
        Assert.Equal("[field0] [$peer] 5062", SippScenario.Parse("here", "[field0] [$peer] {port}").ToXml(5062));

    [Fact]
    public void A_part_takes_words_text_and_names_of_the_scenario()
    {
        var scenario = SippScenario.Parse(
            "here", "{+notify state=active status=\"100 Trying\"}\n{+notify state=terminated status={verdict=200 OK}}");

        var xml = scenario.With("verdict", "486 Busy Here").ToXml(5060);

        Assert.Contains("Subscription-State: active", xml, StringComparison.Ordinal);
        Assert.Contains("SIP/2.0 100 Trying", xml, StringComparison.Ordinal);
        Assert.Contains("SIP/2.0 486 Busy Here", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_not_there_and_one_that_is_not_filled_are_mistakes()
    {
        var scenario = SippScenario.Parse("here", "{code} {ring=1}");

        var unknown = Assert.Throws<ArgumentException>(() => scenario.With("cod", 1));
        var missing = Assert.Throws<FormatException>(() => scenario.ToXml(5060));

        Assert.Contains("it has code, ring", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("{code}", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_defaults_of_one_name_are_a_mistake() =>
        Assert.Throws<FormatException>(() => SippScenario.Parse("here", "{ring=1} {ring=2}").ToXml(5060));
}
