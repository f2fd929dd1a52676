using Switchhook.Flows.Dialling;
using Switchhook.Site;

namespace Switchhook.Tests.Flows;

public class LinePickerTests
{
    [Theory]
    [InlineData(LineOrder.Ascending, "a b c")]
    [InlineData(LineOrder.Descending, "c b a")]
    [InlineData(LineOrder.RoundRobin, "a b c")]
    public void Tries_the_lines_in_the_order_of_the_group(LineOrder order, string expected) =>
        Assert.Equal(expected.Split(' '), new LinePicker().Order(Group(order)));

    [Fact]
    public void Round_robin_goes_on_after_the_line_taken_last()
    {
        var picker = new LinePicker();
        var group = Group(LineOrder.RoundRobin);

        picker.Taken(group, "b");
        Assert.Equal(["c", "a", "b"], picker.Order(group));
        picker.Taken(group, "c");
        Assert.Equal(["a", "b", "c"], picker.Order(group));
    }

    private static LineGroupConfig Group(LineOrder order) => new("outside", ["a", "b", "c"], order);
}
