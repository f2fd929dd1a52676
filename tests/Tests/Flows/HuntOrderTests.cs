using Switchhook.Flows.Hunting;
using Switchhook.Site;

namespace Switchhook.Tests.Flows;

public class HuntOrderTests
{
    private static readonly HuntCandidate[] Phones =
    [
        new("101", TimeSpan.FromSeconds(30)),
        new("102", TimeSpan.FromSeconds(10)),
        new("103", TimeSpan.FromSeconds(20)),
        new("104", TimeSpan.FromSeconds(10)),
    ];

    [Fact]
    public void Ring_all_is_one_wave() =>
        Assert.Equal(["101 102 103 104"], Waves(HuntStrategy.RingAll, null));

    [Fact]
    public void In_order_always_begins_at_the_top() =>
        Assert.Equal(["101", "102", "103", "104"], Waves(HuntStrategy.InOrder, "103"));

    [Theory]
    [InlineData(null, "101 102 103 104")]
    [InlineData("101", "102 103 104 101")]
    [InlineData("104", "101 102 103 104")]
    [InlineData("999", "101 102 103 104")]
    public void Round_robin_begins_after_the_last_one(string? last, string expected) =>
        Assert.Equal(expected.Split(' '), Waves(HuntStrategy.RoundRobin, last));

    [Fact]
    public void Longest_idle_first_and_file_order_between_equals() =>
        Assert.Equal(["102", "104", "103", "101"], Waves(HuntStrategy.LongestIdle, null));

    private static IEnumerable<string> Waves(HuntStrategy strategy, string? last) =>
        HuntOrders.For(strategy).Waves(Phones, last).Select(wave => string.Join(' ', wave.Phones));
}
