using Switchhook.Sip.Trunks.Targets;
using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Tests.Sip.Trunks.Targets;

public sealed class ServiceOrderTests
{
    [Fact]
    public void The_lowest_priority_comes_first_whatever_the_weights()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var order = ServiceOrder.Of([Record(30, 9000, "c"), Record(10, 0, "a"), Record(20, 100, "b")], new Random(seed));
            Assert.Equal(["a", "b", "c"], order.Select(record => record.Target));
        }
    }

    [Fact]
    public void Equals_come_first_as_often_as_their_weights_say()
    {
        var firsts = Firsts(Record(10, 60, "a"), Record(10, 30, "b"), Record(10, 10, "c"));
        Assert.InRange(firsts["a"], 550, 650);
        Assert.InRange(firsts["b"], 250, 350);
        Assert.InRange(firsts["c"], 60, 140);
    }

    [Fact]
    public void Without_weights_all_are_first_equally_often()
    {
        var firsts = Firsts(Record(10, 0, "a"), Record(10, 0, "b"));
        Assert.InRange(firsts["a"], 440, 560);
    }

    [Fact]
    public void Weight_0_beside_others_is_seldom_first_and_never_lost()
    {
        var firsts = Firsts(Record(10, 0, "a"), Record(10, 99, "b"));
        Assert.InRange(firsts.GetValueOrDefault("a"), 1, 40);
        Assert.Equal(2, ServiceOrder.Of([Record(10, 0, "a"), Record(10, 99, "b")], new Random(1)).Count());
    }

    private static Dictionary<string, int> Firsts(params ServiceRecord[] records)
    {
        var random = new Random(4);
        return Enumerable.Range(0, 1000).Select(_ => ServiceOrder.Of(records, random).First().Target)
            .GroupBy(target => target).ToDictionary(group => group.Key, group => group.Count());
    }

    private static ServiceRecord Record(int priority, int weight, string target) => new(priority, weight, 5060, target);
}
