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

    /// <summary>
    /// How often it is played until it passes. More than once only where sound must pass without a gap through a whole box: an emulated
    /// processor that is late for a block costs what was in it, such as a digit of the caller's number.
    /// </summary>
    public int Tries { get; init; } = 1;
}
