using Switchhook.Hardware.Yaml;

namespace Switchhook.Tests.Hardware.Yaml;

public sealed class YamlFieldsTests
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("port", "fxo1"), YamlKey.Optional("ring-time"), YamlKey.Optional("rounds"), YamlKey.Optional("order"),
        YamlKey.Optional("phones"), YamlKey.Optional("call-waiting"), YamlKey.Optional("noise"),
    ];

    private readonly MistakeLog _log = new("test.yaml");

    private enum Order
    {
        RingAll,
        InOrder,
    }

    [Fact]
    public void Right_values_come_with_their_places()
    {
        var fields = Open("port: fxo1\nring-time: 20 s\nrounds: 3\norder: in-order\nphones: [101, 102]\ncall-waiting: no\nnoise: -68.5");
        Assert.Equal(new Located<string>("fxo1", new Place(1, 7)), fields.Text("port"));
        Assert.Equal(TimeSpan.FromSeconds(20), fields.Duration("ring-time", TimeSpan.Zero, TimeSpan.FromMinutes(1))?.Value);
        Assert.Equal(3, fields.Number("rounds", 1, 9)?.Value);
        Assert.Equal(Order.InOrder, fields.Choice<Order>("order")?.Value);
        Assert.Equal(["101", "102"], fields.Texts("phones")!.Select(phone => phone.Value));
        Assert.False(fields.Flag("call-waiting")?.Value);
        Assert.Equal(-68.5, fields.Decimal("noise", -90, 0)?.Value);
        Assert.Empty(_log.Sorted());
    }

    [Fact]
    public void Missing_keys_are_null_without_a_mistake_unless_they_are_required()
    {
        var fields = Open("rounds: 1");
        Assert.Null(fields.Text("port"));
        Assert.Null(fields.Duration("ring-time", TimeSpan.Zero, TimeSpan.MaxValue));
        Assert.Equal("test.yaml:1:1: The thing has no \"port\". Add \"port: fxo1\".", Assert.Single(_log.Sorted()).ToString());
    }

    [Theory]
    [InlineData("ring_time", "Write \"ring-time\" instead.")]
    [InlineData("Rounds", "Write \"rounds\" instead.")]
    [InlineData("oder", "Write \"order\" instead.")]
    [InlineData("phnoes", "Write \"phones\" instead.")]
    [InlineData("colour-of-the-box", "Its keys are: port, ring-time, rounds, order, phones, call-waiting, noise.")]
    public void An_unknown_key_gets_the_nearest_known_one(string key, string cure)
    {
        Open($"port: fxo1\n{key}: 1");
        var mistake = Assert.Single(_log.Sorted());
        Assert.Equal((2, 1, $"The thing has no key \"{key}\".", cure), (mistake.Line, mistake.Column, mistake.What, mistake.Cure));
    }

    [Theory]
    [InlineData("ring-time: 20", "a time with a unit", "from 1 s to 2 min")]
    [InlineData("ring-time: 20 seconds", "a time with a unit", "from 1 s to 2 min")]
    [InlineData("ring-time: 1 h", "longer than it may be", "from 1 s to 2 min")]
    [InlineData("ring-time: 10 ms", "shorter than it may be", "from 1 s to 2 min")]
    [InlineData("ring-time: [1 s]", "not a list", "from 1 s to 2 min")]
    [InlineData("rounds: many", "a whole number", "from 1 to 9")]
    [InlineData("rounds: 10", "a whole number", "from 1 to 9")]
    [InlineData("rounds: 1.5", "a whole number", "from 1 to 9")]
    [InlineData("order: ring_all", "cannot be \"ring_all\"", "Write \"ring-all\" instead.")]
    [InlineData("order: 0", "cannot be \"0\"", "Write one of: ring-all, in-order.")]
    [InlineData("phones: 101", "must be a list", "[a, b]")]
    [InlineData("phones: [101, [102]]", "not a list", "one value")]
    [InlineData("call-waiting: maybe", "yes or no", "call-waiting: yes")]
    [InlineData("noise: loud", "must be a number", "from -90 to 0")]
    [InlineData("port:", "has no value", "one value")]
    [InlineData("port: \"a\\u0007b\"", "cannot be shown", "Type the text again")]
    public void Wrong_values_are_null_and_noted(string line, string what, string cure)
    {
        var fields = Open(line.StartsWith("port", StringComparison.Ordinal) ? line : $"port: fxo1\n{line}");
        fields.Text("port");
        Assert.Null(fields.Duration("ring-time", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)));
        Assert.Null(fields.Number("rounds", 1, 9));
        Assert.Null(fields.Choice<Order>("order"));
        Assert.Null(fields.Flag("call-waiting"));
        Assert.Null(fields.Decimal("noise", -90, 0));
        fields.Texts("phones");
        var mistake = Assert.Single(_log.Sorted());
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
        Assert.Contains(cure, mistake.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_getter_for_a_key_that_is_not_declared_is_a_bug_and_throws() =>
        Assert.Throws<ArgumentException>(() => Open("port: fxo1").Text("prot"));

    [Theory]
    [InlineData("20 s", 20_000)]
    [InlineData("20s", 20_000)]
    [InlineData("0.5 s", 500)]
    [InlineData("500 ms", 500)]
    [InlineData("5 min", 300_000)]
    [InlineData("2 h", 7_200_000)]
    [InlineData("s", null)]
    [InlineData("-1 s", null)]
    [InlineData("1. s", null)]
    [InlineData("1 s 5 ms", null)]
    [InlineData("99999999999999999999 h", null)]
    [InlineData("", null)]
    public void Durations_are_read_with_their_units(string text, int? milliseconds) =>
        Assert.Equal(milliseconds, Durations.Parse(text)?.TotalMilliseconds);

    [Theory]
    [InlineData("20 s")]
    [InlineData("90 s")]
    [InlineData("5 min")]
    [InlineData("2 h")]
    [InlineData("500 ms")]
    [InlineData("0 s")]
    public void Durations_are_written_as_they_are_read(string text) => Assert.Equal(text, Durations.InWords(Durations.Parse(text)!.Value));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_edits_and_swaps(string left, string right, int distance)
    {
        Assert.Equal(distance, NearestWord.Distance(left, right));
        Assert.Equal(distance, NearestWord.Distance(right, left));
    }

    private YamlFields Open(string text) => YamlFields.Open(YamlDocument.Read(text, _log)!, "the thing", Keys, _log)!;
}
