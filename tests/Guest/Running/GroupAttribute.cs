namespace Switchhook.Guest.Running;

/// <summary>Scenarios of one boot of the guest. Several classes may share a group.</summary>
/// <param name="name">A word, such as <c>dahdi</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GroupAttribute(string name) : Attribute
{
    /// <summary>The group's name.</summary>
    public string Name { get; } = name;
}
