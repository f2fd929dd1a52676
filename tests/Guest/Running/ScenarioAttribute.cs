namespace Switchhook.Guest.Running;

/// <summary>
/// A scenario: an instance method that fails by an exception. Its class is made for it with <see cref="Measurements"/>, and disposed of.
/// </summary>
/// <param name="seconds">How long it may take in the guest, where programs run ten to twenty times slower than outside.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(int seconds) : Attribute
{
    /// <summary>How long it may take, in seconds.</summary>
    public int Seconds { get; } = seconds;
}
