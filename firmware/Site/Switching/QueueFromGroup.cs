using Switchhook.Hardware.Yaml;
using Switchhook.Site.Queues;
using Switchhook.Site.Reading;

namespace Switchhook.Site.Switching;

/// <summary>
/// One switch from a hunt group to a queue, and back: the same name, the same phones, the same way through the flows; only the file
/// changes.
/// </summary>
/// <remarks>
/// Each phone of the group gets an agent, who has to log in there (<c>*41</c> and the code). The group is not deleted but made a comment
/// (<see cref="SiteLines.Kept"/>), so that the way back restores it to the letter. No comment of the writer's is touched, except those
/// inside a queue that goes.
/// </remarks>
public static class QueueFromGroup
{
    /// <summary>Callers wait so long at least before the next step, should the hunt of the group have been shorter.</summary>
    public static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(5);

    /// <summary>The queue that a group would become, and its agents.</summary>
    /// <param name="site">The site.</param>
    /// <param name="group">Name of the group.</param>
    /// <exception cref="ArgumentException">The site has no such group.</exception>
    public static (QueueConfig Queue, IReadOnlyList<AgentConfig> Agents) Of(SiteModel site, string group)
    {
        if (!site.Groups.TryGetValue(group, out var config))
        {
            throw new ArgumentException($"There is no group {group}: name one of the site's hunt groups.", nameof(group));
        }

        var agents = new List<AgentConfig>();
        foreach (var number in config.Phones)
        {
            agents.Add(site.Agents.Values.FirstOrDefault(agent => agent.Phone == number) ?? NewAgent(site, number, agents));
        }

        var queue = new QueueConfig(group, [.. agents.Select(agent => new QueueAgent(agent.Name, TimeSpan.Zero))])
        {
            Strategy = StrategyOf(config.Strategy),
            RingTime = config.RingTime,
            Missed = 0,
            Overflow = [new OverflowRule.NoAgents(null), new OverflowRule.After(WaitOf(config), null)],
        };
        return (queue, agents);
    }

    /// <summary>Makes a group of a site file a queue, or a queue a group again.</summary>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="context">What it is checked against.</param>
    /// <param name="way">What becomes what.</param>
    /// <param name="name">Name of the group or queue.</param>
    public static SwitchResult Switch(string text, string fileName, SiteContext context, SwitchWay way, string name) => way switch
    {
        SwitchWay.ToQueue => ToQueue(text, fileName, context, name),
        SwitchWay.ToGroup => ToGroup(text, fileName, context, name),
    };

    /// <summary>Makes a group of a site file a queue.</summary>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="context">What it is checked against.</param>
    /// <param name="group">Name of the group.</param>
    public static SwitchResult ToQueue(string text, string fileName, SiteContext context, string group) =>
        Rewrite(text, fileName, context, (site, root, log) => GroupToQueue.Rewrite(text, site, root, group, log));

    /// <summary>Makes a queue of a site file a group again.</summary>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="context">What it is checked against.</param>
    /// <param name="queue">Name of the queue.</param>
    public static SwitchResult ToGroup(string text, string fileName, SiteContext context, string queue) =>
        Rewrite(text, fileName, context, (site, root, log) => QueueToGroup.Rewrite(text, site, root, queue, log));

    private static SwitchResult Rewrite(
        string text, string fileName, SiteContext context, Func<SiteModel, YamlMap, MistakeLog, string?> rewrite)
    {
        var before = SiteReader.Read(text, fileName, context);
        if (before.Model is null)
        {
            return new SwitchResult(null, [.. before.Errors]);
        }

        var log = new MistakeLog(fileName);
        if (rewrite(before.Model, (YamlMap)YamlDocument.Read(text, log)!, log) is not { } changed || log.HasErrors)
        {
            return new SwitchResult(null, log.Sorted());
        }

        var after = SiteReader.Read(changed, fileName, context);
        return after.Model is null ? new SwitchResult(null, [.. after.Errors]) : new SwitchResult(changed, [.. after.Warnings]);
    }

    private static AgentConfig NewAgent(SiteModel site, string number, List<AgentConfig> others)
    {
        var (phone, known) = (site.Phones[number], site.Agents.Values.Concat(others).ToList());
        var names = known.Select(agent => agent.Name).ToHashSet(StringComparer.Ordinal);
        var suggested = Section.Suggest(phone.Name);
        var name = suggested.Length > 0 && !names.Contains(suggested) ? suggested : $"phone-{number}";
        while (names.Contains(name))
        {
            name += "-x";
        }

        return new AgentConfig(name, phone.Name, CodeOf(number, [.. known.Select(agent => agent.Code)])) { Phone = number };
    }

    // The phone's own number is easiest to remember; no code may begin another. Should none be left, reading the new file says so.
    private static string CodeOf(string number, List<string> taken)
    {
        var last = number.Length > QueueDefaults.LongestCode ? number[^QueueDefaults.LongestCode..] : number;
        return Enumerable.Range(1000, 9000).Select(code => $"{code}").Prepend(last).FirstOrDefault(IsFree, last);

        bool IsFree(string code) => !taken.Exists(other =>
            other.StartsWith(code, StringComparison.Ordinal) || code.StartsWith(other, StringComparison.Ordinal));
    }

    private static QueueStrategy StrategyOf(HuntStrategy strategy) => strategy switch
    {
        HuntStrategy.RingAll => QueueStrategy.RingAll,
        HuntStrategy.InOrder => QueueStrategy.InOrder,
        HuntStrategy.RoundRobin => QueueStrategy.RoundRobin,
        HuntStrategy.LongestIdle => QueueStrategy.LongestIdle,
    };

    private static TimeSpan WaitOf(HuntGroupConfig group)
    {
        var waves = group.Strategy == HuntStrategy.RingAll ? 1 : group.Phones.Length;
        var hunt = (group.RingTime * waves * group.Rounds) + (group.Pause * (group.Rounds - 1));
        return hunt < ShortestWait ? ShortestWait : hunt > QueueDefaults.LongestWait ? QueueDefaults.LongestWait : hunt;
    }
}
