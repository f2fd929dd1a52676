using Switchhook.Calls;
using Switchhook.Calls.Journal;

namespace Switchhook.Tests.Flows.Steps;

/// <summary>Callers who press keys by sound on a simulated line.</summary>
public sealed class FlowStepTests
{
    private const string Menu = """
          day:
            - play: welcome
            - menu: {prompt: main, keys: {1: sales, 21: [{phone: 102}], 2: [{ring: desk}]}, extensions: yes, else: bye}
            - play: sorry
          sales: [{queue: sales}, {play: sorry}]
          bye: [{play: sorry}]
        """;

    [Fact]
    public void A_key_leads_to_its_flow()
    {
        using var flow = Called(Menu);
        flow.Answer(["1"]);
        flow.Box.Until(() => flow.IsOver, 30, "the call ends");
        Assert.Equal(
            [
                "The call goes through flow day.",
                "Plays prompt welcome.",
                "Asks menu main (1 of 3).",
                "The caller presses 1: flow sales.",
                "The call goes through flow sales.",
                "Next: queue sales.",
                "Plays prompt sorry.",
            ],
            flow.Told);
    }

    [Theory]
    [InlineData("21", "The caller presses 21: (phone 102: for 20 s).", 2)]
    [InlineData("2103", "The caller dials extension 2103.", 3)]
    public void Longer_keys_and_extensions_are_waited_for(string keys, string told, int phone)
    {
        using var flow = Called(Menu);
        flow.Answer([keys]);
        flow.Box.Until(() => flow.Box.Phone(phone).IsRinging, 15, "the phone rings");
        Assert.Contains(told, flow.Told);
        flow.Box.Phone(phone).Lift();
        flow.Box.Until(() => flow.Box.Entries<CallConnected>().Any(), 3, "the two are connected");
    }

    [Fact]
    public void A_short_key_that_begins_a_longer_one_counts_after_a_pause_and_rings_both_phones()
    {
        using var flow = Called(Menu);
        flow.Answer(["2"]);
        flow.Box.Until(() => flow.Box.Phone(1).IsRinging && flow.Box.Phone(2).IsRinging, 15, "the phones ring");
        flow.Box.Phone(2).Lift();
        flow.Box.Until(() => flow.Box.Entries<CallConnected>().Any(), 3, "the two are connected");
        Assert.Equal(Party.Phone("102"), flow.Box.Entries<CallConnected>().Single().By);
    }

    [Fact]
    public void A_key_cuts_an_announcement_and_is_taken_by_the_menu_after_it()
    {
        using var flow = Called(Menu.Replace(", extensions: yes", "", StringComparison.Ordinal));
        flow.Box.Until(() => flow.Told.Contains("Plays prompt welcome."), 20, "the greeting");
        flow.Box.Advance(0.3);
        flow.Box.Line(1).PressKeys("1");
        flow.Box.Until(() => flow.Told.Contains("Next: queue sales."), 1, "the queue, while the greeting alone takes a second");
    }

    [Fact]
    public void What_comes_after_a_key_is_not_cut_by_it()
    {
        using var flow = Called("""
              day:
                - menu: {prompt: main, keys: {1: [{play: welcome}, hang-up]}, else: bye}
              bye: [{play: sorry}]
            """);
        flow.Answer(["1"]);
        Assert.Contains("Plays prompt welcome.", flow.Told);
        flow.Box.Advance(0.3);
        Assert.False(flow.IsOver, "The prompt takes a second.");
        flow.Box.Until(() => flow.IsOver, 2, "the call ends after it");
    }

    [Fact]
    public void Wrong_and_missing_keys_are_counted_and_lead_on()
    {
        using var flow = Called(Menu);
        flow.Answer(["999", null, "*"]);
        flow.Box.Until(() => flow.IsOver, 30, "the call ends");
        Assert.Equal(
            [
                "Asks menu main (1 of 3).",
                "The caller presses 9, which does not fit.",
                "Asks menu main (2 of 3).",
                "The caller presses nothing.",
                "Asks menu main (3 of 3).",
                "The caller presses *, which does not fit.",
                "Nothing that fits: flow bye.",
            ],
            flow.Told.Skip(2).Take(7));
        Assert.Equal(CauseCode.FlowEnded, flow.Box.Entries<CallEnded>().Single().Cause.Code);
    }

    [Fact]
    public void A_number_is_collected_chosen_by_and_not_shown_whole_in_the_journal()
    {
        using var flow = Called("""
              day:
                - collect: {prompt: number, as: customer, digits: 4-8}
                - choose: {by: customer, is: {"123456": [{phone: 101}]}, else: [{play: sorry}, hang-up]}
                - play: sorry
            """);
        flow.Answer(["12#", "123456#"]);
        flow.Box.Until(() => flow.Box.Phone(1).IsRinging, 15, "phone 101 rings");
        Assert.Equal(
            [
                "Asks collect customer (1 of 3).",
                "The caller presses ••, which does not fit.",
                "Asks collect customer (2 of 3).",
                "The caller enters customer: ••••56.",
                "Chooses by customer. 123456: (phone 101: for 20 s).",
                "Next: phone 101.",
            ],
            flow.Told.Skip(1));
    }

    [Theory]
    [InlineData("1", "The caller answers yes: next step.")]
    [InlineData("2", "The caller answers no: (play sorry; hang up).")]
    public void A_question_is_answered_with_1_or_2(string key, string told)
    {
        using var flow = Called("""
              day:
                - ask: {prompt: question, no: [{play: sorry}, hang-up]}
                - ring: desk
            """);
        flow.Answer([key]);
        flow.Box.Until(() => flow.IsOver || flow.Box.Phone(1).IsRinging, 30, "an end");
        Assert.Contains(told, flow.Told);
        Assert.Equal(key == "1", flow.Box.Phone(1).IsRinging);
    }

    [Theory]
    [InlineData("3125550142", "grade gold")]
    [InlineData("3125550666", "list blocked")]
    [InlineData(null, "unknown number")]
    [InlineData("3125550143", "any other")]
    public void Callers_are_told_apart(string? number, string which)
    {
        using var flow = Called(
            """
              day:
                - caller:
                    - {grade: gold, then: [{set: {head-start: 3 min}}, {queue: sales}]}
                    - {list: blocked, then: hang-up}
                    - {unknown: yes, then: [{play: sorry}]}
                - play: welcome
            """,
            number);
        flow.Box.Until(() => flow.IsOver, 30, "the call ends");
        var said = char.ToUpperInvariant(which[0]) + which[1..];
        Assert.Contains(flow.Told, words => words.Contains($" {said}: ", StringComparison.Ordinal));
        Assert.Equal(which != "list blocked", flow.Told.Contains("Plays prompt welcome."));
    }

    [Fact]
    public void A_chosen_language_is_a_value_to_go_by()
    {
        using var flow = Called("""
              day:
                - language: en
                - choose: {by: language, is: {en: [{ring: desk}], zh: next}}
                - play: sorry
            """);
        flow.Box.Until(() => flow.Box.Phone(1).IsRinging, 15, "phone 101 rings");
        Assert.Contains("Chooses by language. En: (ring desk).", flow.Told);
    }

    [Fact]
    public void Outside_hours_another_flow_is_gone_through()
    {
        using var flow = Called("""
              day:
                - hours: {name: never, closed: [{play: sorry}, hang-up]}
                - ring: desk
            """);
        flow.Box.Until(() => flow.IsOver, 30, "the call ends");
        Assert.Contains(flow.Told, words => words.StartsWith("Hours never are closed: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_outside_is_called_for_the_caller()
    {
        using var flow = new FlowBox(FlowBox.Read(FlowTexts.With("""
              day:
                - play: welcome
                - outside: {number: "+1 312 555 0177", over: outside, ring: 30 s}
                - play: sorry
            """).Replace(
            "main-1: {port: fxo1, number: \"+1 312 555 0100\", route: day}",
            "main-1: {port: fxo1, number: \"+1 312 555 0100\", route: day}\n  main-2: {port: fxo2, route: day}",
            StringComparison.Ordinal).Replace("lines: [main-1]", "lines: [main-2]", StringComparison.Ordinal)));
        flow.Call("3125550142");
        flow.Box.Until(() => flow.Box.Entries<CallConnected>().Any(), 60, "the two are connected");
        Assert.Equal("3125550177", flow.Box.Line(2).DialledDigits);
        flow.Box.Line(1).HangUp();
        flow.Box.Until(() => flow.IsOver, 20, "the call ends");
    }

    private static FlowBox Called(string flows, string? number = "3125550142")
    {
        var flow = new FlowBox(FlowBox.Read(FlowTexts.With(flows)));
        flow.Call(number);
        return flow;
    }
}
