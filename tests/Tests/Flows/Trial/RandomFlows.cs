using Switchhook.Flows.Trial;

namespace Switchhook.Tests.Flows.Trial;

/// <summary>Flows that pass the checker, and callers for them. Nobody answers in them, so that calls go on to their ends.</summary>
internal static class RandomFlows
{
    private const int FlowCount = 4;

    private static readonly string?[] Numbers = ["3125550142", "3125550143", "3125550666", null];

    /// <summary>Flows <c>day</c>, <c>f1</c> …: each leads only to later ones, but a key may lead back.</summary>
    public static string Make(Random random)
    {
        var flows = Enumerable.Range(0, FlowCount).Select(n =>
        {
            var steps = Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"    - {Step(random, n, 0)}\n");
            return $"  {Name(n)}:\n{string.Concat(steps)}    - play: sorry\n";
        });

        // Each is used, so that the checker has no more to say than for a site that someone wrote.
        return string.Concat(flows);
    }

    /// <summary>A caller.</summary>
    public static TrialRequest Caller(Random random) => new()
    {
        Number = Numbers[random.Next(Numbers.Length)],
        Keys = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Keys(random))],
        IsUnanswered = true,
    };

    // No answer may be followed by a key that is left over: when the next question comes, a call waits for more keys, and paper does not.
    private static string? Keys(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => "99",
        2 => "*",
        3 => "4321#",
        4 => "654321",
        5 => "#",
        _ => $"{random.Next(1, 4)}",
    };

    private static string Name(int flow) => flow == 0 ? "day" : $"f{flow}";

    private static string Step(Random random, int flow, int depth) => random.Next(depth > 1 ? 5 : 13) switch
    {
        0 => "{play: welcome}",
        1 => "{ring: desk}",
        2 => "{phone: {number: 2103, ring: 5 s}}",
        3 => "{queue: sales}",
        4 => $"{{set: {{head-start: {random.Next(1, 9)} min}}}}",
        5 => $"{{hours: {{name: {(random.Next(2) == 0 ? "office" : "never")}, closed: {Branch(random, flow, depth)}, "
            + $"open: {Branch(random, flow, depth, mayLeave: false)}}}}}",
        6 => $"{{caller: [{{grade: gold, then: {Branch(random, flow, depth)}}}, {{list: blocked, then: {Branch(random, flow, depth)}}}, "
            + $"{{unknown: yes, then: {Branch(random, flow, depth)}}}]}}",
        7 => $"{{collect: {{prompt: number, as: customer, digits: 4-6, tries: 2, else: {Branch(random, flow, depth)}}}}}",
        8 => $"{{ask: {{prompt: question, tries: 2, yes: {Branch(random, flow, depth)}, no: {Branch(random, flow, depth)}}}}}",
        9 => "{survey: opinion}",
        _ => $"{{menu: {{prompt: main, tries: {random.Next(1, 4)}, wait: 2 s, "
            + $"keys: {{1: {Key(random, flow, depth)}, 2: {Branch(random, flow, depth)}, 12: {Branch(random, flow, depth)}}}}}}}",
    };

    // Only who presses a key may come back to where he was.
    private static string Key(Random random, int flow, int depth) =>
        random.Next(6) == 0 ? Name(random.Next(flow + 1)) : Branch(random, flow, depth);

    private static string Branch(Random random, int flow, int depth, bool mayLeave = true) => random.Next(4) switch
    {
        0 when mayLeave && flow < FlowCount - 1 => Name(random.Next(flow + 1, FlowCount)),
        1 when mayLeave => "[{play: sorry}, hang-up]",
        2 => "next",
        _ => $"[{Step(random, flow, depth + 1)}, {Step(random, flow, depth + 2)}]",
    };
}
