using Switchhook.Hardware.Countries;
using Switchhook.Lines.Fxs.Hook;
using Switchhook.Testing;

namespace Switchhook.Tests.Lines.Fxs.Hook;

public sealed class HookDecoderTests
{
    private static readonly Dictionary<string, Country> Countries = new()
    {
        ["US"] = TestCountries.UnitedStates,
        ["GB"] = TestCountries.UnitedKingdom,
        ["DE"] = TestCountries.Germany,
    };

    [Fact]
    public void A_handset_is_lifted_when_the_loop_has_settled_and_bounces_do_not_count() => Expect(
        "US", from: 0, [(100, true), (103, false), (108, true)], "198 Lifted");

    [Fact]
    public void A_closure_too_short_for_a_handset_is_nothing() => Expect("US", from: 0, [(100, true), (130, false)], "");

    [Theory]
    [InlineData("US", 10, "")]
    [InlineData("US", 40, "PulsesBegan Digit1")]
    [InlineData("US", 61, "PulsesBegan Digit1")]
    [InlineData("US", 199, "PulsesBegan Digit1")]
    [InlineData("US", 250, "")]
    [InlineData("US", 300, "Flash")]
    [InlineData("US", 1100, "Flash")]
    [InlineData("US", 1160, "HungUp Lifted")]
    [InlineData("US", 3000, "HungUp Lifted")]
    [InlineData("GB", 61, "PulsesBegan Digit1")]
    [InlineData("GB", 69, "PulsesBegan Digit1")]
    [InlineData("GB", 70, "Flash")]
    [InlineData("GB", 125, "Flash")]
    [InlineData("GB", 140, "HungUp Lifted")]
    [InlineData("GB", 400, "HungUp Lifted")]
    [InlineData("DE", 250, "Flash")]
    [InlineData("DE", 320, "HungUp Lifted")]
    public void The_length_of_a_break_tells_what_it_is(string country, double breakMs, string signals)
    {
        var seen = Run(country, from: 1000, [(2000, false), (2000 + breakMs, true)]);
        Assert.Equal(signals, string.Join(' ', seen.Select(signal => signal.Split(' ')[1])));
    }

    [Theory]
    [InlineData("US", 60, 40)]
    [InlineData("GB", 60, 40)]
    [InlineData("DE", 66, 33)]
    [InlineData("US", 85, 40)]
    public void Every_digit_of_a_dial_is_read(string country, double breakMs, double makeMs)
    {
        foreach (var digit in "1234567890")
        {
            var changes = Pulses(2000, digit == '0' ? 10 : digit - '0', breakMs, makeMs);
            Assert.EndsWith($"Digit{digit}", Run(country, from: 1000, changes)[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_slow_dial_is_read_where_its_breaks_are_as_long_as_a_flash_once_the_digit_runs()
    {
        (double, bool)[] changes = [(2000, false), (2065, true), (2105, false), (2180, true), (2220, false), (2300, true)];
        Assert.EndsWith("Digit3", Run("GB", from: 1000, changes)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_digits_are_kept_apart_by_the_pause_between_them()
    {
        var seen = Run("US", from: 1000, [.. Pulses(2000, 2, 60, 40), .. Pulses(3000, 3, 60, 40)]);
        Assert.Equal(["Digit2", "Digit3"], seen.Select(signal => signal.Split(' ')[1]).Where(signal => signal.StartsWith('D')));
    }

    [Fact]
    public void More_than_ten_pulses_are_no_digit() =>
        Assert.Equal(["2060 PulsesBegan"], Run("US", from: 1000, Pulses(2000, 11, 60, 40)));

    [Fact]
    public void Hanging_up_in_the_middle_of_a_digit_is_a_hang_up() => Expect(
        "US", from: 1000, [(2000, false), (2060, true), (2100, false)], "2060 PulsesBegan", "3250 HungUp");

    private static (double, bool)[] Pulses(double from, int count, double breakMs, double makeMs) =>
    [
        .. Enumerable.Range(0, count).SelectMany(pulse => new[]
        {
            (from + (pulse * (breakMs + makeMs)), false),
            (from + (pulse * (breakMs + makeMs)) + breakMs, true),
        }),
    ];

    private static void Expect(string country, double from, (double, bool)[] changes, params string[] signals) =>
        Assert.Equal(signals.Where(signal => signal.Length > 0), Run(country, from, changes));

    // Off-hook from the given moment on, unless that is 0.
    private static List<string> Run(string country, double from, (double At, bool Closed)[] changes)
    {
        var times = HookTimings.For(Countries[country]);
        var state = from > 0 ? HookState.OffHook : HookState.OnHook;
        var seen = new List<string>();
        TimeSpan? wake = null;
        foreach (var (at, closed) in changes)
        {
            var now = TimeSpan.FromMilliseconds(at);
            Wait(now);
            Take(closed ? HookDecoder.Closed(state, now, times) : HookDecoder.Opened(state, now, times), now);
        }

        Wait(TimeSpan.FromMinutes(1));
        return seen;

        void Wait(TimeSpan until)
        {
            while (wake is { } due && due <= until)
            {
                wake = null;
                Take(HookDecoder.Due(state), due);
            }
        }

        void Take(HookStep step, TimeSpan now)
        {
            state = step.State;
            wake = step.Wake ?? wake;
            var ms = FormattableString.Invariant($"{now.TotalMilliseconds}");
            seen.AddRange(step.Signals.Select(
                signal => $"{ms} {signal.Kind}{(signal.Kind == HookSignalKind.Digit ? signal.Digit : "")}"));
        }
    }
}
