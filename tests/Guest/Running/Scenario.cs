using System.Reflection;

namespace Switchhook.Guest.Running;

/// <summary>A scenario and where to find it.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Name">What it shows, as a sentence.</param>
/// <param name="Limit">How long it may take.</param>
/// <param name="Tries">How often it is played until it passes.</param>
/// <param name="Method">The method.</param>
public sealed record Scenario(string Group, string Name, TimeSpan Limit, int Tries, MethodInfo Method)
{
    /// <summary>All scenarios of this program, in the order in which they stand in their files.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. from type in typeof(Scenario).Assembly.GetTypes()
           let @group = type.GetCustomAttribute<GroupAttribute>()
           where @group is not null
           from method in type.GetMethods().OrderBy(method => method.MetadataToken)
           let scenario = method.GetCustomAttribute<ScenarioAttribute>()
           where scenario is not null
           let name = method.Name.Replace('_', ' ')
           select new Scenario(@group.Name, name, TimeSpan.FromSeconds(scenario.Seconds), scenario.Tries, method),
    ];
}
